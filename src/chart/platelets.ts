/** Platelet counts, their baseline, and the alert for HIT (HIT-1, TIME-5). */
import { PLATELETS } from '../protocols/care.ts'
import type { Instant } from '../time.ts'
import { type Tenths, tenthsOf } from '../units.ts'
import type { Bloods } from './care.ts'
import type { Chart } from './chart.ts'
import { wholeMinutes } from './samples.ts'

const WHOLE = 100

/** A platelet count on the chart, in 10^9/L. */
export interface PlateletCount {
  readonly seq: number
  readonly collectedAt: Instant
  readonly resultedAt: Instant
  readonly plateletsE9PerL: number
}

/** The count that others are compared with. `standsIn`: none was taken before the start, it is the first on therapy. */
export interface PlateletBaseline {
  readonly count: PlateletCount
  readonly standsIn: boolean
}

/** A count that asks for haematology, and why. */
export interface PlateletAlert {
  readonly count: PlateletCount
  readonly baseline: PlateletBaseline
  readonly isFall: boolean
  readonly isLow: boolean
}

/** The platelet counts of a chart in the order of collection; struck-out results are no counts. */
export function plateletCounts({ bloods }: Pick<Chart, 'bloods'>): PlateletCount[] {
  return bloods.map(countOf).filter((count) => count !== null)
}

function countOf({ seq, collectedAt, resultedAt, entry }: Bloods): PlateletCount | null {
  const { plateletsE9PerL } = entry
  return plateletsE9PerL === undefined ? null : { seq, collectedAt, resultedAt, plateletsE9PerL }
}

type Counted = Pick<Chart, 'bloods' | 'infusion'>

/** True for blood taken in or before the minute of the first start. */
export function isBeforeStart({ infusion }: Pick<Chart, 'infusion'>, collectedAt: Instant) {
  const { firstStartedAt } = infusion
  return firstStartedAt === null || wholeMinutes(firstStartedAt, collectedAt) <= 0
}

/** HIT-1: the last count before the start; where there is none, the first one on therapy stands in (local decision). */
export function plateletBaseline(chart: Counted): PlateletBaseline | null {
  const counts = plateletCounts(chart)
  const before = counts.findLast(({ collectedAt }) => isBeforeStart(chart, collectedAt))
  if (before) return { count: before, standsIn: false }
  const [first] = counts
  return first ? { count: first, standsIn: true } : null
}

/** CHART-5: a platelet count from before the start is on the chart. */
export function hasBaselineCount(chart: Counted): boolean {
  return plateletBaseline(chart)?.standsIn === false
}

const tenths = (count: PlateletCount): Tenths<'10^9/L'> => tenthsOf(count.plateletsE9PerL)

/** HIT-1: by more than 20 % of the baseline; by exactly that it has not. */
export function hasFallen(baseline: PlateletCount, count: PlateletCount): boolean {
  const fall = tenths(baseline) - tenths(count)
  return WHOLE * fall > PLATELETS.fallPercent * tenths(baseline)
}

/** HIT-1, local decision: below 150 where the baseline was not. */
function isNewlyLow(baseline: PlateletCount, count: PlateletCount): boolean {
  return (
    count.plateletsE9PerL < PLATELETS.lowCount && baseline.plateletsE9PerL >= PLATELETS.lowCount
  )
}

/** Every count on therapy that asks for haematology, answered or not, in the order of collection. */
export function alertingCounts(chart: Counted): PlateletAlert[] {
  const baseline = plateletBaseline(chart)
  if (baseline === null) return []
  return plateletCounts(chart)
    .filter(({ collectedAt }) => !isBeforeStart(chart, collectedAt))
    .map((count) => ({
      count,
      baseline,
      isFall: hasFallen(baseline.count, count),
      isLow: isNewlyLow(baseline.count, count),
    }))
    .filter(({ isFall, isLow }) => isFall || isLow)
}

/** HIT-1: the alert that waits for haematology, about the lowest count; once answered it returns only at a lower one. */
export function plateletAlert(chart: Counted & Pick<Chart, 'alertAnswers'>): PlateletAlert | null {
  const lowest = alertingCounts(chart).reduce<PlateletAlert | null>(
    (least, each) =>
      least === null || each.count.plateletsE9PerL < least.count.plateletsE9PerL ? each : least,
    null,
  )
  if (lowest === null) return null
  const answered = plateletCounts(chart).filter(({ seq }) =>
    chart.alertAnswers.some(({ bloodsSeq }) => bloodsSeq === seq),
  )
  const isAnswered = answered.some(
    ({ plateletsE9PerL }) => plateletsE9PerL <= lowest.count.plateletsE9PerL,
  )
  return isAnswered ? null : lowest
}

/** RECOM-1: HIT was suspected on this chart, by a cease for it or by an adverse event; what is struck out was not. */
export function wasHitSuspected({ entries, struck }: Pick<Chart, 'entries' | 'struck'>): boolean {
  return entries.some((entry) => {
    if (struck.has(entry.seq)) return false
    if (entry.kind === 'adverseEventRecorded') return entry.event === 'suspected-hit'
    return entry.kind === 'infusionCeased' && entry.reason === 'suspected-hit'
  })
}
