import { expect, test, vi } from 'vitest'
import { isoOf, plusHours } from '../../src/time.ts'
import { type Answer, fakeWard, NOW, type Seen, sessionOf } from '../support/fakeWard.ts'
import { memoryOutbox } from '../support/memoryOutbox.ts'

const row = (chartId: string, bed: string, status = 'running', rateUnconfirmed = false) => ({
  ...{ chartId, bed, next: null, alarms: [], seq: 9 },
  patient: { mrn: bed, surname: 'Singh', given: 'P', dateOfBirth: '1950-01-01', sex: 'F' },
  infusion: {
    ...{ status, rateUnconfirmed, suspended: [], stop: null },
    ...{ rateMlPerHour: 14, since: isoOf(NOW) },
  },
})
const WARDS = [
  { wardId: '7-west', name: '7 West' },
  { wardId: '8-east', name: '8 East' },
]

/** A tablet of two wards, whose boards the test may change. */
async function onTwoWards() {
  const boards: Record<string, ReturnType<typeof row>[]> = { '7-west': [], '8-east': [] }
  const outbox = memoryOutbox()
  const answer = ({ method, path }: Seen): Answer | null => {
    if (path === '/api/session' && method === 'GET') {
      return { status: 200, body: { ...sessionOf(), wards: WARDS } }
    }
    const wardId = /^\/api\/wards\/([^/]+)\/board$/.exec(path)?.[1]
    return wardId === undefined
      ? null
      : { status: 200, body: { now: isoOf(NOW), charts: boards[wardId] } }
  }
  const ward = fakeWard({ outbox, answer })
  const beds = async () => (await outbox.stopList())?.charts.map(({ bed }) => bed)
  return { boards, outbox, ward, beds }
}

test('SIGN-5, H23: looking at another ward takes nobody of this one off the kept list', async () => {
  const { boards, ward, beds } = await onTwoWards()
  boards['7-west'] = [row('c1', '4')]
  boards['8-east'] = [row('c2', '31')]
  await ward.store.start()
  await vi.waitFor(async () => expect(await beds()).toEqual(['4']))
  ward.store.chooseWard('8-east')
  await vi.waitFor(async () => expect(await beds()).toEqual(['4', '31']))
})

test('SIGN-5: who no longer runs on the board of their ward is off the list, wherever the row came from', async () => {
  const { boards, outbox, ward, beds } = await onTwoWards()
  boards['7-west'] = [row('c1', '4', 'ceased'), row('c2', '5')]
  const { patient } = row('c1', '4')
  // As the server made it of all wards: it does not say which.
  await outbox.keepStopList(() => ({
    at: isoOf(plusHours(NOW, -1)),
    charts: [{ chartId: 'c1', bed: '4', patient, seq: null, version: 0 }],
  }))
  await ward.store.start()
  await vi.waitFor(async () => expect(await beds()).toEqual(['5']))
  boards['7-west'] = [row('c2', '5', 'ceased')]
  await ward.store.refreshBoard()
  await vi.waitFor(async () => expect(await beds()).toEqual([]))
})

test('SIGN-5, H23, CHART-1: a pump that has to be read is on the list, whatever state its chart shows', async () => {
  const { boards, ward, beds } = await onTwoWards()
  boards['7-west'] = [row('c1', '4', 'stopped', true), row('c2', '5', 'stopped')]
  await ward.store.start()
  await vi.waitFor(async () => expect(await beds()).toEqual(['4']))
})

test('H15: a row of another ward is let go a day after its own board, however new this one is', async () => {
  const { boards, outbox, ward, beds } = await onTwoWards()
  const { patient } = row('c1', '4')
  const old = { chartId: 'c1', bed: '4', patient, seq: null, version: 0, wardId: '8-east' }
  await outbox.keepStopList(() => ({
    at: isoOf(plusHours(NOW, -1)),
    charts: [
      { ...old, at: isoOf(plusHours(NOW, -25)) },
      { ...old, chartId: 'c3', bed: '6', at: isoOf(plusHours(NOW, -23)) },
    ],
  }))
  boards['7-west'] = [row('c2', '5')]
  await ward.store.start()
  await vi.waitFor(async () => expect(await beds()).toEqual(['6', '5']))
})
