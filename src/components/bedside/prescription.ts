import type { Chart } from '../../chart/chart.ts'
import { barsOf, bolusBar } from '../../chart/decidePrescription.ts'
import type { EntryOf } from '../../chart/entries.ts'
import type { AdviceFrom, Restriction } from '../../chart/fields.ts'
import { hasBaselineCount, wasHitSuspected } from '../../chart/platelets.ts'
import { type StartingDose, startingDose } from '../../nomogram/startingDose.ts'
import type { Protocol } from '../../protocols/protocol.ts'
import { protocolFor } from '../../protocols/register.ts'
import { type Instant, isoOf, type TimeZone } from '../../time.ts'
import { readRate, readUnits } from './keyedFigures.ts'
import { type MedicinesDraft, medicinesDraftOf, medicinesOf } from './medicinesDraft.ts'
import { adviceFromOf } from './NamesField.tsx'
import { CONTRAINDICATION_ORDER, type PrescribeDraft } from './prescribeDraft.ts'
import { RESTRICTION_ORDER, RESTRICTION_WORDS } from './restrictionWords.ts'
import {
  type SecondIndicationDraft,
  secondIndicationDraftOf,
  secondIndicationOf,
} from './secondIndicationDraft.ts'
import { readTime } from './statedTime.ts'

/** What a prescription is for: the first, a change of protocol while one runs or is held, or the way back from a cease. */
export type PrescribeMode = 'start' | 'protocol-change' | 'recommence'

function modeOf({ infusion }: Chart): PrescribeMode {
  if (infusion.status === 'not-started') return 'start'
  return infusion.status === 'ceased' ? 'recommence' : 'protocol-change'
}

/** The restrictions as they are sent: an unanswered question counts as yes (BOL-9). */
function restrictionsSent({ restrictions }: PrescribeDraft): Restriction[] {
  return RESTRICTION_ORDER.filter((each) => restrictions[each] !== 'no')
}

/** The draft read against the chart: what is proposed, what bars the bolus, what is prescribed. */
export interface Prescribing {
  readonly mode: PrescribeMode
  /** CHART-5: no platelet count is known, so the prescriber's reason is asked for. */
  readonly isCountMissing: boolean
  readonly protocol: Protocol | null
  readonly dose: StartingDose | null
  readonly adviceFrom: readonly AdviceFrom[]
  /** What stands against a bolus, `stroke` on the stroke protocol included. */
  readonly bars: readonly Restriction[]
  readonly isBarred: boolean
  /** A bolus keyed by hand: the neurologist's figure, or off the table (BOL-1, INIT-5). */
  readonly isBolusByHand: boolean
  readonly isRateByHand: boolean
  readonly bolusUnits: number | null
  readonly rateMlPerHour: number | null
  readonly second: SecondIndicationDraft
  readonly medicines: MedicinesDraft
  /** Whose advice is asked for. */
  readonly roles: readonly AdviceFrom['role'][]
}

/** Reads a draft against a chart. */
export function prescribing(
  draft: PrescribeDraft,
  chart: Chart,
  now: Instant,
  zone: TimeZone,
): Prescribing {
  const mode = modeOf(chart)
  const protocol = draft.protocol && protocolFor(draft.protocol)
  const dose = doseOf(mode, protocol, chart)
  const adviceFrom = adviceFromOf(draft.names, now, zone)
  const bars = protocol ? barsOf(restrictionsSent(draft), protocol) : restrictionsSent(draft)
  const known = { mode, protocol, dose, adviceFrom, bars }
  return {
    ...known,
    isCountMissing: mode === 'start' && !hasBaselineCount(chart),
    second: draft.second ?? secondIndicationDraftOf(chart.secondIndication),
    medicines: draft.medicines ?? medicinesDraftOf(chart.medicines),
    ...bolusPart(draft, known),
    ...ratePart(draft, known),
    roles: rolesOf(draft, chart, known),
  }
}

type Known = Pick<Prescribing, 'mode' | 'protocol' | 'dose' | 'adviceFrom' | 'bars'>

function bolusPart(draft: PrescribeDraft, { mode, dose, adviceFrom, bars }: Known) {
  const isBarred = mode !== 'start' || bolusBar(bars, adviceFrom) !== null
  const isBolusByHand = bars.includes('stroke') || dose?.kind !== 'dose'
  const bolusUnits = isBarred ? null : bolusOf(draft, isBolusByHand ? null : dose)
  return { isBarred, isBolusByHand, bolusUnits }
}

