/**
 * Commands: what a person asks the chart to do, imperative. One command makes one entry or a refusal.
 * Shapes are strict (unknown fields are refused); what a rule forbids is `decide`'s business.
 */
import * as z from 'zod/mini'
import { type CommandKind, fieldsOf, patient, shown } from './fields.ts'
import { id, instant, seq, stopText, text } from './shapes.ts'

/** The session's user signs with their own PIN. */
const ownSignature = z.strictObject({ pin: z.string() })
/** Anybody competent countersigns, by user id and PIN, whoever's session it is. */
const anySignature = z.strictObject({ userId: z.string(), pin: z.string() })

const envelope = {
  commandId: id,
  expectedVersion: z.int().check(z.minimum(0)),
  happenedAt: instant,
  lateReason: z.optional(text),
}

/** A fact needs no signature; one that is given all the same is proven like any other. */
function unsigned<K extends CommandKind>(kind: K) {
  return z.strictObject({
    ...envelope,
    kind: z.literal(kind),
    ...fieldsOf[kind],
    signature: z.optional(ownSignature),
  })
}
function signed<K extends CommandKind>(kind: K) {
  return z.strictObject({
    ...envelope,
    kind: z.literal(kind),
    ...fieldsOf[kind],
    signature: ownSignature,
  })
}
function shownAndSigned<K extends CommandKind>(kind: K) {
  return z.strictObject({
    ...envelope,
    kind: z.literal(kind),
    ...fieldsOf[kind],
    shown,
    signature: ownSignature,
  })
}
/** SIGN-5: a stop or cease is taken with a missing or wrong PIN too. */
function neverBlocked<K extends CommandKind>(kind: K) {
  return z.strictObject({
    ...envelope,
    lateReason: z.optional(stopText),
    kind: z.literal(kind),
    ...fieldsOf[kind],
    signature: z.optional(z.strictObject({ pin: z.optional(z.string()) })),
  })
}

/** CHART-8: one patient, one MRN, in whatever letters it was keyed. */
const admitted = z.extend(patient, { mrn: patient.shape.mrn.check(z.toUpperCase()) })

/** Opening a chart; its `commandId` becomes the chart's id (POST /api/charts). */
export const openChart = z.strictObject({
  ...envelope,
  expectedVersion: z.optional(z.int()),
  kind: z._default(z.literal('openChart'), 'openChart'),
  ...fieldsOf.openChart,
  patient: admitted,
})
export type OpenChart = z.infer<typeof openChart>

/** Every command on an open chart. */
export const command = z.discriminatedUnion('kind', [
  unsigned('recordWeight'),
  signed('prescribe'),
  shownAndSigned('giveBolus'),
  shownAndSigned('startInfusion'),
  unsigned('recordCollection'),
  unsigned('recordResult'),
  shownAndSigned('changeRate'),
  shownAndSigned('keepRate'),
  signed('orderRate'),
  signed('orderBolus'),
  neverBlocked('stopInfusion'),
  neverBlocked('ceaseInfusion').check(
    z.refine(({ reason, text }) => reason !== 'other' || text !== undefined, {
      error: 'Say in words why it is ceased.',
      path: ['text'],
    }),
  ),
  unsigned('interruptInfusion'),
  shownAndSigned('resumeInfusion'),
  shownAndSigned('recommenceInfusion'),
  signed('assessBleeding'),
  signed('clearSuspension'),
  unsigned('recordBedsideFact'),
  shownAndSigned('restartInfusion'),
  z.strictObject({
    ...envelope,
    kind: z.literal('countersign'),
    ...fieldsOf.countersign,
    shown: z.optional(shown),
    signature: anySignature,
  }),
  signed('strikeOut'),
  unsigned('withdraw'),
  unsigned('transferWard'),
  signed('closeChart'),
  unsigned('writeNote'),
  unsigned('recordEducation').check(
    z.refine(({ to, name }) => (to === 'patient') === (name === undefined), {
      error: 'Name the carer or family member; the patient is named by the chart.',
      path: ['name'],
    }),
  ),
  unsigned('recordHandover'),
  signed('hangBag'),
  unsigned('withholdBolus'),
  unsigned('recordAllergies'),
  unsigned('changeAmo'),
  unsigned('recordMedicines'),
  signed('recordSecondIndication'),
  signed('endDeviation'),
  unsigned('explainDeviation'),
  unsigned('orderBloods'),
  unsigned('recordBloods'),
  signed('reviewBloods'),
  signed('answerPlateletAlert'),
  signed('reviewInfusion'),
  signed('reviewEvent'),
  signed('reviewAsPharmacist'),
  unsigned('nameMoTold'),
  unsigned('recordObservation'),
  unsigned('recordFall'),
  unsigned('recordAdverseEvent'),
  unsigned('tickStep'),
  signed('planProcedure'),
  unsigned('moveProcedure'),
  unsigned('endProcedure'),
  unsigned('cancelProcedure'),
])
export type Command = z.infer<typeof command>
export type CommandOf<K extends Command['kind']> = Extract<Command, { kind: K }>

/** The checker's blind figures, before the "set pump to" card (SIGN-4 b). */
export const checkRequest = z.strictObject({
  commandId: id,
  actSeq: seq,
  userId: z.string(),
  checkedResultText: fieldsOf.countersign.checkedResultText,
  checkedCollectedAt: fieldsOf.countersign.checkedCollectedAt,
  checkedRateMlPerHour: fieldsOf.countersign.checkedRateMlPerHour,
  checkedUnits: fieldsOf.countersign.checkedUnits,
})
export type CheckRequest = z.infer<typeof checkRequest>
