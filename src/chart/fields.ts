/** The field shapes that commands and entries share. Shapes only: what a rule forbids, `decide` refuses with its id. */
import * as z from 'zod/mini'
import {
  allergy,
  careFields,
  medicines,
  moTold,
  precaution,
  protocolId,
  riskAssessment,
  secondIndication,
} from './careFields.ts'
import { doctorsAndNurses } from './people.ts'
import {
  date,
  figure,
  identifier,
  instant,
  LONGEST_NAME,
  line,
  seq,
  stopText,
  text,
} from './shapes.ts'

export const patient = z.strictObject({
  mrn: identifier,
  surname: line,
  given: line,
  dateOfBirth: date,
  sex: line,
})
export type Patient = z.infer<typeof patient>

export const restriction = z.enum(['stroke', 'neurosurgical', 'anticoagulated', 'post-procedure'])
/** A reason for NO BOLUS (BOL-9). */
export type Restriction = z.infer<typeof restriction>
const contraindication = z.enum([
  'hypersensitivity',
  'hit-history',
  'thrombocytopenia-or-untestable',
  'active-bleeding',
])
/** CHART-4. */
export type Contraindication = z.infer<typeof contraindication>

const advice = z.strictObject({
  role: z.enum(['neurologist', 'neurosurgeon', 'haematologist', 'AMO']),
  name: line,
  at: instant,
})
/** Advice sought from a consultant: who, and when. */
export type AdviceFrom = z.infer<typeof advice>

const thrombolysis = z.strictObject({ agent: line, at: instant })

const deviation = z.strictObject({
  reason: text,
  instructions: text,
  amo: z.optional(line),
  until: z.optional(z.union([z.literal('next-result'), z.literal('ended'), instant])),
})
/** DEV-1. `until` absent: this act only. */
export type Deviation = z.infer<typeof deviation>

const site = z.enum(['away-from-heparin', 'heparin-line-or-limb', 'not-known'])
export type Site = z.infer<typeof site>

const sample = z.union([
  z.strictObject({ collectionSeq: seq }),
  z.strictObject({ collectedAt: instant, site, accession: z.optional(identifier) }),
])

export const emergencies = [
  'suspected-major-bleed',
  'head-injury',
  'suspected-hit',
  'allergic-reaction',
] as const
/** The four causes that open a suspension (BLEED-0, SIGN-5). */
export type Emergency = (typeof emergencies)[number]
/** What suspends (BLEED-0): the emergencies, a fall not yet reviewed, bleeding found at a hold. */
export const suspensionReason = z.enum([...emergencies, 'fall', 'bleeding-at-hold'])
export type SuspensionReason = z.infer<typeof suspensionReason>
const ceaseReason = z.enum([...emergencies, 'procedure', 'treatment-complete', 'other'])
export type CeaseReason = z.infer<typeof ceaseReason>

/** To whom the patient information was given (EDU-2). */
const educated = z.enum(['patient', 'carer', 'family'])
export type Educated = z.infer<typeof educated>

/** Who takes the patient over (HAND-1). */
const handedTo = z.strictObject({ name: line, role: z.enum(doctorsAndNurses) })
export type HandedTo = z.infer<typeof handedTo>

/** What the signer saw or keyed; a value that is no longer so refuses the signature (SIGN-8). */
export const shown = z.strictObject({
  name: z.string(),
  dateOfBirth: z.string(),
  mrn: z.string(),
  protocol: protocolId,
  protocolVersion: z.string(),
  resultText: z.nullable(z.string()),
  collectedAt: z.nullable(instant),
  oldRateMlPerHour: z.nullable(figure),
})
export type Shown = z.infer<typeof shown>

const confirmation = z.enum(['identity', 'bag', 'access', 'ampoule', 'flush'])
/** What the first signer confirmed at the bedside before an administration (CHART-2, BOL-7, CHART-9). */
export type Confirmed = z.infer<typeof confirmation>
const confirmed = z.optional(z.array(confirmation))

