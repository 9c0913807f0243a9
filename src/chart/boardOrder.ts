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
}

interface Lists<T> {
  /** Most urgent first. */
  readonly places: Place<T>[]
  /** Those that time changes, the next one last, where it is taken from. */
  readonly turns: Place<T>[]
}

interface Kept<T> extends Lists<T> {
  readonly charts: readonly Chart[]
  readonly from: Instant
  readonly board: Board<T>
}

/**
 * Keeps a board. `at` gives it for the charts of a ward as they are folded: the same board as before, without looking at
 * any chart, while neither they nor the time have changed it; else it reads the charts that are new to it and those whose
 * instant has come, and puts them where they belong. A chart counts as the same where it is the same object, so those that
 * `follow` goes on changing are none for it. A clock that was set back makes all be read anew.
 */
export function createBoardOrder<T>(
  lineOf: (chart: Chart, now: Now, due: readonly DueItem[]) => T,
): { at(charts: readonly Chart[], now: Instant): Board<T> } {
  let kept: Kept<T> = NOTHING

  function placeAt(chart: Chart, now: Instant): Place<T> {
    const { value, changesAt } = lasting(now, (at) => {
      const due = dueItems(chart, at)
      return { due, line: lineOf(chart, at, due), rank: urgency(chart, at, due) }
    })
    return { chart, ...value, changesAt }
  }

  function put({ places, turns }: Lists<T>, place: Place<T>): void {
    putIn(places, place, byUrgency)
    if (place.changesAt !== null) putIn(turns, place, nextLast)
  }

  /** The places of the charts that are still there, and those of the new ones. */
  function listsOf(before: Kept<T>, charts: readonly Chart[], now: Instant): Lists<T> {
    if (before.charts === charts) return before
    const here = new Set(charts)
    const isHere = ({ chart }: Place<T>) => here.has(chart)
    const lists = { places: before.places.filter(isHere), turns: before.turns.filter(isHere) }
    const known = new Set(before.charts)
    for (const chart of charts) if (!known.has(chart)) put(lists, placeAt(chart, now))
    return lists
  }

  /** Reads those whose instant has come, and puts them where they belong now. */
  function goOn(lists: Lists<T>, now: Instant): void {
    const { places, turns } = lists
    for (let next = turns.at(-1); next && hasTurned(next, now); next = turns.at(-1)) {
      // Read first: what cannot be read leaves every chart where it was, and none is ever lost from a board.
      const place = placeAt(next.chart, now)
      turns.pop()
      takeOut(places, next, byUrgency)
      put(lists, place)
    }
  }

  return {
    at(charts, now) {
      const before = now >= kept.from ? kept : NOTHING
      if (before.charts === charts && !hasTurned(before.board, now)) return before.board
      const lists = listsOf(before, charts, now)
      goOn(lists, now)
      const { places, turns } = lists
      const board = { value: [...places], changesAt: turns.at(-1)?.changesAt ?? null }
      kept = { charts, from: now, places, turns, board }
      return board
    },
  }
}

const NOTHING: Kept<never> = {
  charts: [],
  from: 0 as Instant,
  places: [],
  turns: [],
  board: { value: [], changesAt: null },
}

function hasTurned({ changesAt }: Pick<Place<unknown>, 'changesAt'>, now: Instant): boolean {
  return changesAt !== null && changesAt <= now
}

function nextLast(a: Place<unknown>, b: Place<unknown>): number {
  return (b.changesAt ?? 0) - (a.changesAt ?? 0) || byId(a, b)
}

function byUrgency(a: Place<unknown>, b: Place<unknown>): number {
  for (let each = 0; each < a.rank.length; each += 1) {
    const [own, other] = [a.rank[each], b.rank[each]]
    if (own !== undefined && other !== undefined && own !== other) return own - other
  }
  return byId(a, b)
}

/** It decides between equals, so that every server gives the same order. */
function byId({ chart: a }: Place<unknown>, { chart: b }: Place<unknown>): number {
  if (a.chartId === b.chartId) return 0
  return a.chartId < b.chartId ? -1 : 1
}
