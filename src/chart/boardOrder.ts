/** The charts of a ward in the order of its board, each read again only when an entry or the time has changed what it says. */
import type { Instant } from '../time.ts'
import type { Chart } from './chart.ts'
import { dueItems, urgency } from './due.ts'
import type { DueItem } from './dueItem.ts'
import type { Now } from './hasCome.ts'
import { putIn, takeOut } from './inOrder.ts'
import { type Lasting, lasting } from './lasting.ts'

/** A chart with what is due on it and what else was read of it. */
export interface BoardPlace<T> {
  readonly chart: Chart
  readonly due: readonly DueItem[]
  readonly line: T
}

/** The places of a board, most urgent first, and the next instant at which time alone can change one of them. */
type Board<T> = Lasting<readonly BoardPlace<T>[]>

interface Place<T> extends BoardPlace<T> {
  readonly rank: readonly number[]
  readonly changesAt: Instant | null
  /** Where its chart stands in the list that the board was asked for; it decides between equals. */
  readonly index: number
}

interface Kept<T> {
  readonly charts: readonly Chart[]
  readonly from: Instant
  /** Most urgent first. */
  readonly places: Place<T>[]
  /** Those that time changes, the next one last, where it is taken from. */
  readonly turns: Place<T>[]
  readonly board: Board<T>
}

/**
 * Keeps a board. `at` gives it for the charts of a ward as they are folded: the same board as before, without looking at
 * any chart, while neither they nor the time have changed it; where only the time has gone on, it reads those charts whose
 * instant has come and puts them where they belong. A chart counts as the same where it is the same object, so those that
 * `follow` goes on changing are none for it. A clock that was set back makes all be read anew.
 */
export function createBoardOrder<T>(
  lineOf: (chart: Chart, now: Now, due: readonly DueItem[]) => T,
): { at(charts: readonly Chart[], now: Instant): Board<T> } {
  let kept: Kept<T> | null = null

  function placeAt(chart: Chart, index: number, now: Instant): Place<T> {
    const { value, changesAt } = lasting(now, (at) => {
      const due = dueItems(chart, at)
      return { due, line: lineOf(chart, at, due), rank: urgency(chart, at, due) }
    })
    return { chart, ...value, changesAt, index }
  }

  function anew(before: Kept<T> | null, charts: readonly Chart[], now: Instant): Kept<T> {
    const known = new Map(before?.places.map((place) => [place.chart, place]))
    const places = charts.map((chart, index) => {
      const place = known.get(chart)
      return place && !hasTurned(place, now) ? { ...place, index } : placeAt(chart, index, now)
    })
    const turns = places.filter(({ changesAt }) => changesAt !== null).sort(nextLast)
    return keptAs(charts, now, places.sort(byUrgency), turns)
  }

  function goneOn(before: Kept<T>, now: Instant): Kept<T> {
    const { charts, places, turns } = before
    for (let next = turns.at(-1); next && hasTurned(next, now); next = turns.at(-1)) {
      turns.pop()
      takeOut(places, next, byUrgency)
      const place = placeAt(next.chart, next.index, now)
      putIn(places, place, byUrgency)
      if (place.changesAt !== null) putIn(turns, place, nextLast)
    }
    return keptAs(charts, now, places, turns)
  }

  return {
    at(charts, now) {
      const before = kept && now >= kept.from ? kept : null
      if (before?.charts !== charts) kept = anew(before, charts, now)
      else if (hasTurned(before.board, now)) kept = goneOn(before, now)
      else return before.board
      return kept.board
    },
  }
}

function keptAs<T>(
  charts: readonly Chart[],
  from: Instant,
  places: Place<T>[],
  turns: Place<T>[],
): Kept<T> {
  const board = { value: [...places], changesAt: turns.at(-1)?.changesAt ?? null }
  return { charts, from, places, turns, board }
}

function hasTurned({ changesAt }: Pick<Place<unknown>, 'changesAt'>, now: Instant): boolean {
  return changesAt !== null && changesAt <= now
}

function nextLast(a: Place<unknown>, b: Place<unknown>): number {
  return (b.changesAt ?? 0) - (a.changesAt ?? 0) || a.index - b.index
}

function byUrgency(a: Place<unknown>, b: Place<unknown>): number {
  for (let each = 0; each < a.rank.length; each += 1) {
    const [own, other] = [a.rank[each], b.rank[each]]
    if (own !== undefined && other !== undefined && own !== other) return own - other
  }
  return a.index - b.index
}
