import { describe, expect, test } from 'vitest'
import { type Instant, isoOf, plusHours } from '../../src/time.ts'
import { type Answer, type FakeWard, fakeWard, NOW } from '../support/fakeWard.ts'

const HOUR_MS = 3_600_000
const CHART = {
  ...{ chartId: 'c', bed: '1', seq: null, version: 0 },
  patient: { surname: 'Singh', given: 'P', dateOfBirth: '1950-01-01', mrn: '901' },
}

/** A tablet that the server answers nothing from now on, and whose clock somebody sets. */
async function cutOff() {
  const device = { elapsed: 0, errorMs: 0 }
  const ward = fakeWard({
    wall: () => NOW + device.elapsed + device.errorMs,
    answer: ({ path, method }) => (method === 'POST' || path.includes('/tablet/') ? 'lost' : null),
  })
  await ward.store.start()
  ward.stream('beat', { now: isoOf(NOW) })
  const pass = (hours: number) => {
    device.elapsed += hours * HOUR_MS
    ward.pass(hours * HOUR_MS)
  }
  return { ward, device, pass }
}
const kept = ({ store }: FakeWard) => store.outbox.state.getState().items[0]

test('SIGN-5, SIGN-7: a stop on a tablet that knows the time is kept with it', async () => {
  const { ward, pass } = await cutOff()
  pass(1)
  await ward.store.stopFrom(CHART, 'concern')
  expect(kept(ward)?.command.happenedAt).toBe(isoOf(plusHours(NOW, 1)))
})

test('SIGN-5, SIGN-7: a stop on a tablet whose clock was set is kept without a time rather than with an old one', async () => {
  const { ward, device, pass } = await cutOff()
  device.errorMs = -HOUR_MS
  ward.store.wake()
  expect(ward.store.state.getState().clockBasis).toBe('unknown')
  pass(3)
  await ward.store.stopFrom(CHART, 'concern')
  expect(kept(ward)?.command.kind).toBe('stopInfusion')
  expect(kept(ward)?.command.happenedAt).toBeUndefined()
  expect(kept(ward)?.keptAt).toBeNull()
})

describe('a stop that was kept without a time', () => {
  /** What is sent of it after the tablet's own clock has moved so far. */
  async function sentAfter(wallMs: number) {
    const tablet = { wall: NOW - 365 * 24 * HOUR_MS, isCutOff: true }
    const reachable: Answer = {
      status: 200,
      body: { now: isoOf(NOW), known: true, charts: [] },
    }
    const ward = fakeWard({
      wall: () => tablet.wall,
      answer: ({ path }) =>
        path === '/api/tablet/charts' && !tablet.isCutOff ? reachable : 'lost',
    })
    await ward.store.stopFrom(CHART, 'concern')
    expect(kept(ward)?.command.happenedAt).toBeUndefined()
    tablet.wall += wallMs
    tablet.isCutOff = false
    await ward.store.outbox.bring(`${kept(ward)?.id}`)
    const { command, isTimeCounted } =
      ward.seen.findLast(({ path }) => path.endsWith('/captured'))?.body ?? {}
    expect(isTimeCounted).toBe(true)
    return command
  }

  test('SIGN-7, H11: is dated by how long it waited, and says that the tablet’s clock gave the time', async () => {
    expect(await sentAfter(2 * HOUR_MS)).toMatchObject({
      happenedAt: isoOf(plusHours(NOW, -2)),
      lateReason: 'The clock of the tablet that kept it gave the time; nobody stated it.',
    })
  })

  test('SIGN-7: that waited for less than a minute asks for no reason', async () => {
    const sent = await sentAfter(59_000)
    expect(sent).toMatchObject({ happenedAt: isoOf((NOW - 59_000) as Instant) })
    expect(sent.lateReason).toBeUndefined()
  })

  test.each([
    ['put right by a year', 365 * 24 * HOUR_MS],
    ['set back', -HOUR_MS],
  ])(
    'SIGN-7, H11: on a tablet whose clock was %s meanwhile is dated by its arrival, and says why',
    async (_, wallMs) => {
      expect(await sentAfter(wallMs)).toMatchObject({
        happenedAt: isoOf(NOW),
        lateReason: 'Kept on the tablet until it could be sent; when it happened is not known.',
      })
    },
  )
})
