import type { Outside } from '../../contract/support/tablet.ts'
import {
  atPrescription,
  atRunning,
  ceased,
  checks,
  concerned,
  fact,
  held,
  hung,
  type InState,
  interrupted,
  prescribedAgain,
  signedOn,
  start,
  withResult,
} from './permissionCharts.ts'

/** How an act waits for its second signature, and what its checker keys. */
export interface Waiting {
  readonly on: (ward: Outside) => Promise<InState>
  readonly checked: object
  /** What the blind check asks for before the pump is set; absent: the act has none. */
  readonly blind?: object
  /** The countersign binds what its signer saw (SIGN-8). */
  readonly isBound?: true
}

const blindly = (rate: number, text?: string): Pick<Waiting, 'checked' | 'blind' | 'isBound'> => {
  const { pumpReadBackMlPerHour: _, ...blind } = checks(rate, text)
  return { checked: checks(rate, text), blind, isBound: true }
}

/** Every act of the second table, first signed or entered by rn.adams. */
export const secondActs: Readonly<Record<string, Waiting>> = {
  bolusGiven: {
    on: signedOn(atPrescription, 'giveBolus', () => ({ orderSeq: 3, units: 6000 })),
    checked: { checkedUnits: 6000 },
    blind: { checkedUnits: 6000 },
    isBound: true,
  },
  infusionStarted: { on: start, ...blindly(14) },
  rateChanged: {
    on: signedOn(
      (ward) => withResult(ward, '98.0'),
      'changeRate',
      ({ seq }) => ({ resultSeq: seq, newRateMlPerHour: 12 }),
    ),
    ...blindly(12, '98.0'),
  },
  infusionRestarted: {
    on: signedOn(held, 'restartInfusion', () => ({ rateMlPerHour: 12, orderSeq: null })),
    ...blindly(12),
  },
  infusionResumed: {
    on: signedOn(interrupted, 'resumeInfusion', () => ({ rateMlPerHour: 14 })),
    ...blindly(14),
  },
  infusionRecommenced: {
    on: signedOn(prescribedAgain, 'recommenceInfusion', ({ seq }) => ({
      orderSeq: seq,
      rateMlPerHour: 12,
    })),
    ...blindly(12),
  },
  rateKept: {
    on: signedOn(
      (ward) => withResult(ward, '60.0'),
      'keepRate',
      ({ seq }) => ({ resultSeq: seq }),
    ),
    checked: { checkedResultText: '60.0', checkedRateMlPerHour: 14 },
    isBound: true,
  },
  infusionStopped: { on: concerned, checked: {} },
  infusionCeased: { on: ceased, checked: {} },
  bagHung: { on: signedOn(atRunning, 'hangBag', () => hung), checked: { checkedUnits: 25_000 } },
  bedsideFactRecorded: {
    on: signedOn(atRunning, 'recordBedsideFact', () => fact),
    checked: {},
  },
  'bedsideFactRecorded:bolus': {
    on: signedOn(atRunning, 'recordBedsideFact', () => ({
      fact: 'bolus-given',
      units: 5000,
      reason: 'Given before it was signed',
    })),
    checked: {},
  },
  entryStruckOut: {
    on: signedOn(interrupted, 'strikeOut', ({ seq }) => ({
      struckSeq: seq,
      reason: 'It was another pump',
    })),
    checked: {},
  },
}
