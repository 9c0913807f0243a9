import { describe, expect, test, vi } from 'vitest'
import { createEntryStore } from '../../server/entryStore.ts'
import { createTail } from '../../server/tail.ts'
import type { Entry } from '../../src/chart/entries.ts'
import { openChart } from './support/course.ts'
import { databases, newId } from './support/databases.ts'
import { note, opening, storeWithWards } from './support/entries.ts'
import { startWard } from './support/ward.ts'

/** A record with a tail on it, and what the tail has told. */
async function tailed({ open }: (typeof databases)[number] = databases[0]) {
  const database = await open()
  const store = await storeWithWards(database)
  const heard: string[] = []
  const tail = createTail(createEntryStore(database), (wardIds, entry) => {
    heard.push(`${[...new Set(wardIds)].join('+')}: ${entry.kind} ${entry.seq}`)
  })
  return { store, tail, heard }
}

describe('what another process commits', () => {
  test('is told once, in order, from a new chart to its closing', async () => {
    const { store, tail, heard } = await tailed()
    const first = opening(newId())
    const second = note(first, 'One.')
    const third = note(second, 'Closed.')
    await store.append(first)
    await tail.look()
    await tail.look()
    await store.append(second)
    await store.append({ ...third, place: { ...third.place, open: false } })
    await tail.look()
    await tail.look()

    expect(heard).toEqual([
      '7-west: chartOpened 1',
      '7-west: noteWritten 2',
      '7-west: noteWritten 3',
    ])
  })

  test('CHART-8: a transfer is told to the ward that it leaves and to the one it comes to', async () => {
    const { store, tail, heard } = await tailed()
    const first = opening(newId())
    const moved = note(first, 'Moved.')
    await store.append(first)
    await tail.look()
    await store.append({ ...moved, place: { ...moved.place, wardId: 'ccu' } })
    await tail.look()

    expect(heard.at(-1)).toBe('7-west+ccu: noteWritten 2')
  })

  test.each(databases)(
    'SIGN-5: is told of a closed chart too, the signature still owed, on $name',
    async (database) => {
      const { store, tail, heard } = await tailed(database)
      const first = opening(newId())
      const closing = note(first, 'Closed.')
      const owed = note(closing, 'Signed since.')
      const closed = { ...closing.place, open: false }
      await store.append(first)
      await tail.look()
      await store.append({ ...closing, place: closed })
      await tail.look()
      await tail.look()
      await store.append({ ...owed, place: closed })
      await tail.look()
      await tail.look()

      expect(heard).toEqual([
        '7-west: chartOpened 1',
        '7-west: noteWritten 2',
        '7-west: noteWritten 3',
      ])
    },
  )

  test('is told of a chart that was closed before this process began, and nothing older of it', async () => {
    const { store, tail, heard } = await tailed()
    const first = opening(newId())
    const closing = note(first, 'Closed.')
    const closed = { ...closing.place, open: false }
    await store.append(first)
    await store.append({ ...closing, place: closed })
    await tail.begin(() => {})
    tail.end()
    await store.append({ ...note(closing, 'Signed since.'), place: closed })
    await tail.look()

    expect(heard).toEqual(['7-west: noteWritten 3'])
  })

  test('between two looks, from its opening to its closing, is told whole', async () => {
    const { store, tail, heard } = await tailed()
    await tail.look()
    const first = opening(newId())
    const closing = note(first, 'Closed.')
    await store.append(first)
    await store.append({ ...closing, place: { ...closing.place, open: false } })
    await tail.look()

    expect(heard).toEqual(['7-west: chartOpened 1', '7-west: noteWritten 2'])
  })

  test('of its own on a closed chart is not told again', async () => {
    const { store, tail, heard } = await tailed()
    const first = opening(newId())
    const closing = note(first, 'Closed.')
    const closed = { ...closing.place, open: false }
    await store.append(first)
    await store.append({ ...closing, place: closed })
    await tail.look()
    const own = await store.append({ ...note(closing, 'Signed here.'), place: closed })
    if (own.kind === 'appended') tail.note(own.entry)
    await tail.look()

    expect(heard).toEqual(['7-west: chartOpened 1', '7-west: noteWritten 2'])
  })

  test('is not told again when this process told it itself', async () => {
    const { store, tail, heard } = await tailed()
    const first = opening(newId())
    const second = note(first, 'One.')
    await store.append(first)
    await tail.look()
    const own = await store.append(second)
    if (own.kind === 'appended') tail.note(own.entry)
    await tail.look()

    expect(heard).toEqual(['7-west: chartOpened 1'])
  })

  test('between two of its own is not lost', async () => {
    const { store, tail, heard } = await tailed()
    const first = opening(newId())
    const second = note(first, 'Theirs.')
    const third = note(second, 'Ours.')
    await store.append(first)
    await tail.look()
    await store.append(second)
    const own = await store.append(third)
    if (own.kind === 'appended') tail.note(own.entry)
    await tail.look()

    expect(heard).toContain('7-west: noteWritten 2')
  })
})

test('H34: a tail that cannot read the record is no longer fresh after five seconds, and fresh again when it can', async () => {
  vi.useFakeTimers()
  const database = await databases[0].open()
  const store = await storeWithWards(database)
  let isGone = false
  const tail = createTail(
    {
      ...store,
      everyOpenChart: () =>
        isGone ? Promise.reject(new Error('The database is gone.')) : store.everyOpenChart(),
    },
    () => {},
  )
  try {
    expect(tail.isFresh()).toBe(true)
    await tail.begin(() => {})
    await vi.advanceTimersByTimeAsync(60_000)
    expect(tail.isFresh()).toBe(true)

    isGone = true
    await vi.advanceTimersByTimeAsync(4_000)
    expect(tail.isFresh()).toBe(true)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(tail.isFresh()).toBe(false)

    isGone = false
    await vi.advanceTimersByTimeAsync(500)
    expect(tail.isFresh()).toBe(true)
  } finally {
    tail.end()
    vi.useRealTimers()
  }
})

test('two server processes on one PostgreSQL: the viewers of one hear what the other commits', async () => {
  const database = await databases[1].open()
  const one = await startWard({ database })
  const two = await startWard({ database, isJoining: true })
  const heard: Entry[] = []
  const viewer = {
    wardId: '7-west',
    userId: 'rn.adams',
    sessionKey: 'x',
    elsewhere: new Map(),
    sink: {
      write(event: Buffer) {
        const [name, data = ''] = event.toString().trim().split('\ndata: ')
        if (name === 'event: entry') heard.push(JSON.parse(data).entry)
        return true
      },
      end: () => {},
    },
  }
  await two.services.live.watch(viewer, async () => [])

  const chart = await openChart(await one.signIn('rn.adams'))

  await vi.waitFor(() => expect(heard).toHaveLength(1), { timeout: 20_000 })
  expect(heard[0]).toMatchObject({ chartId: chart.id, kind: 'chartOpened' })
})
