import { beforeAll, expect, test } from 'vitest'
import type { Entry } from '../../src/chart/entries.ts'
import type { Act } from '../../src/store/sending.ts'
import { isoOf } from '../../src/time.ts'
import { fakeWard, memoryStorage, NOW, problemOf, type Seen } from '../support/fakeWard.ts'
import { playedEntries } from '../support/playedEntries.ts'

let course: readonly Entry[]
let chartId: string

beforeAll(async () => {
  const played = await playedEntries('tests/scenarios/vteCourse.json')
  course = played.entries
  chartId = course[0]?.chartId ?? ''
})

const collect: Act = {
  kind: 'recordCollection',
  expectedVersion: 3,
  happenedAt: isoOf(NOW),
  site: 'away-from-heparin',
}
const change = {
  ...collect,
  kind: 'closeChart',
  reason: 'moved',
  signature: { pin: '204811' },
} as unknown as Act

const isCommand = ({ method, path }: Seen) => method === 'POST' && path.endsWith('/commands')
const isLookUp = ({ method, path }: Seen) => method === 'GET' && path.includes('/commands/')

function chartIn(ward: ReturnType<typeof fakeWard>) {
  const record = ward.store.state.getState().charts[chartId]
  return record?.status === 'ready' ? record.chart : null
}

test('a lost reply is looked up with the id it was sent with, and never sent again', async () => {
  const entry = course[1]
  const ward = fakeWard({
    answer: (seen) => {
      if (isCommand(seen)) return 'lost'
      return isLookUp(seen) ? { status: 201, body: { entry, version: 1 } } : null
    },
  })
  await ward.store.start()
  const result = await ward.store.send(chartId, collect)
  expect(result).toEqual({ kind: 'accepted', entry, version: 1 })
  const [sent, ...more] = ward.seen.filter(isCommand)
  expect(more).toEqual([])
  expect(ward.seen.find(isLookUp)?.path).toBe(
    `/api/charts/${chartId}/commands/${sent?.body.commandId}`,
  )
  expect(ward.store.state.getState().unanswered).toEqual([])
})

test('a server fault says nothing about the record: it is looked up too', async () => {
  const entry = course[1]
  const ward = fakeWard({
    answer: (seen) => {
      if (isCommand(seen)) return problemOf(500, 'fault')
      return isLookUp(seen) ? { status: 201, body: { entry, version: 1 } } : null
    },
  })
  await ward.store.start()
  expect((await ward.store.send(chartId, collect)).kind).toBe('accepted')
})

test('what the server does not know may be sent again under its own id', async () => {
  let lost = true
  const ward = fakeWard({
    answer: (seen) => {
      if (isCommand(seen)) {
        return lost ? 'lost' : { status: 201, body: { entry: course[1], version: 1 } }
      }
      return isLookUp(seen) ? problemOf(404, 'No such command') : null
    },
  })
  await ward.store.start()
  const first = await ward.store.send(chartId, collect)
  if (first.kind !== 'not-recorded') throw new Error(first.kind)
  lost = false
  expect((await ward.store.send(chartId, collect, first)).kind).toBe('accepted')
  const ids = ward.seen.filter(isCommand).map(({ body }) => body.commandId)
  expect(ids).toEqual([first.commandId, first.commandId])
})

test('a command that nobody can ask about stays unanswered over a reload, without its PIN', async () => {
  const storage = memoryStorage()
  const dead = fakeWard({
    storage,
    answer: (seen) => (isCommand(seen) || isLookUp(seen) ? 'lost' : null),
  })
  await dead.store.start()
  const result = await dead.store.send(chartId, change)
  expect(result.kind).toBe('unknown')
  expect(dead.kept()).toContain('closeChart')
  expect(dead.kept()).not.toContain('204811')

  const back = fakeWard({
    storage,
    answer: (seen) =>
      isLookUp(seen) ? { status: 201, body: { entry: course[1], version: 1 } } : null,
  })
  await back.store.start()
  expect(back.seen.filter(isLookUp)).toHaveLength(1)
  expect(back.store.state.getState().unanswered).toEqual([])
  expect(back.kept()).toBe('[]')
})

