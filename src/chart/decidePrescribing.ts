/** What surrounds a prescription: risk, AMO, medicines, a second indication, deviations (CHART-3, CHART-4, CHART-6, BOL-3, DEV-1). */
import type { ProtocolId } from '../protocols/protocol.ts'
import { type Ask, aheadRefusal, firstRefusal, type RulesFor } from './ask.ts'
import { type Medicines, risksConsidered } from './careFields.ts'
import type { Refusal } from './decision.ts'
import { deviationInForce } from './deviationAt.ts'
import { actsStill, keepsAntiplatelets, newlyCeased } from './medicines.ts'
import type { Signer } from './people.ts'
import { refuse } from './refuse.ts'

const nothing = () => null

export const prescribingRules: RulesFor<
  | 'recordAllergies'
  | 'changeAmo'
  | 'recordMedicines'
  | 'recordSecondIndication'
  | 'endDeviation'
  | 'explainDeviation'
> = {
  recordAllergies: nothing,
  changeAmo: nothing,
  recordMedicines,
  recordSecondIndication,
  endDeviation,
  explainDeviation,
}

/** What a prescription says around its figures; each part is optional and held to its rule where it is given. */
export function aroundRefusal(ask: Ask<'prescribe'>): Refusal | null {
  return firstRefusal([
    () => toldRefusal(ask),
    () => riskRefusal(ask),
    () => secondIndicationRefusal(ask),
    () => anticoagulantRefusal(ask),
    () => antiplateletsPrescribed(ask),
  ])
}

/** SIGN-7, BOL-1 to BOL-3, INIT-9: the advice has been given, the thrombolysis and the last doses too. */
function toldRefusal({ command, at }: Ask<'prescribe'>): Refusal | null {
  const { adviceFrom, thrombolysis, medicines } = command
  const advised = adviceFrom.map((advice) => advice.at)
  return aheadRefusal(
    [...advised, ...(thrombolysis ? [thrombolysis.at] : []), ...lastDoses(medicines)],
    at,
  )
}

function lastDoses(medicines: Medicines | undefined): string[] {
  return (medicines?.anticoagulants ?? []).flatMap(({ lastDoseAt }) => lastDoseAt ?? [])
}

/** CHART-4: all that the assessment weighs, and a benefit that outweighs the risk; a deviation does not lift it. */
function riskRefusal({ command: { riskAssessment } }: Ask<'prescribe'>): Refusal | null {
  if (!riskAssessment) return null
  const { considered, benefitOutweighsRisk } = riskAssessment
  if (!benefitOutweighsRisk) return refuse('risk-outweighs-benefit', {})
  const missing = risksConsidered.filter((each) => !considered.includes(each))
  return missing.length > 0 ? refuse('risks-not-considered', { missing: missing.join(', ') }) : null
}

/** CHART-3: with two indications the protocol prescribed is the one that the AMO chose. */
function secondIndicationRefusal({ chart, command }: Ask<'prescribe'>): Refusal | null {
  const { secondIndication = chart.secondIndication, protocol } = command
  if (!secondIndication || secondIndication.protocol === protocol) return null
  const { amo, protocol: chosen } = secondIndication
  return refuse('second-indication-protocol', { amo, chosen, protocol })
}

/** BOL-3: an anticoagulant that is or may be therapeutic is answered with "already anticoagulated". */
function anticoagulantRefusal({ chart, command }: Ask<'prescribe'>): Refusal | null {
  const { medicines = chart.medicines, restrictions } = command
  const active = medicines?.anticoagulants.find(actsStill)
  if (!active || restrictions.includes('anticoagulated')) return null
  return refuse('anticoagulant-not-answered', {
    agent: active.agent,
    therapeutic: active.therapeutic,
  })
}

/** CHART-6, with a deviation as its way out; what the chart's list says before NSTEMI or STEMI is held to it too. */
function antiplateletsPrescribed({ chart, command, by }: Ask<'prescribe'>): Refusal | null {
  if (command.deviation) return null
  const { medicines, protocol } = command
  if (medicines)
    return ceasedRefusal(medicines, keptBefore(chart.medicines, protocol), protocol, by)
  return chart.medicines && chart.prescription?.entry.protocol !== protocol
    ? ceasedRefusal(chart.medicines, keptBefore(chart.medicines, protocol), protocol, by)
    : null
}

/** A decision made on another protocol does not stand on NSTEMI or STEMI. */
function keptBefore(before: Medicines | null, protocol: ProtocolId): Medicines | null {
  return keepsAntiplatelets(protocol) ? null : before
}

function recordMedicines({ chart, command, by, at }: Ask<'recordMedicines'>): Refusal | null {
  const ahead = aheadRefusal(lastDoses(command.medicines), at)
  if (ahead || deviationInForce(chart, at)) return ahead
  const protocol = chart.prescription?.entry.protocol ?? null
  return ceasedRefusal(command.medicines, chart.medicines, protocol, by)
}

/** CHART-6: not ceased on NSTEMI and STEMI; elsewhere the decision is the AMO's, by name. */
function ceasedRefusal(
  medicines: Medicines,
  before: Medicines | null,
  protocol: ProtocolId | null,
  by: Signer,
): Refusal | null {
  const ceased = newlyCeased(medicines, before)
  const [first] = ceased
  if (first && keepsAntiplatelets(protocol)) {
    return refuse('antiplatelet-not-ceased', { agent: first.agent, protocol })
  }
  const unnamed = ceased.find(({ amo }) => amo === undefined)
  return unnamed && by.role !== 'AMO'
    ? refuse('antiplatelet-names-no-amo', { agent: unnamed.agent })
    : null
}

/** CHART-3: while one runs, another protocol comes with a prescription of its change, never by itself. */
function recordSecondIndication({
  chart: { prescription, infusion },
  command: { secondIndication },
}: Ask<'recordSecondIndication'>): Refusal | null {
  if (!prescription || infusion.status === 'ceased') return null
  const { protocol } = prescription.entry
  const { amo, protocol: chosen } = secondIndication
  return chosen === protocol
    ? null
    : refuse('second-indication-protocol', { amo, chosen, protocol })
}

/** DEV-1: ended as it was begun, by the AMO or a registrar for a named AMO. */
function endDeviation({ chart, command, by, at }: Ask<'endDeviation'>): Refusal | null {
  const { deviationSeq, amo } = command
  return firstRefusal([
    () =>
      by.role === 'AMO' || by.role === 'registrar'
        ? null
        : refuse('deviation-end-authority', { role: by.role }),
    () =>
      by.role === 'registrar' && amo === undefined ? refuse('deviation-names-no-amo', {}) : null,
    () =>
      deviationInForce(chart, at)?.seq === deviationSeq
        ? null
        : refuse('deviation-not-in-force', { deviationSeq }),
  ])
}

function explainDeviation({ chart, command }: Ask<'explainDeviation'>): Refusal | null {
  const { deviationSeq } = command
  const entry = chart.entries.find(({ seq }) => seq === deviationSeq)
  const isDeviation = entry && 'deviation' in entry && entry.deviation !== undefined
  return isDeviation && !chart.struck.has(deviationSeq)
    ? null
    : refuse('no-such-deviation', { deviationSeq })
}
