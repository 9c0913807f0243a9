import { instantOf } from '../../../src/time.ts'
import { newId } from './databases.ts'
import { type Device, pinOf, type Reply, type TestWard } from './ward.ts'

/** The patient of the contract's examples. */
export const patient = {
  mrn: '9000017',
  surname: 'Nguyen',
  given: 'Alex',
  dateOfBirth: '1951-03-09',
  sex: 'female',
}

/** What a signer of that patient's chart sees; the rest as the act has it. */
const shown = {
  name: 'NGUYEN, Alex',
  dateOfBirth: '1951-03-09',
  mrn: '9000017',
  protocol: 'vte',
  protocolVersion: '402.3',
  resultText: null as string | null,
  collectedAt: null as string | null,
  oldRateMlPerHour: null as number | null,
}

/** A command that opens a chart on 7-west. */
export function opening(more: object = {}) {
  return {
    commandId: newId(),
    happenedAt: '2027-03-09T21:30:00Z',
    wardId: '7-west',
    bed: '12',
    patient,
    allergies: [],
    amo: 'Dr Sami Haddad',
    ...more,
  }
}

/** A chart as a test works on it. */
export interface CourseChart {
  readonly id: string
  /** Sends a command with a new id, at the clinical clock unless it says when, and gives the reply. */
  send(device: Device, kind: string, fields: object): Promise<Reply>
  /** The same, which must be accepted. */
  done(device: Device, kind: string, fields: object): Promise<Reply>
  view(): Promise<Reply['body']>
}

/** A chart in the state of the contract's titration example: VTE at 14 mL/hr, APTT 98.0, version 8, seq 9. */
export async function runningVte(ward: TestWard) {
  const adams = await ward.signIn('rn.adams')
  const chen = await ward.signIn('mo.chen')
  at(ward, '2027-03-09T21:30:00Z')
  const chart = await openChart(adams)
  await chart.done(adams, 'recordWeight', { kg: 78, method: 'measured' })
  await chart.done(chen, 'prescribe', {
    ...vtePrescription,
    bolusUnits: 6000,
    rateMlPerHour: 14,
    signature: { pin: pinOf('mo.chen') },
  })
  at(ward, '2027-03-09T22:00:00Z')
  const own = { signature: { pin: pinOf('rn.adams') } }
  const second = { signature: { userId: 'rn.baker', pin: pinOf('rn.baker') } }
  await chart.done(adams, 'giveBolus', { orderSeq: 3, units: 6000, shown, ...own })
  await chart.done(adams, 'countersign', { actSeq: 4, checkedUnits: 6000, shown, ...second })
  await chart.done(adams, 'startInfusion', {
    rateMlPerHour: 14,
    bag: { units: 25_000, volumeMl: 250 },
    shown,
    ...own,
  })
  await chart.done(adams, 'countersign', {
    actSeq: 6,
    checkedRateMlPerHour: 14,
    pumpReadBackMlPerHour: 14,
    shown,
    ...second,
  })
  at(ward, '2027-03-10T04:00:00Z')
  await chart.done(adams, 'recordCollection', { site: 'away-from-heparin' })
  at(ward, '2027-03-10T04:45:00Z')
  await chart.done(adams, 'recordResult', { text: '98.0', sample: { collectionSeq: 8 } })
  at(ward, '2027-03-10T04:50:03Z')
  return { chart, adams, chen }
}

/** The fields of a VTE prescription beside its figures and its signature. */
export const vtePrescription = {
  indication: 'Pulmonary embolism',
  protocol: 'vte',
  restrictions: [],
  contraindications: [],
  adviceFrom: [],
}

/** What both signers of the example's titration see. */
const shownAtTitration = {
  ...shown,
  resultText: '98.0',
  collectedAt: '2027-03-10T04:00:00Z',
  oldRateMlPerHour: 14,
}

/** The first signature of the example, as the contract prints it. */
export const firstSignature = {
  commandId: '6f0d0c0e-6c53-4c0e-9a51-0f7c2b1d9e01',
  expectedVersion: 8,
  kind: 'changeRate',
  happenedAt: '2027-03-10T04:50:00Z',
  resultSeq: 9,
  newRateMlPerHour: 12,
  shown: shownAtTitration,
  signature: { pin: '204811' },
}

/** The second signature of the example, as the contract prints it. */
export const secondSignature = {
  commandId: '0b9e7a52-7d0c-4a43-8f0a-5a1c6d3e7f02',
  expectedVersion: 9,
  kind: 'countersign',
  happenedAt: '2027-03-10T04:55:00Z',
  actSeq: 10,
  checkedResultText: '98.0',
  checkedRateMlPerHour: 12,
  pumpReadBackMlPerHour: 12,
  shown: shownAtTitration,
  signature: { userId: 'rn.baker', pin: '738256' },
}

/** Moves the clinical clock. */
export function at(ward: TestWard, iso: string): void {
  ward.clock.moveTo(instantOf(iso))
}

/** Opens a chart and gives the means to work on it; it happened at the clinical clock. */
export async function openChart(device: Device, more: object = {}): Promise<CourseChart> {
  const session = await device.get('/api/session')
  const command = opening({ happenedAt: session.body.now, ...more })
  accepted(await device.post('/api/charts', command), 'openChart')
  return chartOf(device, command.commandId)
}

function chartOf(reader: Device, id: string): CourseChart {
  const path = `/api/charts/${id}`
  async function send(device: Device, kind: string, fields: object): Promise<Reply> {
    const chart = await reader.get(path)
    return device.post(`${path}/commands`, {
      commandId: newId(),
      expectedVersion: chart.body.version,
      kind,
      happenedAt: chart.body.now,
      ...fields,
    })
  }
  return {
    id,
    send,
    done: async (device, kind, fields) => accepted(await send(device, kind, fields), kind),
    view: async () => (await reader.get(path)).body,
  }
}

function accepted(reply: Reply, kind: string): Reply {
  if (reply.status === 201) return reply
  throw new Error(`${kind} was answered ${reply.status}: ${JSON.stringify(reply.body)}`)
}
