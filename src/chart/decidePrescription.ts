/** Prescribing: first, as a change of protocol, and for recommencing after a cease (INIT, BOL, CHART-4, CHART-7, RECOM-1). */
import { type StartingDose, startingDose } from '../nomogram/startingDose.ts'
import type { Protocol } from '../protocols/protocol.ts'
import { protocolFor } from '../protocols/register.ts'
import { RATE_LIMITS } from '../protocols/ward.ts'
import {
  type Ask,
  bolusRefusal,
  deviationRefusal,
  firstRefusal,
  hasAdvice,
  rateRefusal,
  suspendedRefusal,
} from './ask.ts'
import { aroundRefusal } from './decidePrescribing.ts'
import type { Refusal } from './decision.ts'
import type { AdviceFrom, Restriction } from './fields.ts'
import { hasHadBolus } from './orders.ts'
import { pendingAt } from './pending.ts'
import { wasHitSuspected } from './platelets.ts'
import { afterProcedureRefusal } from './procedureRefusal.ts'
import { refuse } from './refuse.ts'

const HUNDRED = 100

export function prescribe(ask: Ask<'prescribe'>): Refusal | null {
  const { chart, command, at } = ask
  const protocol = protocolFor(command.protocol)
  return firstRefusal([
    () => deviationRefusal(ask, command.deviation),
    () => contraindicationRefusal(ask),
    () => aroundRefusal(ask),
    () => prerequisiteRefusal(ask, protocol),
    () =>
      pendingAt(chart, at)?.step === 'read-back'
        ? refuse('finish-read-back', {}, ['SIGN-9'])
        : null,
    () => figures(ask, protocol),
  ])
}

function figures(ask: Ask<'prescribe'>, protocol: Protocol): Refusal | null {
  switch (ask.chart.infusion.status) {
    case 'not-started':
      return startingFigures(ask, protocol)
    case 'ceased':
      return recommencing(ask) ?? neverRun(ask, protocol)
    default:
      return protocolChange(ask)
  }
}

/** CHART-4: any contraindication blocks, save a deviation; heparin hypersensitivity and HIT also ask for a haematologist. */
function contraindicationRefusal({ command }: Ask<'prescribe'>): Refusal | null {
  const { contraindications, deviation, adviceFrom } = command
  const [first] = contraindications
  if (!first) return null
  if (!deviation)
    return refuse('contraindicated', { contraindications: contraindications.join(', ') })
  const isImmune = contraindications.some(
    (each) => each === 'hypersensitivity' || each === 'hit-history',
  )
  return isImmune && !hasAdvice(adviceFrom, 'haematologist')
    ? refuse('haematologist-for-contraindication', {})
    : null
}

/** INIT-9 */
function prerequisiteRefusal({ command }: Ask<'prescribe'>, protocol: Protocol): Refusal | null {
  const { prerequisite } = protocol
  if (
    prerequisite === 'neurologist-consultation' &&
    !hasAdvice(command.adviceFrom, 'neurologist')
  ) {
    return refuse('neurologist-first', {})
  }
  return prerequisite === 'thrombolysis' && !command.thrombolysis
    ? refuse('thrombolysis-first', {})
    : null
}

/** CHART-7: rate and hold stay, no bolus is proposed. */
function protocolChange({ command }: Ask<'prescribe'>): Refusal | null {
  const isClean = command.bolusUnits === null && command.rateMlPerHour === null
  return isClean ? null : refuse('change-keeps-the-rate', {})
}

/** RECOM-1: the MO's own rate, no bolus; after suspected HIT haematology's name and advice. */
function recommencing(ask: Ask<'prescribe'>): Refusal | null {
  const { chart, command } = ask
  const { rateMlPerHour, bolusUnits } = command
  return firstRefusal([
    () => suspendedRefusal(chart),
    () => (bolusUnits === null ? null : refuse('no-bolus-at-recommencing', {})),
    () =>
      rateMlPerHour === null ? refuse('rate-missing', {}, ['RECOM-1']) : rateRefusal(rateMlPerHour),
    () => hitRefusal(ask),
  ])
}

function hitRefusal({ chart, command }: Ask<'prescribe'>): Refusal | null {
  return wasHitSuspected(chart) && !hasAdvice(command.adviceFrom, 'haematologist')
    ? refuse('haematologist-after-hit', {})
    : null
}

/** INIT-5, INIT-7: ceased before heparin ever ran, so there is no rate to go on from: the weight's own. */
function neverRun(ask: Ask<'prescribe'>, protocol: Protocol): Refusal | null {
  const { weight, infusion } = ask.chart
  if (infusion.firstStartedAt !== null) return null
  if (!weight) return refuse('weigh-first', {})
  const dose = startingDose(protocol, weight.kg)
  return dose.kind === 'dose' ? againstRate(ask, dose.pumpRateMlPerHour) : offTable(ask)
}

