/** Facts: weights, collections, results, interruptions, what was found at the bedside. */
import { STATED_TIMES, WEIGHT_LIMITS } from '../protocols/ward.ts'
import { minutesBetween } from '../time.ts'
import { isInTenths } from '../units.ts'
import { type Ask, bolusRefusal, earlierRefusal, rateRefusal, statedAt } from './ask.ts'
import type { Refusal } from './decision.ts'
import { refuse } from './refuse.ts'
import { readResult } from './results.ts'
import { wholeMinutes } from './samples.ts'

export function recordWeight({ command }: Ask<'recordWeight'>): Refusal | null {
  const { kg, method, reason } = command
  const { minKg, maxKg } = WEIGHT_LIMITS
  if (!isInTenths(kg)) return refuse('weight-decimals', { kg })
  if (kg < minKg || kg > maxKg) return refuse('weight-out-of-range', { kg, minKg, maxKg })
  return method === 'estimated' && reason === undefined ? refuse('reason-for-estimate', {}) : null
}

/** NOMO-1 to NOMO-3 for the text; SIGN-7 for the times. */
export function recordResult(ask: Ask<'recordResult'>): Refusal | null {
  const { chart, command, at } = ask
  const { parsed, sample } = readResult(chart, command, at)
  if (parsed.kind === 'refused') {
    return refuse(
      'aptt-refused',
      { text: command.text, why: parsed.because.code },
      parsed.because.rules,
    )
  }
  if (!sample || isStruck(ask, sample.collectionSeq)) return refuse('no-such-collection', {})
  const { collectedAt } = sample
  if (minutesBetween(at, collectedAt) > STATED_TIMES.futureByMinutes) {
    return refuse('in-the-future', { stated: collectedAt })
  }
  return wholeMinutes(collectedAt, statedAt(ask)) < 0
    ? refuse('resulted-before-collected', { collectedAt })
    : null
}

function isStruck({ chart }: Ask<'recordResult'>, collectionSeq: number | null): boolean {
  return chart.collections.some(({ seq, struck }) => struck && seq === collectionSeq)
}

export function interruptInfusion(ask: Ask<'interruptInfusion'>): Refusal | null {
  const { status, rateMlPerHour } = ask.chart.infusion
  if (status !== 'running') return refuse('infusion-not-in-this-state', { status }, ['INT-1'])
  return rateMlPerHour === null ? refuse('rate-unconfirmed', {}) : earlierRefusal(ask)
}

/** CHART-10: always recordable; only its own figure is asked for. */
export function recordBedsideFact({ command }: Ask<'recordBedsideFact'>): Refusal | null {
  const { fact, rateMlPerHour, units } = command
  if (fact === 'pump-found-at') {
    return rateMlPerHour === undefined ? refuse('fact-needs-rate', {}) : rateRefusal(rateMlPerHour)
  }
  if (fact === 'bolus-given')
    return units === undefined ? refuse('fact-needs-units', {}) : bolusRefusal(units)
  return null
}
