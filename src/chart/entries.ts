/**
 * Entries: what happened, past tense, append-only (CHART-1). An entry is its command's fields (never a PIN)
 * with its place in the chart, its person and the server's time. What was worked out at the time (advice, the
 * base rate and hold of a stop) is stored with it, so that an old entry keeps its meaning in a later build.
 */
import * as z from 'zod/mini'
import type { Advice } from '../nomogram/advise.ts'
import { captured } from './captured.ts'
import { type CommandKind, fieldsOf, shown } from './fields.ts'
import { personOnEntry } from './people.ts'
import { id, instant, stopText } from './shapes.ts'

const envelope = {
  chartId: id,
  seq: z.int(),
  version: z.int(),
  commandId: id,
  by: personOnEntry,
  happenedAt: instant,
  recordedAt: instant,
  lateReason: z.optional(stopText),
  hash: z.string(),
}

/** The entry that each command makes. */
export const entryKindOf = {
  openChart: 'chartOpened',
  recordWeight: 'weightRecorded',
  prescribe: 'infusionPrescribed',
  giveBolus: 'bolusGiven',
  startInfusion: 'infusionStarted',
  recordCollection: 'apttCollected',
  recordResult: 'apttResulted',
  changeRate: 'rateChanged',
  keepRate: 'rateKept',
  orderRate: 'rateOrdered',
  orderBolus: 'bolusOrdered',
  stopInfusion: 'infusionStopped',
  ceaseInfusion: 'infusionCeased',
  interruptInfusion: 'infusionInterrupted',
  resumeInfusion: 'infusionResumed',
  recommenceInfusion: 'infusionRecommenced',
  assessBleeding: 'bleedingAssessed',
  clearSuspension: 'suspensionCleared',
  recordBedsideFact: 'bedsideFactRecorded',
  restartInfusion: 'infusionRestarted',
  countersign: 'countersigned',
  strikeOut: 'entryStruckOut',
  withdraw: 'actWithdrawn',
  transferWard: 'wardTransferred',
  closeChart: 'chartClosed',
  writeNote: 'noteWritten',
  recordEducation: 'educationGiven',
  recordHandover: 'handedOver',
  hangBag: 'bagHung',
  withholdBolus: 'bolusWithheld',
  recordAllergies: 'allergiesRecorded',
  changeAmo: 'amoChanged',
  recordMedicines: 'medicinesRecorded',
  recordSecondIndication: 'secondIndicationRecorded',
  endDeviation: 'deviationEnded',
  explainDeviation: 'deviationExplained',
  orderBloods: 'bloodsOrdered',
  recordBloods: 'bloodsResulted',
  reviewBloods: 'bloodsReviewed',
  answerPlateletAlert: 'plateletAlertAnswered',
  reviewInfusion: 'infusionReviewed',
  reviewEvent: 'eventReviewed',
  reviewAsPharmacist: 'pharmacistReviewed',
  nameMoTold: 'moToldNamed',
  recordObservation: 'observationRecorded',
  recordFall: 'fallRecorded',
  recordAdverseEvent: 'adverseEventRecorded',
  tickStep: 'stepTicked',
  planProcedure: 'procedurePlanned',
  moveProcedure: 'procedureMoved',
  endProcedure: 'procedureEnded',
  cancelProcedure: 'procedureCancelled',
} as const satisfies Record<CommandKind, string>

/** Taken on a tablet while the server was out of reach, and put on the record later (CHART-10). */
const late = { ...envelope, captured: z.optional(captured) }
/** A stop or cease is taken from nobody too: where no one is signed in, from a tablet that is known (SIGN-5). */
const unblocked = { ...late, by: z.nullable(personOnEntry) }

function made<K extends CommandKind>(kind: K) {
  return z.strictObject({ ...envelope, kind: z.literal(entryKindOf[kind]), ...fieldsOf[kind] })
}
function madeOrCaptured<K extends CommandKind>(kind: K) {
  return z.strictObject({ ...late, kind: z.literal(entryKindOf[kind]), ...fieldsOf[kind] })
}
function madeWithShown<K extends CommandKind>(kind: K) {
  return z.strictObject({
    ...envelope,
    kind: z.literal(entryKindOf[kind]),
    ...fieldsOf[kind],
    shown,
  })
}

/** The states of a result (NOMO-9), with what became of it. */
export const sampleUse = z.enum([
  'rejected',
  'baseline',
  'off',
  'stale',
  'superseded',
  'line',
  'early',
  'old',
  'usable',
  'acted',
  'struck-out',
])
export type SampleUse = z.infer<typeof sampleUse>

/** The engine's answer as it was stored; its type is the engine's. */
const storedAdvice = z.looseObject({ kind: z.enum(['no-change', 'change', 'stop', 'refer']) })

