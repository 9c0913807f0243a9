import { type BaselineTest, missingBaseline } from '../chart/baselineBloods.ts'
import { BLOOD_VALUES } from '../chart/bloodValueUnits.ts'
import type { BloodTest } from '../chart/careFields.ts'
import type { Chart } from '../chart/chart.ts'
import type { DueItem } from '../chart/dueItem.ts'
import {
  hasFallen,
  type PlateletBaseline,
  type PlateletCount,
  plateletAlert,
  plateletBaseline,
} from '../chart/platelets.ts'
import { PLATELETS } from '../protocols/care.ts'
import type { Instant, TimeZone } from '../time.ts'
import { fromTenths, roundToStep, tenthsOf } from '../units.ts'
import { dayText, numberText, whenText, withUnit } from '../wording.ts'

const PER_MILLE = 1_000
const NBSP = '\u00a0'

/** The names of the baseline tests (CHART-5). */
export const TEST_NAMES: Readonly<Record<BloodTest, string>> = {
  fbc: 'FBC (haemoglobin, platelets)',
  aptt: 'APTT',
  'pt-inr': 'PT/INR',
  'urea-electrolytes-creatinine': 'Urea, electrolytes, creatinine',
  'liver-function': 'Liver function',
}

/** How far a baseline test has come, in words. */
export const STATE_WORDS: Readonly<Record<BaselineTest['state'], string>> = {
  'not-ordered': 'Not ordered',
  ordered: 'Ordered, no result yet',
  resulted: 'Resulted, not reviewed',
  reviewed: 'Reviewed',
  'goes-on-without': 'The MO goes on without it',
}

/** `240 ×10⁹/L` */
export function plateletsText(count: number): string {
  return withUnit(count, BLOOD_VALUES.plateletsE9PerL.unit)
}

/** The baseline count as the banner shows it. */
export function baselineCountText(chart: Chart, zone: TimeZone): string | null {
  const baseline = plateletBaseline(chart)
  if (baseline === null) return null
  const { count, standsIn } = baseline
  const text = `${plateletsText(count.plateletsE9PerL)}, ${dayText(count.collectedAt, zone)}`
  return standsIn ? `${text}: first on therapy (local decision)` : text
}

/**
 * A count against its baseline: `fell by 23.1 %`, `rose by 4 %`, `unchanged`. To a tenth of a percent, a half up; beside
 * the limit it says on which side it lies, for the comparison itself is made without rounding (HIT-1).
 */
export function changeText(baseline: PlateletCount, count: PlateletCount): string {
  const from = tenthsOf<'10^9/L'>(baseline.plateletsE9PerL)
  const fall = from - tenthsOf<'10^9/L'>(count.plateletsE9PerL)
  if (fall === 0) return 'unchanged'
  const size = fall < 0 ? -fall : fall
  const tenths = roundToStep(PER_MILLE * size, from, 'half-up') / from
  const percent = `${numberText(fromTenths(tenths))}${NBSP}%`
  if (fall < 0) return `rose by ${percent}`
  const isExact = tenths * from === PER_MILLE * size
  if (fromTenths(tenths) !== PLATELETS.fallPercent || isExact) return `fell by ${percent}`
  return `fell by just ${hasFallen(baseline, count) ? 'over' : 'under'} ${percent}`
}

/** The comparison of a count with its baseline, in figures (HIT-1). */
export function fallWorking({ count: from }: PlateletBaseline, count: PlateletCount): string {
  const fall = tenthsOf<'10^9/L'>(from.plateletsE9PerL) - tenthsOf<'10^9/L'>(count.plateletsE9PerL)
  const limit = PLATELETS.fallPercent
  const left = fromTenths(100 * fall)
  const right = fromTenths(limit * tenthsOf<'10^9/L'>(from.plateletsE9PerL))
  const sign = hasFallen(from, count) ? 'is more than' : 'is not more than'
  const figures = `100 × (${from.plateletsE9PerL} − ${count.plateletsE9PerL}) = ${numberText(left)}`
  return `${figures}; that ${sign} ${limit} × ${from.plateletsE9PerL} = ${numberText(right)}.`
}

/** The open alert in one line, or null. */
export function plateletAlertText(chart: Chart, now: Instant, zone: TimeZone): string | null {
  const alert = plateletAlert(chart)
  if (alert === null) return null
  const { count, baseline, isFall } = alert
  const when = whenText(count.collectedAt, now, zone)
  const from = `baseline ${numberText(baseline.count.plateletsE9PerL)}${baseline.standsIn ? ', the first on therapy' : ''}`
  const low = isFall ? '' : `; below ${PLATELETS.lowCount}, where the baseline was not`
  const change = changeText(baseline.count, count)
  return `${plateletsText(count.plateletsE9PerL)}, collected ${when}; ${from}: ${change}${low}.`
}

/** Why a due item about bloods stands; null for any other. */
export function bloodsReason(
  { kind, about, rules }: DueItem,
  chart: Chart,
  now: Instant,
  zone: TimeZone,
): string | null {
  if (about === 'platelet-alert') return plateletAlertText(chart, now, zone)
  if (kind === 'bloods') {
    const names = missingBaseline(chart, now).map((test) => TEST_NAMES[test])
    return `No result: ${names.join('; ')}.`
  }
  return kind === 'platelets' && rules.includes('HIT-1')
    ? 'No count from before the start: the first one now stands in (local decision).'
    : null
}