test('SIGN-5: a tab that keeps nothing sends all the same', async () => {
  const storage = {
    ...memoryStorage(),
    setItem() {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  const { store, seen } = fakeWard({ storage, answer: () => 'lost' })
  await expect(store.send(chartId, change)).resolves.toMatchObject({ kind: 'unknown' })
  expect(seen.some(({ method }) => method === 'POST')).toBe(true)
})

test('a refusal comes back as it is and leaves nothing unanswered', async () => {
  const ward = fakeWard({
    answer: (seen) => (isCommand(seen) ? problemOf(422, 'Too soon', { rules: ['TIME-3'] }) : null),
  })
  await ward.store.start()
  const result = await ward.store.send(chartId, collect)
  expect(result).toMatchObject({
    kind: 'problem',
    problem: { title: 'Too soon', rules: ['TIME-3'] },
  })
  expect(ward.store.state.getState().unanswered).toEqual([])
})

test('an entry from a second tablet arrives in the open chart', async () => {
  const ward = fakeWard({ charts: [course.slice(0, 3)] })
  await ward.store.start()
  await ward.store.loadChart(chartId)
  ward.stream('entry', { chartId, entry: course[3] })
  expect(chartIn(ward)?.seq).toBe(4)
})

test('an entry that leaves a gap is not added: what lies between is read first', async () => {
  const known: Entry[] = course.slice(0, 3)
  const ward = fakeWard({ charts: [known] })
  await ward.store.start()
  await ward.store.loadChart(chartId)
  known.push(...course.slice(3, 6))
  ward.stream('entry', { chartId, entry: course[5] })
  expect(chartIn(ward)?.seq).toBe(3)
  await expect.poll(() => chartIn(ward)?.seq).toBe(6)
})

test('after a break the ward event tells how far the chart has come, and the rest is read', async () => {
  const known: Entry[] = course.slice(0, 3)
  const ward = fakeWard({ charts: [known] })
  await ward.store.start()
  await ward.store.loadChart(chartId)
  known.push(...course.slice(3, 5))
  ward.stream('ward', { now: isoOf(NOW), charts: [{ chartId, seq: 5 }] })
  await expect.poll(() => chartIn(ward)?.seq).toBe(5)
})

test('15 seconds without a beat and the ward is stale; the next beat makes it live again', async () => {
  const ward = fakeWard()
  await ward.store.start()
  const connection = () => ward.store.state.getState().connection
  ward.stream('beat', { now: isoOf(NOW) })
  expect(connection()).toBe('live')
  ward.pass(14_000)
  expect(connection()).toBe('live')
  ward.pass(1_000)
  expect(connection()).toBe('stale')
  expect(ward.openStreams()).toBe(1)
  ward.stream('beat', { now: isoOf(NOW) })
  expect(connection()).toBe('live')
})

test('a session that has ended shows wherever it is met, and lets the charts go', async () => {
  const ward = fakeWard({
    charts: [course],
    answer: (seen) => (isCommand(seen) ? problemOf(401, 'Sign in') : null),
  })
  await ward.store.start()
  await ward.store.loadChart(chartId)
  await ward.store.send(chartId, collect)
  const { session, charts } = ward.store.state.getState()
  expect(session).toEqual({ status: 'signed-out', lastHere: 'rn.adams' })
  expect(charts).toEqual({})
  expect(ward.openStreams()).toBe(0)
})

test('a chart of another ward reads as refused, a silent server as unreachable', async () => {
  const ward = fakeWard({ answer: ({ path }) => (path.includes('/dead/') ? 'lost' : null) })
  await ward.store.start()
  await ward.store.loadChart('elsewhere')
  await ward.store.loadChart('dead')
  const { charts } = ward.store.state.getState()
  expect(charts['elsewhere']).toEqual({ status: 'refused' })
  expect(charts['dead']).toEqual({ status: 'unreachable' })
})

test('a tablet that wakes up counts as stale until the server has spoken', async () => {
  const ward = fakeWard()
  await ward.store.start()
  ward.stream('beat', { now: isoOf(NOW) })
  ward.store.wake()
  expect(ward.store.state.getState().connection).toBe('stale')
  expect(ward.openStreams()).toBe(1)
  ward.stream('ward', { now: isoOf(NOW), charts: [] })
  expect(ward.store.state.getState().connection).toBe('live')
})

test('an entry that this page cannot read is never passed over: the page must be loaded anew', async () => {
  const ward = fakeWard({ charts: [course.slice(0, 3)] })
  await ward.store.start()
  await ward.store.loadChart(chartId)
  ward.stream('entry', { chartId, entry: { ...course[3], kind: 'novelty' } })
  expect(ward.store.state.getState().outdated).toBe(true)
})
