/** The fields of what surrounds the dose: bags, bloods, medicines, reviews, observations, events, procedures. */
import * as z from 'zod/mini'
import { date, figure, instant, line, seq, text } from './shapes.ts'

export const allergy = z.strictObject({ to: line, reaction: line })
export type Allergy = z.infer<typeof allergy>

export const protocolId = z.enum(['nstemi', 'stemi', 'vte', 'stroke'])

/** The medical officer told of a nurse's titration (SIGN-2). */
export const moTold = z.strictObject({ name: line, at: instant })

export const precautions = [
  'ulcer',
  'gut-drainage',
  'endocarditis',
  'severe-hypertension',
  'neuraxial-needle-or-catheter',
  'major-surgery',
  'recent-brain-haemorrhage',
  'bleeding-disorder',
  'haematuria',
  'menstruation',
  'liver-disease',
  'renal-disease',
  'dental-surgery',
] as const
export const precaution = z.enum(precautions)
/** What asks for care before prescribing and blocks nothing (CHART-4). */
export type Precaution = z.infer<typeof precaution>

export const risksConsidered = [
  'age',
  'renal-function',
  'bleeding',
  'falls',
  'other-medicines',
  'other-illness',
] as const
/** What a risk assessment weighs (CHART-4). */
export type RiskConsidered = (typeof risksConsidered)[number]
export const riskAssessment = z.strictObject({
  considered: z.array(z.enum(risksConsidered)),
  benefitOutweighsRisk: z.boolean(),
  comment: z.optional(text),
})
/** The prescriber's risk assessment (CHART-4). */
export type RiskAssessment = z.infer<typeof riskAssessment>

export const medicines = z.strictObject({
  antiplatelets: z.array(
    z.strictObject({ agent: line, plan: z.enum(['continue', 'cease']), amo: z.optional(line) }),
  ),
  anticoagulants: z.array(
    z.strictObject({
      agent: line,
      dose: line,
      lastDoseAt: z.nullable(instant),
      therapeutic: z.enum(['yes', 'no', 'unknown']),
    }),
  ),
  others: z.array(line),
})
/** Medicines beside the heparin, as a whole list that replaces the one before (CHART-6, BOL-3). */
export type Medicines = z.infer<typeof medicines>

export const secondIndication = z.strictObject({
  indication: text,
  amo: line,
  protocol: protocolId,
  rationale: text,
})
/** A second indication: the AMO's choice of protocol and why (CHART-3). */
export type SecondIndication = z.infer<typeof secondIndication>

export const bloodTests = [
  'fbc',
  'aptt',
  'pt-inr',
  'urea-electrolytes-creatinine',
  'liver-function',
] as const
const bloodTest = z.enum(bloodTests)
/** A baseline blood test (CHART-5). */
export type BloodTest = z.infer<typeof bloodTest>

export const bloodValues = {
  haemoglobinGPerL: z.optional(figure),
  plateletsE9PerL: z.optional(figure),
  inr: z.optional(figure),
  ureaMmolPerL: z.optional(figure),
  sodiumMmolPerL: z.optional(figure),
  potassiumMmolPerL: z.optional(figure),
  creatinineUmolPerL: z.optional(figure),
  liverFunction: z.optional(text),
}

const points = z.int().check(z.minimum(0), z.maximum(2))
/** The 4Ts score, 0 to 2 points each (HIT-1). */
const fourTs = z.strictObject({
  thrombocytopenia: points,
  timing: points,
  thrombosis: points,
  otherCauses: points,
})
export type FourTs = z.infer<typeof fourTs>

export const bleedingSites = [
  'cannula',
  'drain',
  'wound',
  'surgical-site',
  'bruises',
  'nose',
  'gums',
  'urine-dipstick',
  'other',
] as const
const bleedingSite = z.enum(bleedingSites)
/** Where bleeding was looked for and found (OBS-1). */
export type BleedingSite = z.infer<typeof bleedingSite>

export const guidelines = [
  'minor-bleed',
  'major-bleed',
  'fall',
  'head-injury',
  'hit',
  'allergic-reaction',
  'adverse-event',
  'procedure',
] as const
const guideline = z.enum(guidelines)
/** A guideline whose steps are ticked by a person (BLEED-1, FALL-1, HIT-1, AE-1, PROC-1). */
export type Guideline = z.infer<typeof guideline>

