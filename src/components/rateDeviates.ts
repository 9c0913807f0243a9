import type { DoseEvent } from '../chart/chart.ts'
import type { Entry } from '../chart/entries.ts'
import { deviationBehind } from './deviationBehind.ts'

/** What leaves the rate as it was. */
const SETS_NO_RATE: ReadonlySet<DoseEvent['kind']> = new Set([
  'bolus',
  'bag-change',
  'protocol-change',
  'interruption',
  'resume',
])

/** True when the rate after these events, told in the order of time, was set by carrying out a deviation (DEV-1). */
export function rateDeviates(events: readonly DoseEvent[], entries: readonly Entry[]): boolean {
  const setting = events.findLast(({ kind }) => !SETS_NO_RATE.has(kind))
  const act = entries.find(({ seq }) => seq === setting?.actSeq)
  return act !== undefined && deviationBehind(act, entries) !== null
}
