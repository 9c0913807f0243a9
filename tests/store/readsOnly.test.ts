import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Chart } from '../../src/chart/chart.ts'
import type { Entry } from '../../src/chart/entries.ts'
import { fold } from '../../src/chart/fold.ts'
import type { KeptCharts } from '../../src/store/keptCharts.ts'
import type { Act } from '../../src/store/sending.ts'
import { session } from '../../src/store/wire.ts'
import { type Instant, isoOf } from '../../src/time.ts'
import {
  ADAMS,
  type Answer,
  fakeWard,
  memoryStorage,
  type Seen,
  sessionOf,
} from '../support/fakeWard.ts'
import { playedEntries } from '../support/playedEntries.ts'

const HOLDER = { userId: 'rn.adams', name: 'Adams, Jo', role: 'RN' }
const LOCKED: Answer = {
  status: 401,
  body: { type: '/problems/session-locked', title: 'Locked', status: 401, facts: HOLDER },
}

let entries: readonly Entry[]
let now: Instant
let chart: Chart

beforeAll(async () => {
  ;({ entries, now } = await playedEntries('tests/scenarios/vteCourse.json', 8))
  chart = fold(entries)
})

/** What a tablet of rn.adams kept of the ward. */
const keptWard = (): KeptCharts => ({
  session: async () => ({ session: session.parse(sessionOf(ADAMS, now)), wardId: '7-west' }),
  ward: async () => ({
    told: { now, wall: now },
    missing: [],
    charts: { [chart.chartId]: { status: 'ready', entries, chart } },
  }),
  keepSession: async () => {},
  keepWard: async () => {},
  keepEntries: async () => {},
  reached: async () => new Map(),
  forgetChart: async () => {},
  forgetAll: async () => {},
})

function answerOf({ path, method }: Seen, isLocked: boolean): Answer | null {
  if (path === '/api/session/unlock') return { status: 200, body: sessionOf(ADAMS, now) }
  if (method === 'PUT') return { status: 204, body: null }
  return isLocked && path === '/api/session' ? LOCKED : null
}

/** A tablet whose page can be loaded anew, and a server that answers, is gone, or never heard of the lock. */
function tabletOf() {
  const storage = memoryStorage()
  let server: 'locked' | 'open' | 'gone' = 'open'
  const open = () =>
    fakeWard({
      now,
      storage,
      kept: keptWard(),
      charts: [entries],
      answer: (seen) => (server === 'gone' ? 'lost' : answerOf(seen, server === 'locked')),
    })
  return {
    open,
    serverIs(state: typeof server) {
      server = state
    },
  }
}

/** Locked, the server gone, and the kept charts opened by whoever holds the tablet. */
async function readingKept() {
  const tablet = tabletOf()
  tablet.serverIs('locked')
  const ward = tablet.open()
  await ward.store.start()
  tablet.serverIs('gone')
  expect(await ward.store.readKept()).toBe(true)
  return { ...tablet, ...ward }
}

const acts = (): readonly Act[] => {
  const at = { expectedVersion: chart.version, happenedAt: isoOf(now) }
  return [
    { kind: 'recordCollection', site: 'away-from-heparin', ...at },
    { kind: 'writeNote', text: 'Told the MO', ...at },
  ]
}
const stop = (): Act => ({
  kind: 'ceaseInfusion',
  reason: 'suspected-hit',
  expectedVersion: chart.version,
  happenedAt: isoOf(now),
  signature: { pin: '204811' },
})
const itemsOf = ({ store }: Pick<ReturnType<typeof fakeWard>, 'store'>) =>
  store.outbox.state.getState().items.map(({ command, author }) => [command.kind, author])

describe('whoever reads the kept charts of a locked tablet', () => {
  test('H57, CHART-10: enters nothing in the name that it is locked for', async () => {
    const ward = await readingKept()
    const asked = ward.seen.length
    for (const act of acts()) {
      const result = await ward.store.send(chart.chartId, act)
      expect(result).toMatchObject({ problem: { title: 'Not recorded: the tablet is locked' } })
    }
    expect(itemsOf(ward)).toEqual([])
    expect(ward.seen).toHaveLength(asked)
  })

  test('SIGN-5, H23: stops an infusion, in nobody’s name', async () => {
    const ward = await readingKept()
    expect(await ward.store.send(chart.chartId, stop())).toMatchObject({ kind: 'kept' })
    expect(itemsOf(ward)).toEqual([['ceaseInfusion', null]])
    const paths = ward.seen.filter(({ method }) => method === 'POST').map(({ path }) => path)
    expect(paths).toEqual([`/api/charts/${chart.chartId}/captured`])
  })

  test('H57, CHART-10: decides on nothing that waits', async () => {
    const tablet = tabletOf()
    const ward = tablet.open()
    await ward.store.start()
    await ward.store.loadChart(chart.chartId)
    tablet.serverIs('gone')
    const [collect] = acts()
    if (collect) await ward.store.send(chart.chartId, collect)
    const [item] = ward.store.outbox.state.getState().items
    if (!item) throw new Error('nothing waits')
    ward.store.lock()
    await ward.store.readKept()
    const asked = ward.seen.length
    expect(await ward.store.relay(item)).toMatchObject({ type: '/problems/reads-only' })
    expect(await ward.store.letGo(item, 'Not drawn')).toMatchObject({
      type: '/problems/reads-only',
    })
    expect(ward.seen).toHaveLength(asked)
    expect(ward.store.outbox.state.getState().items).toMatchObject([{ note: null }])
  })

  test('H57: has not unlocked it by loading the page anew', async () => {
    const { open } = await readingKept()
    const ward = open()
    await ward.store.start()
    expect(ward.store.state.getState()).toMatchObject({ reach: 'kept', readsOnly: true })
  })

  test.each(['locked', 'open'] as const)(
    'H57: finds it locked when the server is back and has the session %s',
    async (state) => {
      const ward = await readingKept()
      ward.serverIs(state)
      ward.pass(10_000)
      await vi.waitFor(() => expect(ward.store.state.getState().lockedFor).toEqual(HOLDER), {
        timeout: 20_000,
      })
      expect(ward.seen.some(({ path }) => path === '/api/session/lock')).toBe(state === 'open')
      expect(await ward.store.unlock('204811')).toBeNull()
      expect(ward.store.state.getState()).toMatchObject({ readsOnly: false, reach: 'server' })
    },
  )
})

test('H57: a tablet locked without the server is locked when its page is loaded anew and the server is back', async () => {
  const tablet = tabletOf()
  const ward = tablet.open()
  await ward.store.start()
  tablet.serverIs('gone')
  ward.store.lock()
  tablet.serverIs('open')
  const again = tablet.open()
  await again.store.start()
  expect(again.store.state.getState().lockedFor).toEqual(HOLDER)
  expect(again.openStreams()).toBe(0)
  expect(again.seen.some(({ method }) => method === 'PUT')).toBe(false)
  expect(await again.store.unlock('204811')).toBeNull()
  const third = tablet.open()
  await third.store.start()
  expect(third.store.state.getState().lockedFor).toBeNull()
})

test('CHART-10: without the server, a tablet that nobody locked takes a sample in its person’s name', async () => {
  const tablet = tabletOf()
  await tablet.open().store.start()
  tablet.serverIs('gone')
  const ward = tablet.open()
  await ward.store.start()
  const [collect] = acts()
  if (collect) await ward.store.send(chart.chartId, collect)
  expect(itemsOf(ward)).toEqual([['recordCollection', HOLDER]])
})
