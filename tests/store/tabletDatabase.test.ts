import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openTabletDatabase, type TabletDatabase } from '../../src/store/tabletDatabase.ts'

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function opened(): Promise<TabletDatabase> {
  const database = await openTabletDatabase()
  if (database === null) throw new Error('the database did not open')
  return database
}

test('what was put is there after the page was killed and opened again', async () => {
  const { outbox } = await opened()
  await outbox.put(['b', { of: 2 }], ['a', { of: 1 }])
  const again = await opened()
  expect(await again.outbox.readAll()).toEqual([
    ['a', { of: 1 }],
    ['b', { of: 2 }],
  ])
  expect(await again.kept.readAll()).toEqual([])
})

test('values are read and removed by how their keys begin', async () => {
  const { kept } = await opened()
  await kept.put(['entry/1/1', 'one'], ['entry/1/2', 'two'], ['entry/2/1', 'other'])
  expect(await kept.readAll('entry/1/')).toEqual([
    ['entry/1/1', 'one'],
    ['entry/1/2', 'two'],
  ])
  await kept.removeAll('entry/1/')
  expect(await kept.readAll()).toEqual([['entry/2/1', 'other']])
  await kept.remove('entry/2/1')
  expect(await kept.read('entry/2/1')).toBeUndefined()
})

test('two pages that change one value at once both count', async () => {
  const [one, other] = await Promise.all([opened(), opened()])
  const more = (before: unknown) => Number(before ?? 0) + 1
  await Promise.all([one.outbox.change('tries', more), other.outbox.change('tries', more)])
  expect(await one.outbox.read('tries')).toBe(2)
})

test('a write that fails half-way rejects and leaves nothing of itself', async () => {
  const { outbox } = await opened()
  const put = IDBObjectStore.prototype.put
  let calls = 0
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...given
  ) {
    calls += 1
    if (calls === 2) throw new DOMException('full', 'QuotaExceededError')
    return put.apply(this, given)
  })
  await expect(outbox.put(['a', 1], ['b', 2])).rejects.toThrow('full')
  expect(await outbox.readAll()).toEqual([])
})

test('the outbox is written through to the disk, what is only kept for reading is not', async () => {
  const { outbox, kept } = await opened()
  const durabilities: unknown[] = []
  const { IDBDatabase } = await import('fake-indexeddb')
  const transaction = IDBDatabase.prototype.transaction
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: InstanceType<typeof IDBDatabase>,
    ...given
  ) {
    durabilities.push(given[2]?.durability)
    return transaction.apply(this, given)
  })
  await outbox.put(['a', 1])
  await kept.put(['a', 1])
  expect(durabilities).toEqual(['strict', 'relaxed'])
})

test('a newer build’s upgrade is not held up by a page that is still open', async () => {
  const { kept } = await opened()
  await kept.put(['a', 1])
  const upgraded = await new Promise((resolve) => {
    const request = indexedDB.open('heparin-chart', 2)
    request.onsuccess = () => resolve('upgraded')
    request.onblocked = () => resolve('held up')
  })
  expect(upgraded).toBe('upgraded')
  await expect(kept.put(['b', 2])).rejects.toThrow()
})

test('where the browser refuses a database there is none, and nothing throws', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('refused', 'SecurityError')
  })
  expect(await openTabletDatabase()).toBeNull()
})
