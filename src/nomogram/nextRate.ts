import { RATE_LIMITS } from '../protocols/ward.ts'
import { type Tenths, tenthsOf } from '../units.ts'

const MIN_TENTHS = tenthsOf<'mL/hr'>(RATE_LIMITS.minMlPerHour)
const MAX_TENTHS = tenthsOf<'mL/hr'>(RATE_LIMITS.maxMlPerHour)

/** Why a nomogram step gives no rate: it would reach 0 or below (NOMO-5), or pass 60.0 mL/hr (NOMO-4). */
type NextRateFault = 'rate-would-reach-zero' | 'rate-would-pass-limit'

/** Why a step, in tenths of mL/hr, gives no rate from the running one; null: it gives one. */
export function nextRateFault(rate: number, changeTenths: number): NextRateFault | null {
  const next = rate + changeTenths
  if (next < MIN_TENTHS) return 'rate-would-reach-zero'
  return next > MAX_TENTHS ? 'rate-would-pass-limit' : null
}

/**
 * The running rate moved by a nomogram step, both in tenths of mL/hr (NOMO-6); never clamped.
 * @throws RangeError where `nextRateFault` says why there is none
 */
export function nextRate(rate: Tenths<'mL/hr'>, changeTenths: number): Tenths<'mL/hr'> {
  const fault = nextRateFault(rate, changeTenths)
  if (fault !== null) throw new RangeError(fault)
  return (rate + changeTenths) as Tenths<'mL/hr'>
}

/**
 * The tenths of a rate that a pump runs at.
 * @throws RangeError outside 0.1-60.0 mL/hr or with more than one decimal (NOMO-4, NOMO-6)
 */
export function runningRateTenths(rateMlPerHour: number): Tenths<'mL/hr'> {
  const rate = tenthsOf<'mL/hr'>(rateMlPerHour)
  if (rate < MIN_TENTHS || rate > MAX_TENTHS) throw notARate(rateMlPerHour)
  return rate
}

// The messages are worded outside the functions that the decision inlines.
function notARate(rateMlPerHour: number): RangeError {
  return new RangeError(`not a rate that a pump runs at: ${rateMlPerHour} mL/hr`)
}