function ratePart(draft: PrescribeDraft, { mode, dose }: Known) {
  const isRateByHand = mode === 'recommence' || dose?.kind !== 'dose'
  const rateMlPerHour =
    mode === 'protocol-change' ? null : rateOf(draft, isRateByHand ? null : dose)
  return { isRateByHand, rateMlPerHour }
}

function doseOf(mode: PrescribeMode, protocol: Protocol | null, { weight }: Chart) {
  if (protocol === null || weight === null || mode === 'protocol-change') return null
  return startingDose(protocol, weight.kg)
}

type Proposed = Extract<StartingDose, { kind: 'dose' }> | null

/** By hand (nothing proposed) there is a bolus only where one was asked for. */
function bolusOf({ bolus, bolusText }: PrescribeDraft, proposed: Proposed): number | null {
  if (bolus === 'omit') return null
  if (bolus === 'accept') return proposed?.bolusUnits ?? null
  const keyed = readUnits(bolusText)
  return keyed.kind === 'taken' ? keyed.value : null
}

function rateOf({ rate, rateText }: PrescribeDraft, proposed: Proposed): number | null {
  if (proposed !== null && rate === 'accept') return proposed.pumpRateMlPerHour
  const keyed = readRate(rateText)
  return keyed.kind === 'taken' ? keyed.value : null
}

function rolesOf(
  { contraindications, restrictions }: PrescribeDraft,
  chart: Chart,
  { mode, protocol, dose, bars }: Known,
): readonly AdviceFrom['role'][] {
  const roles = new Set<AdviceFrom['role']>()
  if (protocol?.prerequisite === 'neurologist-consultation') roles.add('neurologist')
  // A question not answered yet bars the bolus, but asks for nobody's name.
  const named = bars.filter((bar) => restrictions[bar] === 'yes' || protocol?.id === bar)
  for (const bar of named) for (const role of RESTRICTION_WORDS[bar].liftedBy) roles.add(role)
  const isImmune =
    contraindications.hypersensitivity === 'yes' || contraindications['hit-history'] === 'yes'
  const isAfterHit = mode !== 'protocol-change' && wasHitSuspected(chart)
  if (isImmune || isAfterHit || dose?.kind === 'no-published-dose') roles.add('haematologist')
  return [...roles]
}

type Prescribed = EntryOf<'infusionPrescribed'>
/** The fields of a prescription as they are sent. */
export type PrescribedFields = Pick<
  Prescribed,
  | 'indication'
  | 'protocol'
  | 'bolusUnits'
  | 'rateMlPerHour'
  | 'restrictions'
  | 'contraindications'
  | 'adviceFrom'
> &
  Partial<
    Pick<
      Prescribed,
      | 'reason'
      | 'thrombolysis'
      | 'precautions'
      | 'riskAssessment'
      | 'medicines'
      | 'secondIndication'
    >
  >

/** The prescription as it is sent; null while no protocol is chosen. */
export function prescribedFields(
  draft: PrescribeDraft,
  read: Prescribing,
  now: Instant,
  zone: TimeZone,
): PrescribedFields | null {
  if (draft.protocol === null) return null
  const reason = draft.reason.trim()
  return {
    indication: draft.indication.trim(),
    protocol: draft.protocol,
    bolusUnits: read.bolusUnits,
    rateMlPerHour: read.rateMlPerHour,
    restrictions: restrictionsSent(draft),
    contraindications: CONTRAINDICATION_ORDER.filter(
      (each) => draft.contraindications[each] === 'yes',
    ),
    adviceFrom: [...read.adviceFrom],
    ...(reason === '' ? {} : { reason }),
    ...thrombolysisOf(draft, now, zone),
    ...weighedUp(draft),
    medicines: medicinesOf(read.medicines, now, zone),
    secondIndication: read.second.has === 'yes' ? secondIndicationOf(read.second) : null,
  }
}

/** CHART-4: the precautions as ticked, and the risk assessment. */
function weighedUp({ hasPrecautions, precautions, risks, benefit, riskComment }: PrescribeDraft) {
  const comment = riskComment.trim()
  return {
    precautions: hasPrecautions === 'yes' ? [...precautions] : [],
    riskAssessment: {
      considered: [...risks],
      benefitOutweighsRisk: benefit === 'yes',
      ...(comment === '' ? {} : { comment }),
    },
  }
}

function thrombolysisOf(draft: PrescribeDraft, now: Instant, zone: TimeZone) {
  const agent = draft.agent.trim()
  const read = readTime(draft.agentTime, now, zone)
  return draft.protocol === 'stemi' && agent !== '' && read.kind === 'at'
    ? { thrombolysis: { agent, at: isoOf(read.at) } }
    : {}
}
