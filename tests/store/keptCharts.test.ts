import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Entry } from '../../src/chart/entries.ts'
import { createKeptCharts, KEPT_FOR_MS, type KeptCharts } from '../../src/store/keptCharts.ts'
import { openTabletDatabase, type TabletStore } from '../../src/store/tabletDatabase.ts'
import { session } from '../../src/store/wire.ts'
import { isoOf, plusMinutes } from '../../src/time.ts'
import { fakeWard, memoryStorage, NOW, problemOf, sessionOf } from '../support/fakeWard.ts'
import { playedEntries } from '../support/playedEntries.ts'

let course: readonly Entry[]
let chartId: string

beforeAll(async () => {
  course = (await playedEntries('tests/scenarios/vteCourse.json')).entries
  chartId = course[0]?.chartId ?? ''
})
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function database(): Promise<TabletStore> {
  const opened = await openTabletDatabase()
  if (opened === null) throw new Error('the database did not open')
  return opened.kept
}

const signedIn = session.parse(sessionOf())
const ward = () => ({ now: isoOf(NOW), charts: [{ chartId, seq: course.length }] })

/** Keeps the course as a tablet does: the stream tells of it, and it is read in the background. */
async function keptByStream(kept: KeptCharts, wall = () => 5_000) {
  const tablet = fakeWard({ charts: [course], kept, wall })
  await tablet.store.start()
  tablet.stream('ward', ward())
  await vi.waitFor(
    async () => expect((await kept.reached('7-west')).get(chartId)).toBe(course.length),
    { timeout: 20_000 },
  )
  return tablet
}

/** The same tablet opened again with the server out of reach. */
async function openedWithout(kept: KeptCharts, wall: () => number) {
  const tablet = fakeWard({ kept, wall, answer: () => 'lost' })
  await tablet.store.start()
  return { tablet, state: () => tablet.store.state.getState() }
}

test('H34: without the server the kept board and chart are shown with their age, by the difference of a tablet clock that is off by years', async () => {
  const kept = createKeptCharts(await database())
  await keptByStream(kept)
  const { tablet, state } = await openedWithout(kept, () => 5_000 + 23 * 60_000)
  expect(state()).toMatchObject({
    reach: 'kept',
    connection: 'stale',
    asOf: NOW,
    clockBasis: 'tablet',
    wardId: '7-west',
    notKept: [],
    session: { status: 'signed-in', session: { user: { userId: 'rn.adams' } } },
  })
  expect(tablet.store.clock.now()).toBe(plusMinutes(NOW, 23))
  const record = state().charts[chartId]
  expect(record?.status === 'ready' && record.entries).toEqual(course)
  expect(state().board?.charts.map((row) => row.chartId)).toEqual([chartId])
})

test('H34: the board that is kept moves on with the time', async () => {
  const kept = createKeptCharts(await database())
  await keptByStream(kept)
  const { tablet, state } = await openedWithout(kept, () => 5_000)
  const before = state().board?.now
  tablet.pass(60_000)
  expect(state().board?.now).toBe(plusMinutes(before ?? NOW, 1))
})

test('H34: a tablet clock that was set back tells no age: the time goes on only by what passes on the page', async () => {
  const kept = createKeptCharts(await database())
  await keptByStream(kept)
  const { tablet, state } = await openedWithout(kept, () => 4_000)
  expect(state().clockBasis).toBe('unknown')
  expect(tablet.store.clock.now()).toBe(NOW)
  tablet.pass(600_000)
  expect(tablet.store.clock.now()).toBe(plusMinutes(NOW, 10))
})

test('a day after the last word from the server what is kept is erased, also while it is shown', async () => {
  const store = await database()
  const kept = createKeptCharts(store)
  await keptByStream(kept)
  const almost = await openedWithout(kept, () => 5_000 + KEPT_FOR_MS - 60_000)
  expect(almost.state().reach).toBe('kept')
  almost.tablet.pass(180_000)
  expect(almost.state().session.status).toBe('unreachable')
  await vi.waitFor(async () => expect(await store.readAll()).toEqual([]), { timeout: 20_000 })

  await keptByStream(kept)
  const late = await openedWithout(kept, () => 5_001 + KEPT_FOR_MS)
  expect(late.state().session.status).toBe('unreachable')
  expect(await store.readAll()).toEqual([])
})

test('a sign-out erases what is kept, and nothing that was under way is kept after it', async () => {
  const store = await database()
  const tablet = await keptByStream(createKeptCharts(store))
  tablet.stream('ward', ward())
  await tablet.store.signOut()
  expect(await store.readAll()).toEqual([])
})

test('somebody of other wards finds nothing of the ward before', async () => {
  const store = await database()
  const kept = createKeptCharts(store)
  await keptByStream(kept)
  await kept.keepSession({ ...signedIn, wards: [{ wardId: 'ccu', name: 'CCU' }] })
  expect((await store.readAll()).map(([key]) => key)).toEqual(['session'])
  expect((await openedWithout(kept, () => 5_000)).state().session.status).toBe('unreachable')
})

