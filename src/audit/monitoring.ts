/** MO reviews and platelet counts against their times (TIME-4, TIME-5), deviations and adverse events (AUDIT-1). */
import type { Chart } from '../chart/chart.ts'
import { plateletCounts } from '../chart/platelets.ts'
import { PLATELETS } from '../protocols/care.ts'
import { MO_TIMES } from '../protocols/ward.ts'
import { type Instant, instantOf, laterOf, plusHours } from '../time.ts'
import { coursesOf } from './episodes.ts'
import type { Observation } from './facts.ts'
import type { MetricId } from './metrics.ts'

interface Rhythm {
  readonly metric: MetricId
  readonly everyHours: number
  /** When it was done, in order. */
  readonly done: readonly Instant[]
  /** What the first infusion counts from where nothing was done before it: its start; null: missing from the start. */
  readonly first: 'from-start' | 'due-at-start'
}

/** Reviews by a medical officer, at most 24 h apart while an infusion lasts (TIME-4). */
export function reviewsOf(chart: Chart, now: Instant): Observation[] {
  const done = chart.moReviews.map(({ at }) => at)
  const everyHours = MO_TIMES.reviewOverdueAfterHours
  return kept(chart, now, { metric: 'mo-reviews', everyHours, done, first: 'from-start' })
}

/** Platelet counts by their collection, at most 72 h apart while an infusion lasts; none before the start is missing (TIME-5). */
export function plateletsOf(chart: Chart, now: Instant): Observation[] {
  const done = plateletCounts(chart).map(({ collectedAt }) => collectedAt)
  const everyHours = PLATELETS.overdueAfterHours
  return kept(chart, now, { metric: 'platelet-counts', everyHours, done, first: 'due-at-start' })
}

function kept(chart: Chart, now: Instant, rhythm: Rhythm): Observation[] {
  const done = [...rhythm.done].sort((a, b) => a - b)
  const courses = coursesOf(chart)
  const origin = courses[0]?.start ?? now
  return courses.flatMap(({ start, end }) =>
    keptDuring({ origin, start, until: end ?? now }, { ...rhythm, done }),
  )
}

interface Course {
  /** The first start of the chart: clocks go on over a cease (RECOM-1). */
  readonly origin: Instant
  readonly start: Instant
  readonly until: Instant
}

/** One observation for each time it was done in time, and one for each interval that passed without. */
function keptDuring({ origin, start, until }: Course, rhythm: Rhythm): Observation[] {
  const { metric, everyHours, done } = rhythm
  const before = done.findLast((at) => at <= start)
  const isMissing = before === undefined && rhythm.first === 'due-at-start'
  const observations: Observation[] = isMissing ? [{ metric, at: start, met: false }] : []
  // What ran out while nothing ran is due at the start.
  let due = laterOf(plusHours(before ?? origin, everyHours), start)
  for (const at of done.filter((each) => each > start && each <= until)) {
    const missed = passed(due, at, everyHours)
    observations.push(...missed.map((each) => ({ metric, at: each, met: false })))
    if (missed.length === 0) observations.push({ metric, at, met: true })
    due = plusHours(at, everyHours)
  }
  const missed = passed(due, until, everyHours)
  return [...observations, ...missed.map((at) => ({ metric, at, met: false }))]
}

/** The times from `due` on, one for each interval, that lie before `until`. */
function passed(due: Instant, until: Instant, everyHours: number): Instant[] {
  const times: Instant[] = []
  for (let at = due; at < until; at = plusHours(at, everyHours)) times.push(at)
  return times
}

/** Prescriptions and orders signed as a deviation (DEV-1). */
export function deviationsOf({ entries, struck }: Chart): Observation[] {
  return entries
    .filter(
      (entry) => 'deviation' in entry && entry.deviation !== undefined && !struck.has(entry.seq),
    )
    .map(({ happenedAt }) => ({ metric: 'deviations', at: instantOf(happenedAt), met: true }))
}

/** Adverse events, save those that a medical officer has said are none (AE-1). */
export function adverseEventsOf({ entries, struck }: Chart): Observation[] {
  const standing = entries.filter(({ seq }) => !struck.has(seq))
  const denied = standing.flatMap((entry) =>
    entry.kind === 'eventReviewed' && entry.isAdverseEvent === false ? [entry.eventSeq] : [],
  )
  return standing
    .filter(({ kind, seq }) => kind === 'adverseEventRecorded' && !denied.includes(seq))
    .map(({ happenedAt }) => ({ metric: 'adverse-events', at: instantOf(happenedAt), met: true }))
}
