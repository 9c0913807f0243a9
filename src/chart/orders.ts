/** When an MO's bolus order, or the prescription's bolus, may still be given (BOL-6, BOL-8). */
import { BOLUS_LIMITS } from '../protocols/ward.ts'
import { type Instant, minuteOf, plusHours } from '../time.ts'
import type { BolusOrder, Chart, DoseEvent, Result } from './chart.ts'
import { hasCome, type Now } from './hasCome.ts'
import { isSameReading, isSameSample } from './sampleOf.ts'
import { oldFrom, wholeMinutes } from './samples.ts'

/** Why a bolus may no longer be given. */
export type BolusLapse =
  | 'given'
  | 'withheld'
  | 'time'
  | 'newer-sample'
  | 'stop'
  | 'suspension'
  | 'dose-change'
  | 'protocol-change'
  | 'anticoagulant'

/**
 * BOL-6: an order on a result lapses 2 h after the rate change, where none came when its sample is old, or at a newer
 * sample, stop or suspension. The prescription's own bolus goes with the start: it lapses likewise, at any rate change,
 * and at a result of a sample drawn since. Null: it stands.
 */
export function bolusLapse(chart: Chart, order: BolusOrder, now: Now): BolusLapse | null {
  if (order.givenBy !== null) return 'given'
  if (order.withheldBy !== null) return 'withheld'
  if (chart.suspensions.length > 0 || wasSuspendedSince(chart, order)) return 'suspension'
  if (isBeforeAnticoagulant(chart, order)) return 'anticoagulant'
  return order.source === 'order' && order.resultSeq !== null
    ? resultBolusLapse(chart, order.resultSeq, now)
    : startBolusLapse(chart, now)
}

/** BOL-6: none is ordered while suspended, so what an MO has cleared since was found after the order. */
function wasSuspendedSince({ entries, struck }: Chart, { seq: orderSeq }: BolusOrder): boolean {
  return entries.some(
    ({ kind, seq }) => kind === 'suspensionCleared' && seq > orderSeq && !struck.has(seq),
  )
}

/** BOL-3: ordered before an anticoagulant was found; only an order that names haematology is given now. */
function isBeforeAnticoagulant({ anticoagulatedBy }: Chart, { seq }: BolusOrder): boolean {
  return anticoagulatedBy !== null && seq < anticoagulatedBy
}

/** The same for a bolus that a result advises, ordered or not yet ordered. */
export function resultBolusLapse(chart: Chart, resultSeq: number, now: Now): BolusLapse | null {
  const result = chart.results.find(({ seq }) => seq === resultSeq)
  if (!result || result.struck || hasOtherVersion(chart, result)) return 'newer-sample'
  if (chart.infusion.status !== 'running') return 'stop'
  if (hasNewerSample(chart, result.collectedAt)) return 'newer-sample'
  return eventLapse(chart, result, now)
}

/** The minute in which the last sample was drawn, whether its result is back or not; null: none was. */
export function lastSampleMinute({
  results,
  collections,
}: Pick<Chart, 'results' | 'collections'>): number | null {
  let last: number | null = null
  const take = (at: Instant) => {
    if (last === null || minuteOf(at) > last) last = minuteOf(at)
  }
  for (const { struck, collectedAt } of results) if (!struck) take(collectedAt)
  for (const { struck, at } of collections) if (!struck) take(at)
  return last
}

/** A later sample was drawn, whether its result is back or not. */
function hasNewerSample(chart: Chart, collectedAt: Instant): boolean {
  const last = lastSampleMinute(chart)
  return last !== null && last > minuteOf(collectedAt)
}

/** A newer version of the same result that says something else (NOMO-11). */
function hasOtherVersion({ results }: Chart, result: Result): boolean {
  return results.some(
    (each) =>
      each.seq > result.seq &&
      !each.struck &&
      isSameSample(each, result) &&
      !isSameReading(each, result),
  )
}

function eventLapse(chart: Chart, result: Result, now: Now): BolusLapse | null {
  const { collectedAt } = result
  const decisions = new Set(sayingTheSame(chart, result).map(({ decidedBy }) => decidedBy))
  const since = chart.events.filter((event) => wholeMinutes(collectedAt, event.at) >= 0)
  const isAnswer = ({ actSeq, kind }: DoseEvent) => decisions.has(actSeq) && kind === 'rate-change'
  if (since.some(({ kind }) => kind === 'protocol-change')) return 'protocol-change'
  if (since.some((event) => event.staling && !isAnswer(event))) return 'dose-change'
  return isTimeOver(collectedAt, since.find(isAnswer) ?? null, now) ? 'time' : null
}

/** A rise that comes when the sample is old brings nothing back that has lapsed with it (NOMO-9). */
function isTimeOver(collectedAt: Instant, rise: DoseEvent | null, now: Now): boolean {
  const old = oldFrom(collectedAt)
  if (rise === null) return hasCome(old, now)
  return rise.at >= old || hasCome(plusHours(rise.at, BOLUS_LIMITS.orderLapsesAfterHours), now)
}

/** The entries of one report: the same figure of the same sample, this one among them (NOMO-11). */
function sayingTheSame({ results }: Pick<Chart, 'results'>, result: Result): Result[] {
  return results.filter(
    (each) => !each.struck && isSameSample(each, result) && isSameReading(each, result),
  )
}

/** NOMO-11: a bolus is ordered on this result, or on another entry of the same report. */
export function hasBolusOrder(
  chart: Pick<Chart, 'bolusOrders' | 'results'>,
  result: Result,
): boolean {
  const same = new Set<number | null>([
    result.seq,
    ...sayingTheSame(chart, result).map(({ seq }) => seq),
  ])
  return chart.bolusOrders.some(({ resultSeq }) => same.has(resultSeq))
}

/** BOL-8: a bolus was given on this chart, whatever has become of the order that it was given by. */
export function hasHadBolus({ events }: Pick<Chart, 'events'>): boolean {
  return events.some(({ kind }) => kind === 'bolus')
}

function startBolusLapse(chart: Chart, now: Now): BolusLapse | null {
  const { infusion, events } = chart
  if (infusion.status !== 'not-started' && infusion.status !== 'running') return 'stop'
  if (hasHadBolus({ events })) return 'given'
  const { firstStartedAt } = infusion
  if (
    firstStartedAt !== null &&
    hasCome(plusHours(firstStartedAt, BOLUS_LIMITS.orderLapsesAfterHours), now)
  ) {
    return 'time'
  }
  if (hasResultSinceStart(chart)) return 'newer-sample'
  return events.some(({ kind }) => kind !== 'start' && kind !== 'bolus') ? 'dose-change' : null
}

/** Heparin was measured since the start: what is given from there on is ordered on that result (BOL-6, NOMO-16). */
function hasResultSinceStart({ results, infusion: { firstStartedAt } }: Chart): boolean {
  if (firstStartedAt === null) return false
  return results.some(
    ({ struck, parsed, collectedAt }) =>
      !struck &&
      parsed.kind !== 'specimen-rejected' &&
      wholeMinutes(firstStartedAt, collectedAt) > 0,
  )
}
