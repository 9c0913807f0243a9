/** The charts of a ward in the order of its board, each read again only when an entry or the time has changed what it says. */
import { earlierOf, type Instant } from '../time.ts'
import type { Chart } from './chart.ts'
import { dueItems, urgency } from './due.ts'
import type { DueItem } from './dueItem.ts'
import type { Now } from './hasCome.ts'
import { type Lasting, lasting } from './lasting.ts'

/** A chart with what is due on it and what else was read of it. */
export interface BoardPlace<T> {
  readonly chart: Chart
  readonly due: readonly DueItem[]
  readonly line: T
}

/** The places of a board, most urgent first, and the next instant at which time alone can change one of them. */
export type Board<T> = Lasting<readonly BoardPlace<T>[]>

interface Read<T> {
  readonly from: Instant
  readonly place: Lasting<BoardPlace<T> & { readonly rank: readonly number[] }>
}

/**
 * Keeps a board. `at` gives it for the charts of a ward as they are folded: the same board as before, without looking at
 * any chart, while neither they nor the time have changed it; else it reads again what has changed, and sorts. The
 * earliest of the charts' instants comes out of the same pass, so nothing else keeps them in order. A chart counts as the
 * same where it is the same object, so those that `follow` goes on changing are none for it.
 */
export function createBoardOrder<T>(
  lineOf: (chart: Chart, now: Now, due: readonly DueItem[]) => T,
): { at(charts: readonly Chart[], now: Instant): Board<T> } {
  let reads = new Map<Chart, Read<T>>()
  let last: { charts: readonly Chart[]; from: Instant; board: Board<T> } | null = null

  function readAt(chart: Chart, now: Instant): Read<T> {
    const before = reads.get(chart)
    if (before && holds(before.from, before.place, now)) return before
    const place = lasting(now, (at) => {
      const due = dueItems(chart, at)
      return { chart, due, line: lineOf(chart, at, due), rank: urgency(chart, at, due) }
    })
    return { from: now, place }
  }

  return {
    at(charts, now) {
      if (last?.charts === charts && holds(last.from, last.board, now)) return last.board
      reads = new Map(charts.map((chart) => [chart, readAt(chart, now)]))
      const places = [...reads.values()].map(({ place }) => place)
      const board = {
        value: places.map(({ value }) => value).sort((a, b) => fromTheLeft(a.rank, b.rank)),
        changesAt: places.reduce<Instant | null>((first, { changesAt }) => {
          if (changesAt === null) return first
          return first === null ? changesAt : earlierOf(first, changesAt)
        }, null),
      }
      last = { charts, from: now, board }
      return board
    },
  }
}

/** What was read from an instant on still stands. A clock that was set back reads anew. */
function holds(from: Instant, { changesAt }: Lasting<unknown>, now: Instant): boolean {
  return now >= from && (changesAt === null || now < changesAt)
}

function fromTheLeft(a: readonly number[], b: readonly number[]): number {
  for (const [place, each] of a.entries()) {
    const other = b[place]
    if (other !== undefined && each !== other) return each - other
  }
  return 0
}
