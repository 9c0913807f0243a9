import { RATE_LIMITS } from '../protocols/ward.ts'
import { type Tenths, tenthsOf } from '../units.ts'

const MIN_TENTHS = tenthsOf<'mL/hr'>(RATE_LIMITS.minMlPerHour)
const MAX_TENTHS = tenthsOf<'mL/hr'>(RATE_LIMITS.maxMlPerHour)

/** A nomogram step taken, in tenths of mL/hr, or why it gives no rate: never clamped. */
export type NextRate = Tenths<'mL/hr'> | 'rate-would-reach-zero' | 'rate-would-pass-limit'

/** The running rate moved by a nomogram step, both in tenths of mL/hr (NOMO-4, NOMO-5, NOMO-6). */
export function nextRate(rate: Tenths<'mL/hr'>, changeTenths: number): NextRate {
  const next = rate + changeTenths
  if (next < MIN_TENTHS) return 'rate-would-reach-zero'
  if (next > MAX_TENTHS) return 'rate-would-pass-limit'
  return next as Tenths<'mL/hr'>
}

/** The tenths of a rate that a pump can run. @throws RangeError outside 0.1-60.0 mL/hr or with more than one decimal (NOMO-4, NOMO-6) */
export function runningRateTenths(rateMlPerHour: number): Tenths<'mL/hr'> {
  const rate = tenthsOf<'mL/hr'>(rateMlPerHour)
  if (rate < MIN_TENTHS || rate > MAX_TENTHS) {
    throw new RangeError(`not a rate that a pump runs: ${rateMlPerHour} mL/hr`)
  }
  return rate
}
