import { newId } from '../../server/support/databases.ts'
import { pinOf } from '../../server/support/ward.ts'
import { signedBy } from './site.ts'

/** What is sent to a chart, or opens one. */
export interface Command {
  readonly commandId: string
  readonly kind?: string
  readonly [field: string]: unknown
}

/** A chart as an experiment keeps it: what the next command has to say about it. */
export interface Bed {
  readonly chartId: string
  readonly mrn: string
  version: number
  rate: number
  /** The result that waits for an answer. */
  result: { readonly seq: number; readonly text: string; readonly collectedAt: string } | null
}

/** A result above the stroke protocol's range, which lowers the rate by 0.5 mL/hr, and one below, which raises it. */
const HIGH = { text: '62.0', change: -0.5 }
const LOW = { text: '42.0', change: 0.5 }
const START_RATE = 9

/** The opening of a chart for one patient. */
export function opening(mrn: string, now: string): Command {
  return {
    commandId: newId(),
    happenedAt: now,
    wardId: '7-west',
    bed: '12',
    patient: {
      mrn,
      surname: 'Nguyen',
      given: 'Alex',
      dateOfBirth: '1951-03-09',
      sex: 'female',
    },
    allergies: [],
    amo: 'Dr Sami Haddad',
  }
}

/** The chart that such a command opens. */
export function bedOf(command: Command, mrn: string): Bed {
  return { chartId: command.commandId, mrn, version: 1, rate: START_RATE, result: null }
}

/** The text of the next result: the rate goes down and up again by turns. */
export function nextText({ rate }: Bed): string {
  return rate < START_RATE ? LOW.text : HIGH.text
}

/** The rate that the protocol gives for the result that waits. */
export function advisedRate({ rate, result }: Bed): number {
  return rate + (result?.text === LOW.text ? LOW.change : HIGH.change)
}

function command(bed: Bed, kind: string, now: string, fields: object): Command {
  return { commandId: newId(), expectedVersion: bed.version, kind, happenedAt: now, ...fields }
}

function shown({ mrn, rate, result }: Bed, isStarted: boolean): object {
  return {
    name: 'NGUYEN, Alex',
    dateOfBirth: '1951-03-09',
    mrn,
    protocol: 'stroke',
    protocolVersion: '402.3',
    resultText: result?.text ?? null,
    collectedAt: result?.collectedAt ?? null,
    oldRateMlPerHour: isStarted ? rate : null,
  }
}

/** The commands of a patient with an acute stroke, who is given no bolus. `now` is when they are sent and happened. */
export const say = {
  note: (bed: Bed, now: string, text: string) => command(bed, 'writeNote', now, { text }),
  weight: (bed: Bed, now: string) =>
    command(bed, 'recordWeight', now, { kg: 60, method: 'measured' }),
  prescribe: (bed: Bed, now: string, by: string) =>
    command(bed, 'prescribe', now, {
      indication: 'Acute ischaemic stroke',
      protocol: 'stroke',
      bolusUnits: null,
      rateMlPerHour: START_RATE,
      restrictions: [],
      contraindications: [],
      adviceFrom: [{ role: 'neurologist', name: 'Dr Lee', at: now }],
      signature: signedBy(by),
    }),
  start: (bed: Bed, now: string, by: string) =>
    command(bed, 'startInfusion', now, {
      rateMlPerHour: START_RATE,
      bag: { units: 25_000, volumeMl: 250 },
      shown: shown(bed, false),
      signature: signedBy(by),
    }),
  countersignStart: (bed: Bed, now: string, actSeq: number, by: string) =>
    command(bed, 'countersign', now, {
      actSeq,
      checkedRateMlPerHour: START_RATE,
      pumpReadBackMlPerHour: START_RATE,
      shown: shown(bed, false),
      signature: { userId: by, pin: pinOf(by) },
    }),
  collect: (bed: Bed, now: string) =>
    command(bed, 'recordCollection', now, { site: 'away-from-heparin' }),
  result: (bed: Bed, now: string, collectionSeq: number) =>
    command(bed, 'recordResult', now, { text: nextText(bed), sample: { collectionSeq } }),
  change: (bed: Bed, now: string, by: string) =>
    command(bed, 'changeRate', now, {
      resultSeq: bed.result?.seq,
      newRateMlPerHour: advisedRate(bed),
      shown: shown(bed, true),
      signature: signedBy(by),
    }),
  check: (bed: Bed, actSeq: number, by: string): Command => ({
    commandId: newId(),
    actSeq,
    userId: by,
    checkedResultText: bed.result?.text,
    checkedRateMlPerHour: advisedRate(bed),
  }),
  countersignChange: (bed: Bed, now: string, actSeq: number, by: string) =>
    command(bed, 'countersign', now, {
      actSeq,
      checkedResultText: bed.result?.text,
      checkedRateMlPerHour: advisedRate(bed),
      pumpReadBackMlPerHour: advisedRate(bed),
      shown: shown(bed, true),
      signature: { userId: by, pin: pinOf(by) },
    }),
  withdraw: (bed: Bed, now: string, actSeq: number) => command(bed, 'withdraw', now, { actSeq }),
  stop: (bed: Bed, now: string, by: string) =>
    command(bed, 'ceaseInfusion', now, {
      reason: 'suspected-major-bleed',
      signature: signedBy(by),
    }),
}
