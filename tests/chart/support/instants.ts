import { isDeepStrictEqual } from 'node:util'
import { boardProcedure } from '../../../src/chart/boardProcedure.ts'
import type { Chart } from '../../../src/chart/chart.ts'
import { concernsOf } from '../../../src/chart/concernsOf.ts'
import { deviationInForce } from '../../../src/chart/deviationAt.ts'
import { dueItems, urgency } from '../../../src/chart/due.ts'
import type { Now } from '../../../src/chart/hasCome.ts'
import { lasting } from '../../../src/chart/lasting.ts'
import { bolusLapse } from '../../../src/chart/orders.ts'
import { pendingAt } from '../../../src/chart/pending.ts'
import { resultsAt, therapeuticRun } from '../../../src/chart/results.ts'
import { earlierOf, type Instant, plusHours, plusMinutes } from '../../../src/time.ts'

/** All that is said of a chart by the time, apart from counted minutes. */
function said(chart: Chart, now: Now) {
  const due = dueItems(chart, now)
  return {
    due,
    rank: urgency(chart, now, due),
    concerns: concernsOf(chart, now, due),
    procedure: boardProcedure(chart, now),
    run: therapeuticRun(chart, now),
    pending: pendingAt(chart, now),
    deviation: deviationInForce(chart, now),
    boluses: chart.bolusOrders.map((order) => bolusLapse(chart, order, now)),
    uses: resultsAt(chart, now).map(({ use, advice }) => ({ use, advice })),
  }
}

/** A way of saying how long a reading holds; a planted fault forgets some instants. */
export type Holds = typeof lasting

/** The instants from one to another at which a reading is held against what it was: the odd ones at both ends, and every minute. */
function* between(from: Instant, to: Instant): Generator<Instant> {
  for (const ms of [1, 499, 31_700]) if (from + ms < to) yield (from + ms) as Instant
  for (let at = plusMinutes(from, 1); at < to; at = plusMinutes(at, 1)) {
    yield (at - (at % 60_000)) as Instant
  }
  for (const ms of [1_000, 1]) if (to - ms > from) yield (to - ms) as Instant
}

/** The same at the ends alone. */
function* ends(from: Instant, to: Instant): Generator<Instant> {
  for (const ms of [1, 31_700]) if (from + ms < to) yield (from + ms) as Instant
  for (const ms of [1_000, 1]) if (to - ms > from) yield (to - ms) as Instant
}

/**
 * Goes through the hours after `from`, from each instant named to the next, and gives the first one at which the chart
 * says something else before the named instant has come; null: there is none.
 */
export function forgottenAt(
  chart: Chart,
  from: Instant,
  { hours, everyMinute, holds = lasting }: { hours: number; everyMinute: boolean; holds?: Holds },
): Instant | null {
  const end = plusHours(from, hours)
  for (let now = from; now < end; ) {
    const { value, changesAt } = holds(now, (at) => said(chart, at))
    const until = earlierOf(changesAt ?? end, end)
    const looks = everyMinute ? between(now, until) : ends(now, until)
    for (const at of looks) if (!isDeepStrictEqual(said(chart, at), value)) return at
    now = until
  }
  return null
}

/** Where in the engine an instant is asked for: the file and its line. */
export type Site = string

/** The sites at which a reading of a chart looks ahead in the hours after `from`. */
export function sitesAhead(chart: Chart, from: Instant, hours: number): Set<Site> {
  const sites = new Set<Site>()
  const end = plusHours(from, hours)
  let now: Instant | null = from
  while (now !== null && now < end) {
    let next: Instant | null = null
    const at = noting(now, (asked, site) => {
      sites.add(site)
      if (next === null || asked < next) next = asked
    })
    said(chart, at)
    now = next
  }
  return sites
}

/** A fault: every instant that one site looks ahead to is lost, whoever else looks to it. */
export function forgetting(lost: Site): Holds {
  return (now, read) => {
    const asked: { at: Instant; site: Site }[] = []
    const value = read(noting(now, (at, site) => asked.push({ at, site })))
    const gone = new Set(asked.filter(({ site }) => site === lost).map(({ at }) => at))
    const left = asked.map(({ at }) => at).filter((at) => !gone.has(at))
    return { value, changesAt: left.sort((a, b) => a - b)[0] ?? null }
  }
}

function noting(now: Instant, note: (at: Instant, site: Site) => void): Now {
  return {
    hasCome(at) {
      if (now >= at) return true
      note(at, siteOf(new Error('asked here')))
      return false
    },
  }
}

/** The first frame that is neither this file nor the question itself. */
function siteOf({ stack = '' }: Error): Site {
  const frame = /\/src\/chart\/(?!hasCome)(\w+\.ts):(\d+)/.exec(stack)
  return frame ? `${frame[1]}:${frame[2]}` : 'nowhere'
}