const identity = z.enum(['confirmed', 'unconfirmed'])
const checkedFigures = {
  actSeq: fieldsOf.countersign.actSeq,
  checkedResultText: fieldsOf.countersign.checkedResultText,
  checkedCollectedAt: fieldsOf.countersign.checkedCollectedAt,
  checkedRateMlPerHour: fieldsOf.countersign.checkedRateMlPerHour,
  checkedUnits: fieldsOf.countersign.checkedUnits,
}

export const entry = z.discriminatedUnion('kind', [
  made('openChart'),
  made('recordWeight'),
  z.strictObject({
    ...envelope,
    kind: z.literal('infusionPrescribed'),
    ...fieldsOf.prescribe,
    protocolVersion: z.string(),
    weightSeq: z.nullable(z.int()),
  }),
  madeWithShown('giveBolus'),
  madeWithShown('startInfusion'),
  madeOrCaptured('recordCollection'),
  z.strictObject({
    ...envelope,
    kind: z.literal('apttResulted'),
    ...fieldsOf.recordResult,
    use: sampleUse,
    advice: z.nullable(storedAdvice),
  }),
  madeWithShown('changeRate'),
  madeWithShown('keepRate'),
  made('orderRate'),
  made('orderBolus'),
  z.strictObject({
    ...unblocked,
    kind: z.literal('infusionStopped'),
    ...fieldsOf.stopInfusion,
    identity,
    rateBeforeMlPerHour: z.nullable(z.number()),
    restartNotBefore: z.nullable(instant),
    restartRateMlPerHour: z.nullable(z.number()),
  }),
  z.strictObject({
    ...unblocked,
    kind: z.literal('infusionCeased'),
    ...fieldsOf.ceaseInfusion,
    identity,
    rateBeforeMlPerHour: z.nullable(z.number()),
  }),
  made('interruptInfusion'),
  madeWithShown('resumeInfusion'),
  madeWithShown('recommenceInfusion'),
  made('assessBleeding'),
  made('clearSuspension'),
  made('recordBedsideFact'),
  madeWithShown('restartInfusion'),
  z.strictObject({
    ...envelope,
    kind: z.literal('countersigned'),
    ...fieldsOf.countersign,
    shown: z.optional(shown),
  }),
  made('strikeOut'),
  made('withdraw'),
  made('transferWard'),
  made('closeChart'),
  made('writeNote'),
  made('recordEducation'),
  made('recordHandover'),
  made('hangBag'),
  made('withholdBolus'),
  made('recordAllergies'),
  made('changeAmo'),
  made('recordMedicines'),
  made('recordSecondIndication'),
  made('endDeviation'),
  made('explainDeviation'),
  made('orderBloods'),
  made('recordBloods'),
  made('reviewBloods'),
  made('answerPlateletAlert'),
  made('reviewInfusion'),
  made('reviewEvent'),
  made('reviewAsPharmacist'),
  made('nameMoTold'),
  madeOrCaptured('recordObservation'),
  made('recordFall'),
  made('recordAdverseEvent'),
  made('tickStep'),
  made('planProcedure'),
  made('moveProcedure'),
  made('endProcedure'),
  made('cancelProcedure'),
  z.strictObject({ ...envelope, kind: z.literal('secondCheckMatched'), ...checkedFigures }),
  z.strictObject({
    ...envelope,
    kind: z.literal('secondCheckMismatched'),
    ...checkedFigures,
    pumpReadBackMlPerHour: fieldsOf.countersign.pumpReadBackMlPerHour,
    /** Where it differed: the blind figures (SIGN-4 b) or the pump's read-back (SIGN-4 c). */
    step: z.enum(['check', 'read-back']),
  }),
])

type Stored = z.infer<typeof entry>
type WithAdvice<T> = T extends { kind: 'apttResulted' }
  ? Omit<T, 'advice'> & { advice: Advice | null }
  : T
/** One line of the record. */
export type Entry = WithAdvice<Stored>
export type EntryKind = Entry['kind']
export type EntryOf<K extends EntryKind> = Extract<Entry, { kind: K }>
type WithoutHash<T> = T extends unknown ? Omit<T, 'hash'> : never
/** An entry before the store has put its hash on it. */
export type UnhashedEntry = WithoutHash<Entry>

/** Acts of two signatures that wait for the second one before they take effect (class T of the contract). */
export const pendingKinds = [
  'bolusGiven',
  'infusionStarted',
  'rateChanged',
  'infusionRestarted',
  'infusionResumed',
  'infusionRecommenced',
] as const satisfies readonly EntryKind[]
export type PendingKind = (typeof pendingKinds)[number]
export type PendingEntry = EntryOf<PendingKind>

export function isPendingKind(kind: EntryKind): kind is PendingKind {
  return (pendingKinds as readonly EntryKind[]).includes(kind)
}
