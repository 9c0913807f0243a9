import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Entry } from '../../src/chart/entries.ts'
import { fold } from '../../src/chart/fold.ts'
import type { Act } from '../../src/store/sending.ts'
import { type Instant, isoOf } from '../../src/time.ts'
import { type Answer, type FakeWard, fakeWard, problemOf, type Seen } from '../support/fakeWard.ts'
import { memoryOutbox, memoryStore, memoryTexts } from '../support/memoryOutbox.ts'
import { playedEntries } from '../support/playedEntries.ts'

let entries: readonly Entry[]
let now: Instant
let chartId: string
let sample: Act

beforeAll(async () => {
  ;({ entries, now } = await playedEntries('tests/scenarios/vteCourse.json', 8))
  const { version } = fold(entries)
  chartId = fold(entries).chartId
  sample = {
    kind: 'recordCollection',
    site: 'away-from-heparin',
    expectedVersion: version,
    happenedAt: isoOf(now),
  }
})

/** Two pages of one tablet over one database, with a sample that the server has left to a person. */
async function twoPages() {
  const database = memoryStore()
  const texts = memoryTexts()
  const pages = [new EventTarget(), new EventTarget()]
  const outboxOf = (mine: number) =>
    memoryOutbox({
      open: async () => database,
      texts,
      channel: {
        addEventListener: (kind: string, call: EventListener) =>
          pages[mine]?.addEventListener(kind, call),
        postMessage: () => pages[1 - mine]?.dispatchEvent(new Event('message')),
      } as never,
    })
  const server = { isCut: true, isRecorded: false, notes: 0 }
  const entry = { ...entries.at(-1), seq: 99 }
  const recorded: Answer = { status: 201, body: { entry, version: 99 } }
  const post = (path: string): Answer => {
    if (path.endsWith('/captured')) return problemOf(409, 'The chart has changed since')
    if (path.endsWith('/relayed')) server.isRecorded = true
    else server.notes += 1
    return recorded
  }
  const lookUp = () => (server.isRecorded ? recorded : problemOf(404, 'No such command'))
  const answer = ({ method, path }: Seen): Answer | null => {
    const isLookUp = path.includes('/commands/')
    if (method !== 'POST' && !isLookUp) return null
    if (server.isCut) return 'lost'
    return isLookUp ? lookUp() : post(path)
  }
  const open = async (mine: number) => {
    const ward = fakeWard({ now, charts: [entries], outbox: outboxOf(mine), answer })
    await ward.store.start()
    await ward.store.loadChart(chartId)
    return ward
  }
  const [one, two] = [await open(0), await open(1)]
  await one.store.send(chartId, sample)
  server.isCut = false
  await one.store.outbox.flush()
  const waits = { timeout: 20_000 }
  await vi.waitFor(() => expect(itemsOf(two)).toMatchObject([{ needsPerson: true }]), waits)
  return { one, two, server, waits }
}
const itemsOf = ({ store }: FakeWard) => store.outbox.state.getState().items

function firstOf(ward: FakeWard) {
  const [item] = itemsOf(ward)
  if (!item) throw new Error('nothing waits')
  return item
}

describe('CHART-10: a sample that the server has left to a person, on two pages of a tablet', () => {
  test('is not said to be missing on the page that captured it, once the other has recorded it', async () => {
    const { one, two, waits } = await twoPages()
    expect(await two.store.relay(firstOf(two))).toBeNull()
    await vi.waitFor(() => expect(itemsOf(one)).toEqual([]), waits)
  })

  test('is not let go with a note that it was not recorded, where it is on the record', async () => {
    const { one, server } = await twoPages()
    const item = firstOf(one)
    server.isRecorded = true
    expect(await one.store.letGo(item, 'Not recorded: never drawn')).toBeNull()
    expect(server.notes).toBe(0)
    expect(itemsOf(one)).toEqual([])
    expect(one.store.outbox.state.getState().recorded).toMatchObject([{ entry: { seq: 99 } }])
  })

  test('is not let go while nobody can say whether it is on the record', async () => {
    const { one, server } = await twoPages()
    server.isCut = true
    expect(await one.store.letGo(firstOf(one), 'Never drawn')).toBe('unknown')
    expect(itemsOf(one)).toMatchObject([{ note: null }])
  })

  test('is let go with its note where it is not on the record', async () => {
    const { one, server } = await twoPages()
    expect(await one.store.letGo(firstOf(one), 'Never drawn')).toBeNull()
    expect(server.notes).toBe(1)
    expect(itemsOf(one)).toEqual([])
  })
})
