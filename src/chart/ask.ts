/** What a rule of `decide` is given, and what it may answer. */

import { BOLUS_LIMITS, RATE_LIMITS, STATED_TIMES } from '../protocols/ward.ts'
import { type Instant, instantOf, plusMinutes } from '../time.ts'
import { isInTenths } from '../units.ts'
import type { Chart } from './chart.ts'
import type { Command, CommandOf } from './commands.ts'
import type { Refusal } from './decision.ts'
import { deviationAt } from './deviationAt.ts'
import { lastEvent } from './draft.ts'
import type { AdviceFrom, Deviation } from './fields.ts'
import type { Signer } from './people.ts'
import { QUESTION_RULES } from './questionRules.ts'
import { refuse } from './refuse.ts'
import { wholeMinutes } from './samples.ts'

interface AskTo<C extends Command> {
  readonly chart: Chart
  readonly command: C
  readonly by: Signer
  /** The server's clock. */
  readonly at: Instant
}

/** Some of the rules of `decide`, by the kind of command. */
export type RulesFor<K extends Command['kind']> = {
  readonly [P in K]: (ask: Ask<P>) => Refusal | null
}

export type Ask<K extends Command['kind'] = Command['kind']> = AskTo<CommandOf<K>>

/** The clinical time that the command states. */
export function statedAt({ command }: Ask): Instant {
  return instantOf(command.happenedAt)
}

/** The first refusal of a list of checks, which run in order and stop at the first. */
export function firstRefusal(checks: readonly (() => Refusal | null)[]): Refusal | null {
  for (const check of checks) {
    const refusal = check()
    if (refusal) return refusal
  }
  return null
}

/** NOMO-4, NOMO-6: a rate that was keyed: 0.1 to 60.0 mL/hr, one decimal. */
export function rateRefusal(rateMlPerHour: number): Refusal | null {
  if (!isInTenths(rateMlPerHour)) return refuse('rate-decimals', { rateMlPerHour })
  const { minMlPerHour, maxMlPerHour } = RATE_LIMITS
  if (rateMlPerHour < minMlPerHour || rateMlPerHour > maxMlPerHour) {
    return refuse('rate-out-of-range', { rateMlPerHour, minMlPerHour, maxMlPerHour })
  }
  return null
}

/** NOMO-4: a bolus that was keyed: 1 to 15,000 whole units. */
export function bolusRefusal(units: number): Refusal | null {
  const { minUnits, maxUnits } = BOLUS_LIMITS
  const isFit = Number.isInteger(units) && units >= minUnits && units <= maxUnits
  return isFit ? null : refuse('bolus-out-of-range', { units, minUnits, maxUnits })
}

/** DEV-1: only the AMO, or a registrar for a named AMO, deviates. */
export function deviationRefusal(
  { by, at }: Pick<Ask, 'by' | 'at'>,
  deviation: Deviation | undefined,
): Refusal | null {
  if (!deviation) return null
  const { amo, until } = deviation
  if (by.role !== 'AMO' && by.role !== 'registrar') {
    return refuse('deviation-authority', { role: by.role })
  }
  if (by.role === 'registrar' && amo === undefined) return refuse('deviation-names-no-amo', {})
  return isInstant(until) && instantOf(until) <= at
    ? refuse('deviation-until-past', { until })
    : null
}

function isInstant(until: Deviation['until']): until is string {
  return until !== undefined && until !== 'next-result' && until !== 'ended'
}

/** SIGN-7: what a command tells of beside its own time has happened: no time more than 2 min ahead. */
export function aheadRefusal(times: readonly string[], at: Instant): Refusal | null {
  const latest = plusMinutes(at, STATED_TIMES.futureByMinutes)
  const ahead = times.find((time) => instantOf(time) > latest)
  return ahead === undefined ? null : refuse('in-the-future', { stated: ahead })
}

export function hasAdvice(adviceFrom: readonly AdviceFrom[], role: AdviceFrom['role']): boolean {
  return adviceFrom.some((advice) => advice.role === role)
}

/** BLEED-0: no increase, restart, resume, recommencing or bolus while suspended, a deviation included. */
export function suspendedRefusal({ suspensions }: Chart): Refusal | null {
  const [first] = suspensions
  return first ? refuse('suspended', { reason: first.reason, since: first.at }) : null
}

/** CHART-10, CHART-1, CHART-9: until an MO decides on a bedside fact, strike-out or wrong bag, no increase, bolus or restart. */
export function questionRefusal({ moQuestions }: Chart): Refusal | null {
  const [first] = moQuestions
  return first
    ? refuse('mo-decides-first', { about: first.about, since: first.at }, [
        QUESTION_RULES[first.about],
      ])
    : null
}

/** CHART-1: only a stop is advised until the pump has been read by two. */
export function unconfirmedRefusal({ infusion }: Chart): Refusal | null {
  return infusion.rateUnconfirmed ? refuse('rate-unconfirmed', {}) : null
}

/** SIGN-7: a dose act stated earlier than one already in effect is no order but a bedside fact. */
export function earlierRefusal({ chart, ...ask }: Ask): Refusal | null {
  const last = lastEvent(chart.events, () => true)
  const stated = statedAt({ chart, ...ask })
  return last && wholeMinutes(last.at, stated) < 0
    ? refuse('earlier-than-in-effect', { stated, inEffectSince: last.at })
    : null
}

/** The infusion is in one of these states. */
export function statusRefusal(
  { infusion }: Chart,
  wanted: readonly Chart['infusion']['status'][],
): Refusal | null {
  return wanted.includes(infusion.status)
    ? null
    : refuse('infusion-not-in-this-state', { status: infusion.status })
}

/** The figure keyed is the one ordered or prescribed (SIGN-8). */
export function figureRefusal(keyed: number, ordered: number | null): Refusal | null {
  return keyed === ordered ? null : refuse('figure-differs', { keyed, ordered })
}

/**
 * DEV-1: a rate prescribed as a lasting deviation is begun only while that deviation lasts; one until the next result
 * was for the start itself, and a baseline does not end it.
 */
export function deviationOverRefusal(chart: Chart, at: Instant): Refusal | null {
  const { prescription } = chart
  const until = prescription?.entry.deviation?.until
  if (!prescription || until === undefined || until === 'next-result') return null
  if (deviationAt(chart, at)?.seq === prescription.seq) return null
  return refuse('deviation-over', { rateMlPerHour: prescription.entry.rateMlPerHour })
}