function startingFigures(ask: Ask<'prescribe'>, protocol: Protocol): Refusal | null {
  const { chart, command } = ask
  const { rateMlPerHour, bolusUnits, restrictions, adviceFrom } = command
  if (!chart.weight) return refuse('weigh-first', {})
  if (rateMlPerHour === null) return refuse('rate-missing', {})
  const dose = startingDose(protocol, chart.weight.kg)
  return firstRefusal([
    () => suspendedRefusal(chart),
    () => hitRefusal(ask),
    () => rateRefusal(rateMlPerHour),
    () => (bolusUnits === null ? null : bolusRefusal(bolusUnits)),
    () => (bolusUnits !== null && hasHadBolus(chart) ? refuse('bolus-given-already', {}) : null),
    () => (bolusUnits === null ? null : afterProcedureRefusal(chart)),
    () => (bolusUnits === null ? null : bolusBar(barsOf(restrictions, protocol), adviceFrom)),
    () => anticoagulatedRefusal(ask),
    () => (dose.kind === 'dose' ? againstDose(ask, dose) : offTable(ask)),
  ])
}

/** BOL-9, BOL-4: what bars a bolus; the stroke protocol bars it by itself. */
export function barsOf(
  restrictions: readonly Restriction[],
  protocol: Pick<Protocol, 'id'>,
): readonly Restriction[] {
  return protocol.id === 'stroke' && !restrictions.includes('stroke')
    ? ['stroke', ...restrictions]
    : restrictions
}

const LIFTED_BY: Record<
  Exclude<Restriction, 'post-procedure'>,
  { roles: readonly AdviceFrom['role'][]; rule: 'BOL-1' | 'BOL-2' | 'BOL-3' }
> = {
  stroke: { roles: ['neurologist'], rule: 'BOL-1' },
  neurosurgical: { roles: ['neurosurgeon', 'haematologist'], rule: 'BOL-2' },
  anticoagulated: { roles: ['haematologist'], rule: 'BOL-3' },
}

/** The names that lift a restriction (BOL-1 to BOL-4); nothing lifts the one after a procedure (BOL-5). */
export function bolusBar(
  restrictions: readonly Restriction[],
  adviceFrom: readonly AdviceFrom[],
): Refusal | null {
  for (const restriction of restrictions) {
    if (restriction === 'post-procedure') return refuse('no-bolus-after-procedure', {})
    const { roles, rule } = LIFTED_BY[restriction]
    const missing = roles.find((role) => !hasAdvice(adviceFrom, role))
    if (missing) return refuse('bolus-barred', { restriction, missing }, [rule])
  }
  return null
}

/** BOL-3: haematology's guidance before the start, or the prescriber's reason for going ahead. */
function anticoagulatedRefusal({ command }: Ask<'prescribe'>): Refusal | null {
  const { restrictions, adviceFrom, reason } = command
  if (!restrictions.includes('anticoagulated')) return null
  const answered = hasAdvice(adviceFrom, 'haematologist') || reason !== undefined
  return answered ? null : refuse('anticoagulated-needs-guidance', {})
}

/** INIT-5: prescribed by hand, as a deviation with haematology's advice. */
function offTable({ chart, command }: Ask<'prescribe'>): Refusal | null {
  const weightKg = chart.weight?.kg ?? null
  if (!command.deviation) return refuse('no-published-dose', { weightKg })
  return hasAdvice(command.adviceFrom, 'haematologist')
    ? null
    : refuse('no-published-dose-advice', { weightKg })
}

/** INIT-7: as calculated, or less with a reason; more, or below half the rate, is a deviation. */
function againstDose(
  ask: Ask<'prescribe'>,
  { pumpRateMlPerHour, bolusUnits }: Extract<StartingDose, { kind: 'dose' }>,
): Refusal | null {
  if (ask.command.deviation) return null
  return againstRate(ask, pumpRateMlPerHour) ?? againstBolus(ask, bolusUnits)
}

function againstRate({ command }: Ask<'prescribe'>, calculated: number): Refusal | null {
  const { rateMlPerHour, reason, deviation } = command
  if (deviation || rateMlPerHour === null) return null
  const facts = { keyed: rateMlPerHour, calculated }
  if (rateMlPerHour > calculated) return refuse('above-calculated-rate', facts)
  if (isBelowHalf(rateMlPerHour, calculated)) return refuse('below-half-rate', facts)
  return rateMlPerHour < calculated && reason === undefined
    ? refuse('reason-for-lower-rate', facts)
    : null
}

function isBelowHalf(keyed: number, calculated: number): boolean {
  return keyed * HUNDRED < calculated * RATE_LIMITS.lowestPercentOfCalculated
}

function againstBolus({ command }: Ask<'prescribe'>, calculated: number | null): Refusal | null {
  const { bolusUnits, restrictions, reason } = command
  // A stroke patient's bolus is the neurologist's own figure (BOL-1, BOL-4); no bolus under a restriction needs no reason.
  if (restrictions.includes('stroke') || calculated === null) return null
  if (bolusUnits === null && restrictions.length > 0) return null
  const facts = { keyed: bolusUnits, calculated }
  if (bolusUnits !== null && bolusUnits > calculated) return refuse('above-calculated-bolus', facts)
  const isLess = bolusUnits === null || bolusUnits < calculated
  return isLess && reason === undefined ? refuse('reason-for-lower-bolus', facts) : null
}
