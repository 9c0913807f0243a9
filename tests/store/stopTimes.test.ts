import { expect, test } from 'vitest'
import { isoOf, plusHours } from '../../src/time.ts'
import { type FakeWard, fakeWard, NOW } from '../support/fakeWard.ts'

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
  await ward.store.stopFrom(CHART, 'concern', 'a')
  expect(kept(ward)?.command.happenedAt).toBe(isoOf(plusHours(NOW, 1)))
})

test('SIGN-5, SIGN-7: a stop on a tablet whose clock was set is kept without a time rather than with an old one', async () => {
  const { ward, device, pass } = await cutOff()
  device.errorMs = -HOUR_MS
  ward.store.wake()
  expect(ward.store.state.getState().clockBasis).toBe('unknown')
  pass(3)
  await ward.store.stopFrom(CHART, 'concern', 'a')
  expect(kept(ward)?.command.kind).toBe('stopInfusion')
  expect(kept(ward)?.command.happenedAt).toBeUndefined()
  expect(kept(ward)?.keptAt).toBeNull()
})
