import type { RuleId } from '../../protocols/ruleId.ts'
import { APTT_LIMITS, RATE_LIMITS, WEIGHT_LIMITS } from '../../protocols/ward.ts'
import { tenthsOf } from '../../units.ts'
import { kgText, rateText, secondsText } from '../../wording.ts'

/** Why a figure is keyed a second time. */
export interface KeyAgainReason {
  readonly reason: string
  readonly rules: readonly RuleId[]
}

const PERCENT = 100

/** A rate above 40 mL/hr is keyed again (NOMO-4). */
export function rateKeyedAgain(mlPerHour: number): KeyAgainReason | null {
  if (mlPerHour <= RATE_LIMITS.keyAgainAboveMlPerHour) return null
  const limit = rateText(RATE_LIMITS.keyAgainAboveMlPerHour)
  return { reason: `${rateText(mlPerHour)} is above ${limit}.`, rules: ['NOMO-4'] }
}

/** A weight above 150 kg, or over 10 % from an earlier one, is keyed again (INIT-6). */
export function weightKeyedAgain(kg: number, earlierKg: number | null): KeyAgainReason | null {
  if (kg > WEIGHT_LIMITS.keyAgainAboveKg) {
    const limit = kgText(WEIGHT_LIMITS.keyAgainAboveKg)
    return { reason: `${kgText(kg)} is above ${limit}.`, rules: ['INIT-6'] }
  }
  if (earlierKg === null || !differsByPercent(kg, earlierKg)) return null
  return {
    reason: `${kgText(kg)} differs from the earlier weight of ${kgText(earlierKg)} by over ${WEIGHT_LIMITS.keyAgainDifferencePercent} %.`,
    rules: ['INIT-6'],
  }
}

// In whole tenths, so that exactly 10 % never tips over by floating point.
function differsByPercent(kg: number, earlierKg: number): boolean {
  const earlier = tenthsOf<'kg'>(earlierKg)
  const difference = Math.abs(tenthsOf<'kg'>(kg) - earlier)
  return difference * PERCENT > earlier * WEIGHT_LIMITS.keyAgainDifferencePercent
}

/** An APTT over 50 seconds from the last usable one is keyed again and its site asked (NOMO-18). */
export function apttKeyedAgain(seconds: number, lastUsable: number | null): KeyAgainReason | null {
  if (lastUsable === null) return null
  if (!jumps(seconds, lastUsable)) return null
  return {
    reason: `${secondsText(seconds)} is more than ${secondsText(APTT_LIMITS.jumpSeconds)} from the last usable result, ${secondsText(lastUsable)}.`,
    rules: ['NOMO-18'],
  }
}

function jumps(a: number, b: number): boolean {
  return Math.abs(tenthsOf<'s'>(a) - tenthsOf<'s'>(b)) > tenthsOf<'s'>(APTT_LIMITS.jumpSeconds)
}
