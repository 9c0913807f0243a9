import { expect, test } from 'vitest'
import type { KeptCharts } from '../../src/store/keptCharts.ts'
import { isoOf } from '../../src/time.ts'
import { fakeWard, NOW, type Seen, sessionOf } from '../support/fakeWard.ts'

const CHART = '8f0d0c0e-6c53-4c0e-9a51-0f7c2b1d9e01'
const row = {
  chartId: CHART,
  seq: 9,
  patient: { mrn: '1', surname: 'Nguyen', given: 'Anh', dateOfBirth: '1963-02-04', sex: 'female' },
  bed: '12',
  infusion: { status: 'ceased', suspended: [], rateMlPerHour: null, since: null, stop: null },
  next: null,
}
const charts = [row]
const body = { now: isoOf(NOW), charts }
const isBoard = ({ path }: Seen) => path.endsWith('/board')

/** A tablet that is being opened: the first board waits until the test lets it come; `kept` is what was put away by then. */
function opening() {
  const kept: string[] = []
  const noted = (what: string) => async () => {
    kept.push(what)
  }
  const place: KeptCharts = {
    session: async () => null,
    ward: async () => null,
    keepSession: noted('session'),
    keepWard: noted('ward'),
    keepEntries: noted('entries'),
    reached: async () => new Map(),
    forgetChart: noted('one forgotten'),
    forgetAll: noted('all forgotten'),
  }
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const ward = fakeWard({
    kept: place,
    async answer(seen) {
      if (!isBoard(seen)) return null
      await arrived
      return { status: 200, body }
    },
  })
  const boards = () => ward.seen.filter(isBoard).length
  const isShown = () => ward.store.state.getState().board !== null
  return { ward, kept, boards, isShown, arrive: () => arrive() }
}

test('what the tablet keeps without the server waits for the first screen, and is kept then', async () => {
  const { ward, kept, isShown, arrive } = opening()
  await ward.store.start()
  ward.stream('ward', { now: isoOf(NOW), charts: [{ chartId: CHART, seq: 9 }] })
  await expect.poll(() => ward.seen.some(isBoard)).toBe(true)
  expect(kept).toEqual([])
  arrive()
  await expect.poll(isShown).toBe(true)
  await expect.poll(() => kept).toEqual(expect.arrayContaining(['session', 'ward']))
})

test('a board that does not come keeps nothing back for longer than the ward may be silent', async () => {
  const { ward, kept } = opening()
  await ward.store.start()
  ward.pass(14_900)
  expect(kept).toEqual([])
  ward.pass(200)
  await expect.poll(() => kept).toContain('session')
})

test('somebody on no ward, whose first screen has no board, waits for none', async () => {
  const kept: string[] = []
  const ward = fakeWard({
    answer: ({ path }) =>
      path === '/api/session' ? { status: 200, body: { ...sessionOf(), wards: [] } } : null,
    kept: {
      session: async () => null,
      ward: async () => null,
      keepSession: async () => {
        kept.push('session')
      },
      keepWard: async () => {},
      keepEntries: async () => {},
      reached: async () => new Map(),
      forgetChart: async () => {},
      forgetAll: async () => {},
    },
  })
  await ward.store.start()
  await expect.poll(() => kept).toEqual(['session'])
})

for (const comes of ['before the board', 'after the board']) {
  test(`the first board is asked for once where the stream, begun ${comes}, tells of nothing more`, async () => {
    const { ward, boards, isShown, arrive } = opening()
    const begin = () =>
      ward.stream('ward', { now: isoOf(NOW), charts: [{ chartId: CHART, seq: 9 }] })
    await ward.store.start()
    if (comes === 'before the board') begin()
    arrive()
    await expect.poll(isShown).toBe(true)
    if (comes === 'after the board') begin()
    ward.pass(1_000)
    expect(boards()).toBe(1)
    // A stream that begins anew has missed what nobody knows.
    begin()
    expect(boards()).toBe(2)
  })

  test(`H34: a first board that the stream, begun ${comes}, has overtaken is asked for again`, async () => {
    const { ward, boards, isShown, arrive } = opening()
    const begin = () =>
      ward.stream('ward', { now: isoOf(NOW), charts: [{ chartId: CHART, seq: 10 }] })
    await ward.store.start()
    if (comes === 'before the board') begin()
    arrive()
    await expect.poll(isShown).toBe(true)
    if (comes === 'after the board') begin()
    ward.pass(1_000)
    await expect.poll(boards).toBe(2)
  })
}
