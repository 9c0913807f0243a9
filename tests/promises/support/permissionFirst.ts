import { BAG, type Outside, prescription, t } from '../../contract/support/tablet.ts'
import {
  alerted,
  atPrescription,
  atRunning,
  biopsy,
  bleeding,
  bloods,
  ceased,
  concerned,
  deviation,
  fact,
  followedBy,
  held,
  hung,
  type InState,
  interrupted,
  medicines,
  NOW,
  noted,
  operated,
  order,
  prescribedAgain,
  running,
  start,
  stopped,
  titrated,
  withResult,
} from './permissionCharts.ts'

/** How an act of the first table is tried: on which chart, with which fields. */
export interface Tried {
  readonly on: (ward: Outside) => Promise<InState>
  readonly fields: (state: InState) => object
  /** It stays open after it was done: the next person tries it on the same chart. */
  readonly repeats?: true
  /** The chart's own author tries it: the entry with the state's seq is theirs. */
  readonly byAuthor?: true
}

/** Every act of the first table but the opening of a chart. */
export const firstActs: Readonly<Record<string, Tried>> = {
  recordWeight: { on: noted, fields: () => ({ kg: 78, method: 'measured' }), repeats: true },
  prescribe: {
    on: atPrescription,
    fields: () => prescription('vte', { reason: 'Looked at again' }),
  },
  'prescribe:deviation': {
    on: atPrescription,
    fields: () => prescription('vte', { rateMlPerHour: 16, reason: 'Needed', deviation }),
  },
  giveBolus: { on: atPrescription, fields: () => ({ orderSeq: 3, units: 6000 }) },
  startInfusion: { on: atPrescription, fields: () => ({ rateMlPerHour: 14, bag: BAG }) },
  recordCollection: {
    on: atRunning,
    fields: () => ({ site: 'away-from-heparin' }),
    repeats: true,
  },
  recordResult: {
    on: followedBy(running, 'rn.adams', 'recordCollection', { site: 'away-from-heparin' }),
    fields: ({ seq }) => ({ text: '60.0', sample: { collectionSeq: seq } }),
  },
  changeRate: {
    on: (ward) => withResult(ward, '98.0'),
    fields: ({ seq }) => ({ resultSeq: seq, newRateMlPerHour: 12 }),
  },
  keepRate: { on: (ward) => withResult(ward, '60.0'), fields: ({ seq }) => ({ resultSeq: seq }) },
  orderRate: {
    on: (ward) => withResult(ward, '> 100'),
    fields: ({ seq }) => ({ resultSeq: seq, rateMlPerHour: 12, reason: 'The row below' }),
  },
  'orderRate:deviation': { on: atRunning, fields: () => ({ ...order, deviation }) },
  orderBolus: {
    on: (ward) => withResult(ward, '38.0'),
    fields: ({ seq }) => ({ resultSeq: seq, units: 5000, adviceFrom: [] }),
  },
  stopInfusion: { on: atRunning, fields: () => ({ reason: 'concern' }), repeats: true },
  ceaseInfusion: { on: atRunning, fields: () => ({ reason: 'head-injury' }), repeats: true },
  interruptInfusion: { on: atRunning, fields: () => ({ reason: 'Transport' }) },
  resumeInfusion: { on: interrupted, fields: () => ({ rateMlPerHour: 14 }) },
  'resumeInfusion:concern': { on: concerned, fields: () => ({ rateMlPerHour: 14 }) },
  recommenceInfusion: {
    on: prescribedAgain,
    fields: ({ seq }) => ({ orderSeq: seq, rateMlPerHour: 12 }),
  },
  restartInfusion: { on: held, fields: () => ({ rateMlPerHour: 12, orderSeq: null }) },
  assessBleeding: { on: stopped, fields: () => ({ finding: 'none', plan: 'restart' }) },
  clearSuspension: {
    on: (ward) => ceased(ward, 'suspected-major-bleed'),
    fields: () => ({ reason: 'suspected-major-bleed', finding: 'None', nextStep: 'Watch' }),
  },
  recordBedsideFact: { on: atRunning, fields: () => fact },
  'strikeOut:own': {
    on: noted,
    fields: ({ seq }) => ({ struckSeq: seq, reason: 'Wrong patient' }),
    byAuthor: true,
  },
  "strikeOut:another's": {
    on: noted,
    fields: ({ seq }) => ({ struckSeq: seq, reason: 'Wrong patient' }),
  },
  "withdraw:another's": { on: start, fields: ({ seq }) => ({ actSeq: seq }) },
  transferWard: { on: noted, fields: () => ({ wardId: '7-west', bed: '3' }), repeats: true },
  closeChart: { on: ceased, fields: () => ({ reason: 'Treatment complete' }) },
  writeNote: { on: noted, fields: () => ({ text: 'Slept well.' }), repeats: true },
  recordEducation: {
    on: noted,
    fields: () => ({ to: 'patient', interpreter: null, what: 'leaflet' }),
    repeats: true,
  },
  recordHandover: {
    on: noted,
    fields: () => ({ to: { name: 'Baker, Lee', role: 'RN' } }),
    repeats: true,
  },
  hangBag: { on: atRunning, fields: () => hung },
  withholdBolus: { on: atPrescription, fields: () => ({ orderSeq: 3, reason: 'Asked to wait' }) },
  recordAllergies: { on: noted, fields: () => ({ allergies: [] }), repeats: true },
  changeAmo: { on: noted, fields: () => ({ amo: 'Dr Lee' }), repeats: true },
  recordMedicines: { on: noted, fields: () => ({ medicines }), repeats: true },
  recordSecondIndication: {
    on: atPrescription,
    fields: () => ({
      secondIndication: { indication: 'AF', amo: 'Haddad', protocol: 'vte', rationale: 'Both' },
    }),
    repeats: true,
  },
  endDeviation: {
    on: followedBy(running, 'amo.haddad', 'orderRate', {
      ...order,
      deviation: { ...deviation, until: 'ended' },
    }),
    fields: ({ seq }) => ({ deviationSeq: seq, reason: 'It is over', amo: 'Haddad' }),
  },
  explainDeviation: {
    on: followedBy(running, 'amo.haddad', 'orderRate', {
      ...order,
      deviation: { ...deviation, until: 'ended' },
    }),
    fields: ({ seq }) => ({ deviationSeq: seq, to: 'The nurses', copiedToRecord: true }),
  },
  orderBloods: { on: noted, fields: () => ({ tests: ['fbc'] }), repeats: true },
  recordBloods: { on: noted, fields: () => bloods(240), repeats: true },
  reviewBloods: {
    on: followedBy(running, 'rn.adams', 'recordBloods', bloods(240)),
    fields: ({ seq }) => ({ bloodsSeqs: [seq] }),
  },
  answerPlateletAlert: {
    on: alerted,
    fields: ({ seq }) => ({
      bloodsSeq: seq,
      consulted: { role: 'haematology-registrar', name: 'Dr Lee', at: t(NOW - 10) },
      plan: 'Cease and send the HIT screen',
    }),
  },
  reviewInfusion: {
    on: atRunning,
    fields: () => ({ effect: 'In range', bleeding: 'none', clots: 'none', orderStands: true }),
    repeats: true,
  },
  reviewEvent: {
    on: bleeding,
    fields: ({ seq }) => ({ eventSeq: seq, finding: 'Gums ooze', plan: 'Go on' }),
  },
  reviewAsPharmacist: {
    on: atRunning,
    fields: () => ({ concern: 'none', text: 'Seen' }),
    repeats: true,
  },
  nameMoTold: {
    on: titrated,
    fields: ({ seq }) => ({ actSeq: seq, moTold: { name: 'Dr Chen', at: t(NOW) } }),
  },
  recordObservation: {
    on: atRunning,
    fields: () => ({ bleeding: 'none-seen', sites: [] }),
    repeats: true,
  },
  recordFall: {
    on: atRunning,
    fields: () => ({ witnessed: true, headInjury: 'none-seen' }),
    repeats: true,
  },
  recordAdverseEvent: {
    on: atRunning,
    fields: () => ({ event: 'other', text: 'A rash' }),
    repeats: true,
  },
  tickStep: {
    on: bleeding,
    fields: ({ seq }) => ({ guideline: 'minor-bleed', step: 'risks-looked-at', aboutSeq: seq }),
  },
  planProcedure: { on: atRunning, fields: () => biopsy },
  moveProcedure: {
    on: followedBy(running, 'mo.chen', 'planProcedure', biopsy, true),
    fields: ({ seq }) => ({ planSeq: seq, bookedAt: t(NOW + 700), reason: 'The list moved' }),
  },
  endProcedure: {
    on: operated,
    fields: ({ seq }) => ({ planSeq: seq, haemostasis: 'confirmed' }),
  },
  cancelProcedure: {
    on: followedBy(running, 'mo.chen', 'planProcedure', biopsy, true),
    fields: ({ seq }) => ({ planSeq: seq, reason: 'Not needed' }),
  },
}