export const procedureKinds = [
  'surgery',
  'central-venous-catheter',
  'biopsy',
  'lumbar-puncture',
  'neuraxial-catheter',
] as const
export const procedureKind = z.enum(procedureKinds)
export type ProcedureKind = z.infer<typeof procedureKind>

/** The fields that each kind of command around the dose brings, beside its envelope. */
export const careFields = {
  hangBag: { units: figure, volumeMl: figure, batch: line, expiry: date },
  withholdBolus: { orderSeq: seq, reason: text },
  recordAllergies: { allergies: z.array(allergy) },
  changeAmo: { amo: line },
  recordMedicines: { medicines },
  recordSecondIndication: { secondIndication },
  /** `amo`: for whom a registrar ends it (DEV-1). */
  endDeviation: { deviationSeq: seq, reason: text, amo: z.optional(line) },
  explainDeviation: { deviationSeq: seq, to: text, copiedToRecord: z.boolean() },
  orderBloods: { tests: z.array(bloodTest) },
  /** `happenedAt` is when the result came; `collectedAt` when the blood was taken. */
  recordBloods: { collectedAt: instant, ...bloodValues },
  reviewBloods: {
    /** Blood results, or the baseline APTT's. */
    bloodsSeqs: z.array(seq),
    /** Baseline tests whose missing result the MO goes on without; asks for the comment. */
    goesOnWithout: z.optional(z.array(bloodTest)),
    comment: z.optional(text),
  },
  answerPlateletAlert: {
    bloodsSeq: seq,
    consulted: z.strictObject({
      role: z.enum(['haematology-consultant', 'haematology-registrar']),
      name: line,
      at: instant,
    }),
    fourTs: z.optional(fourTs),
    plan: text,
  },
  reviewInfusion: {
    effect: text,
    bleeding: z.enum(['none', 'seen']),
    clots: z.enum(['none', 'new-or-growing']),
    orderStands: z.boolean(),
    comment: z.optional(text),
  },
  reviewEvent: {
    eventSeq: seq,
    isAdverseEvent: z.optional(z.boolean()),
    finding: text,
    plan: text,
  },
  reviewAsPharmacist: { concern: z.enum(['none', 'advice', 'urgent']), text },
  nameMoTold: { actSeq: seq, moTold },
  recordObservation: {
    bleeding: z.enum(['none-seen', 'minor', 'major-suspected']),
    sites: z.array(bleedingSite),
    /** Absent: not looked for yet; a suspected major bleed is recorded without waiting for it. */
    clots: z.optional(z.enum(['none-seen', 'new-or-growing'])),
    text: z.optional(text),
  },
  recordFall: {
    witnessed: z.boolean(),
    headInjury: z.enum(['evidence', 'none-seen', 'not-known']),
    text: z.optional(text),
  },
  recordAdverseEvent: {
    event: z.enum(['allergic-reaction', 'suspected-hit', 'other']),
    text,
  },
  tickStep: {
    guideline,
    step: line,
    /** The entry that the guideline was opened by. */
    aboutSeq: seq,
    /** Who was spoken to, and when, where the step is a conversation. */
    name: z.optional(line),
    spokenAt: z.optional(instant),
    text: z.optional(text),
  },
  planProcedure: {
    procedure: procedureKind,
    bookedAt: instant,
    /** Surgery at very high thrombotic risk recommences sooner (PROC-1). */
    veryHighThromboticRisk: z.boolean(),
    planBefore: z.optional(text),
    planAfter: z.optional(text),
    consulted: z.array(
      z.strictObject({ role: z.enum(['haematology', 'cardiology']), name: line, at: instant }),
    ),
  },
  moveProcedure: { planSeq: seq, bookedAt: instant, reason: text },
  /**
   * The first one of a plan: `happenedAt` is the actual end, or when needle or catheter came out. A later one says how
   * the site looks then; the end stays. `bloodSeen` is asked of needles and catheters at the spine.
   */
  endProcedure: {
    planSeq: seq,
    haemostasis: z.enum(['confirmed', 'not-confirmed']),
    bloodSeen: z.optional(z.enum(['none', 'seen'])),
  },
  cancelProcedure: { planSeq: seq, reason: text },
} as const