test('H34: an entry that this build cannot read, or that is missing, takes its chart away and says so', async () => {
  const store = await database()
  const kept = createKeptCharts(store)
  await keptByStream(kept)
  const [[key, value] = ['', null]] = await store.readAll(`entry/7-west/${chartId}/`)
  await store.put([key, { ...(value as object), kind: 'ofAnotherBuild' }])
  expect((await openedWithout(kept, () => 5_000)).state()).toMatchObject({
    charts: {},
    notKept: [chartId],
    reach: 'kept',
  })
  await store.remove(key)
  expect((await openedWithout(kept, () => 5_000)).state().notKept).toEqual([chartId])
})

test('H34: a chart that lacks the newest entry that the server told of is not shown', async () => {
  const kept = createKeptCharts(await database())
  await keptByStream(kept)
  await kept.keepWard('7-west', [{ chartId, seq: course.length + 1 }], { now: NOW, wall: 5_000 })
  expect((await openedWithout(kept, () => 5_000)).state().notKept).toEqual([chartId])
})

test('when the server answers again only what is missing is read, by itself', async () => {
  const kept = createKeptCharts(await database())
  await keptByStream(kept)
  let isGone = true
  const tablet = fakeWard({
    charts: [course],
    kept,
    wall: () => 5_000,
    answer: () => (isGone ? 'lost' : null),
  })
  await tablet.store.start()
  isGone = false
  const before = tablet.seen.length
  tablet.pass(10_000)
  await vi.waitFor(() => expect(tablet.store.state.getState().reach).toBe('server'), {
    timeout: 20_000,
  })
  await tablet.store.loadChart(chartId)
  const reads = tablet.seen.slice(before).filter(({ path }) => path.includes('/entries'))
  expect(reads.map(({ path }) => path)).toEqual([
    `/api/charts/${chartId}/entries?after=${course.length}`,
  ])
})

test('charts are kept by a reading that counts as nobody’s look, once, and then by the stream', async () => {
  const kept = createKeptCharts(await database())
  const known = course.slice(0, -1)
  const tablet = fakeWard({ charts: [known], kept })
  await tablet.store.start()
  tablet.stream('ward', { now: isoOf(NOW), charts: [{ chartId, seq: known.length }] })
  const reached = async () => (await kept.reached('7-west')).get(chartId)
  await vi.waitFor(async () => expect(await reached()).toBe(known.length), { timeout: 20_000 })
  tablet.stream('entry', { chartId, entry: course.at(-1) })
  await vi.waitFor(async () => expect(await reached()).toBe(course.length), { timeout: 20_000 })
  const reads = tablet.seen.filter(({ path }) => path.includes('/entries'))
  expect(reads.map(({ path }) => path)).toEqual([`/api/charts/${chartId}/entries?after=0&keep=1`])
})

test('where the browser keeps nothing the store says so, and everything else works', async () => {
  const tablet = fakeWard({ charts: [course], kept: null })
  await tablet.store.start()
  await vi.waitFor(() => expect(tablet.store.state.getState().keepsNothing).toBe(true), {
    timeout: 20_000,
  })
  await tablet.store.loadChart(chartId)
  expect(tablet.store.state.getState().charts[chartId]?.status).toBe('ready')
})

test('no PIN and no password is ever kept', async () => {
  const store = await database()
  const kept = createKeptCharts(store)
  const tablet = fakeWard({
    charts: [course],
    kept,
    signedIn: false,
    storage: memoryStorage(),
    answer: ({ path }) => (path.endsWith('/commands') ? problemOf(422, 'no') : null),
  })
  await tablet.store.signIn('rn.adams', 'a-password')
  tablet.stream('ward', ward())
  await vi.waitFor(
    async () => expect((await kept.reached('7-west')).get(chartId)).toBe(course.length),
    { timeout: 20_000 },
  )
  const text = JSON.stringify(await store.readAll())
  expect(text).not.toContain('a-password')
  expect(text).not.toMatch(/"pin"/)
})

test('a locked tablet that cannot reach the server shows what it kept, and is locked again when the server answers', async () => {
  const kept = createKeptCharts(await database())
  await keptByStream(kept)
  let isGone = false
  const facts = { userId: 'rn.adams', name: 'Adams, Jo', role: 'RN' }
  const locked = {
    status: 401,
    body: { type: '/problems/session-locked', title: 'Locked', status: 401, facts },
  }
  const tablet = fakeWard({ kept, wall: () => 5_000, answer: () => (isGone ? 'lost' : locked) })
  const state = () => tablet.store.state.getState()
  await tablet.store.start()
  expect(state().lockedFor).toMatchObject({ userId: 'rn.adams' })
  expect(state().charts).toEqual({})
  isGone = true
  expect(await tablet.store.readKept()).toBe(true)
  expect(state()).toMatchObject({ lockedFor: null, reach: 'kept', connection: 'stale' })
  isGone = false
  tablet.pass(10_000)
  await vi.waitFor(() => expect(state().lockedFor).toMatchObject({ userId: 'rn.adams' }), {
    timeout: 20_000,
  })
})
