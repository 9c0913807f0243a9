import { MS_PER_MINUTE } from '../time.ts'
import { fromTenths, roundToStep } from '../units.ts'

const TENTHS_IN_ONE = 10

/** Milliseconds as minutes to the tenth. */
export function minutesOf(ms: number): number {
  return fromTenths(roundToStep(ms * TENTHS_IN_ONE, MS_PER_MINUTE, 'half-up') / MS_PER_MINUTE)
}

/** Milliseconds as whole minutes. */
export const wholeMinutesOf = (ms: number) =>
  roundToStep(ms, MS_PER_MINUTE, 'half-up') / MS_PER_MINUTE
