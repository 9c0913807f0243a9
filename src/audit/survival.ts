/** The Kaplan-Meier estimate, in whole numbers: no rounding before the last step (AUDIT-1). */
import { fromTenths, roundToStep } from '../units.ts'

/** One infusion: how long it was followed, and whether that ended in the event (`reached`) or before it. */
export interface Followed {
  readonly ms: number
  readonly reached: boolean
}

/** A step of the curve: the share that has reached the event by `ms`, of those `atRisk` just before. */
interface SurvivalStep {
  readonly ms: number
  readonly atRisk: number
  readonly reached: number
  /** To one decimal. */
  readonly percent: number
}

export interface Survival {
  readonly steps: readonly SurvivalStep[]
  /** When half have reached it; null: half never have. */
  readonly medianMs: number | null
}

const HALF = 2n
const PER_MILLE = 1000n

/** The share that has reached the event over time; who was followed no longer counts up to then (censored at a tie: after). */
export function survivalOf(followed: readonly Followed[]): Survival {
  const steps: SurvivalStep[] = []
  let medianMs: number | null = null
  // What has not reached it, as a fraction kept exact: a product of many parts is long but never rounded.
  let [left, whole] = [1n, 1n]
  for (const ms of timesReached(followed)) {
    const atRisk = followed.filter((each) => each.ms >= ms).length
    const reached = followed.filter((each) => each.ms === ms && each.reached).length
    left *= BigInt(atRisk - reached)
    whole *= BigInt(atRisk)
    if (medianMs === null && (whole - left) * HALF >= whole) medianMs = ms
    steps.push({ ms, atRisk, reached, percent: percentOf(whole - left, whole) })
  }
  return { steps, medianMs }
}

function timesReached(followed: readonly Followed[]): number[] {
  const times = followed.filter(({ reached }) => reached).map(({ ms }) => ms)
  return [...new Set(times)].sort((a, b) => a - b)
}

function percentOf(part: bigint, whole: bigint): number {
  return fromTenths(Number((part * PER_MILLE * HALF + whole) / (whole * HALF)))
}

/** A share in per cent to one decimal, half up; null where there is nothing to share: never 0/0. */
export function sharePercent(part: number, whole: number): number | null {
  return whole === 0
    ? null
    : fromTenths(roundToStep(part * Number(PER_MILLE), whole, 'half-up') / whole)
}