/** The fields that each kind of command brings, beside its envelope. */
export const fieldsOf = {
  openChart: { wardId: line, bed: line, patient, allergies: z.array(allergy), amo: line },
  recordWeight: { kg: figure, method: z.enum(['measured', 'estimated']), reason: z.optional(text) },
  prescribe: {
    indication: text,
    protocol: protocolId,
    bolusUnits: z.nullable(figure),
    rateMlPerHour: z.nullable(figure),
    reason: z.optional(text),
    restrictions: z.array(restriction),
    contraindications: z.array(contraindication),
    adviceFrom: z.array(advice),
    thrombolysis: z.optional(thrombolysis),
    deviation: z.optional(deviation),
    precautions: z.optional(z.array(precaution)),
    riskAssessment: z.optional(riskAssessment),
    medicines: z.optional(medicines),
    /** Null: asked, and there is none. */
    secondIndication: z.optional(z.nullable(secondIndication)),
  },
  giveBolus: { orderSeq: seq, units: figure, confirmed },
  startInfusion: {
    rateMlPerHour: figure,
    bag: z.strictObject({ units: figure, volumeMl: figure }),
    /** What else its label says (CHART-9). */
    bagLabel: z.optional(z.strictObject({ batch: z.optional(line), expiry: z.optional(date) })),
    confirmed,
  },
  recordCollection: { site, accession: z.optional(identifier) },
  recordResult: { text: z.string().check(z.maxLength(LONGEST_NAME)), sample },
  changeRate: {
    resultSeq: z.optional(seq),
    orderSeq: z.optional(seq),
    newRateMlPerHour: figure,
    moTold: z.optional(moTold),
  },
  keepRate: { resultSeq: seq, moTold: z.optional(moTold) },
  orderRate: {
    resultSeq: z.nullable(seq),
    rateMlPerHour: figure,
    reason: text,
    deviation: z.optional(deviation),
  },
  orderBolus: { resultSeq: seq, units: figure, adviceFrom: z.array(advice) },
  stopInfusion: {
    reason: z.enum(['nomogram', 'concern']),
    resultSeq: z.optional(seq),
    text: z.optional(stopText),
  },
  ceaseInfusion: { reason: ceaseReason, text: z.optional(stopText) },
  interruptInfusion: { reason: text },
  resumeInfusion: { rateMlPerHour: figure, confirmed },
  recommenceInfusion: { orderSeq: seq, rateMlPerHour: figure, confirmed },
  assessBleeding: {
    finding: z.enum(['none', 'minor', 'major']),
    plan: z.enum(['restart', 'later', 'stay-off']),
    until: z.optional(instant),
  },
  clearSuspension: { reason: suspensionReason, finding: text, nextStep: text },
  recordBedsideFact: {
    fact: z.enum(['pump-found-at', 'bolus-given', 'pump-not-changed']),
    rateMlPerHour: z.optional(figure),
    units: z.optional(figure),
    reason: text,
  },
  restartInfusion: { rateMlPerHour: figure, orderSeq: z.nullable(seq), confirmed },
  countersign: {
    actSeq: seq,
    checkedResultText: z.optional(z.string().check(z.maxLength(LONGEST_NAME))),
    checkedCollectedAt: z.optional(instant),
    checkedRateMlPerHour: z.optional(figure),
    checkedUnits: z.optional(figure),
    pumpReadBackMlPerHour: z.optional(figure),
  },
  strikeOut: { struckSeq: seq, reason: text },
  withdraw: { actSeq: seq },
  transferWard: { wardId: line, bed: line },
  closeChart: { reason: text },
  writeNote: { text },
  recordEducation: {
    to: educated,
    name: z.optional(line),
    interpreter: z.nullable(line),
    what: z.enum(['leaflet']),
  },
  recordHandover: { to: handedTo },
  ...careFields,
} as const
export type CommandKind = keyof typeof fieldsOf
