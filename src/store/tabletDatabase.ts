/**
 * What this tablet keeps over a kill and a reload: the charts of the ward for reading without the server, and the
 * outbox of what was recorded without it. Values are checked by whoever reads them: another build may have written
 * them. Never a PIN, never a password.
 */
import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb'

type StoreName = 'kept' | 'outbox'

interface TabletSchema extends DBSchema {
  kept: { key: string; value: unknown }
  outbox: { key: string; value: unknown }
}

/** Values by key, keys in their order as text. Each call is one transaction: all of it, or it rejects. */
export interface TabletStore {
  /** @throws where the browser refuses */
  read(key: string): Promise<unknown>
  /** All whose key begins so, in the order of their keys. @throws where the browser refuses */
  readAll(prefix?: string): Promise<readonly (readonly [key: string, value: unknown])[]>
  /** Resolves when it is kept (in the outbox: on the disk). @throws where the browser refuses, is full, or aborts */
  put(...values: readonly (readonly [key: string, value: unknown])[]): Promise<void>
  /** Reads and writes at once, so that two pages never overwrite each other. @throws as `put` */
  change(key: string, to: (before: unknown) => unknown): Promise<void>
  /** @throws as `put` */
  remove(...keys: readonly string[]): Promise<void>
  /** Removes all whose key begins so. @throws as `put` */
  removeAll(prefix?: string): Promise<void>
}

export type TabletDatabase = Readonly<Record<StoreName, TabletStore>>

const NAME = 'heparin-chart'
const VERSION = 1
/** Behind every key that can begin with a prefix. */
const LAST = '\uffff'
const DURABILITY = { kept: 'relaxed', outbox: 'strict' } as const

/** Opens the tablet's database; null where the browser refuses one: nothing is then kept, and the page must say so. */
export async function openTabletDatabase(): Promise<TabletDatabase | null> {
  const connection = createConnection()
  try {
    await connection()
    return { kept: storeOver(connection, 'kept'), outbox: storeOver(connection, 'outbox') }
  } catch {
    return null
  }
}

type Connection = () => Promise<IDBPDatabase<TabletSchema>>

/** One connection, opened again after the browser or a newer build has closed it. */
function createConnection(): Connection {
  let opened: Promise<IDBPDatabase<TabletSchema>> | null = null
  const forget = () => {
    opened = null
  }
  async function open(): Promise<IDBPDatabase<TabletSchema>> {
    const database = await openDB<TabletSchema>(NAME, VERSION, {
      upgrade(upgraded, from) {
        if (from < 1) {
          upgraded.createObjectStore('kept')
          upgraded.createObjectStore('outbox')
        }
      },
      blocking() {
        // A newer build wants the database: it must not wait for this page.
        database.close()
        forget()
      },
      terminated: forget,
    })
    return database
  }
  return () => {
    opened ??= open().catch((error: unknown) => {
      forget()
      throw error
    })
    return opened
  }
}

type Writing = IDBPObjectStore<TabletSchema, StoreName[], StoreName, 'readwrite'>

function storeOver(connection: Connection, name: StoreName): TabletStore {
  async function write(act: (store: Writing) => Promise<unknown>): Promise<void> {
    const database = await connection()
    const writing = database.transaction([name], 'readwrite', { durability: DURABILITY[name] })
    try {
      await act(writing.objectStore(name))
    } catch (error) {
      // Nothing of a failed act stays; why the transaction ended is then known already.
      writing.done.catch(() => {})
      abort(writing)
      throw error
    }
    await writing.done
  }

  return {
    read: async (key) => (await connection()).get(name, key),
    async readAll(prefix = '') {
      const reading = (await connection()).transaction([name], 'readonly').objectStore(name)
      const [keys, values] = await Promise.all([
        reading.getAllKeys(rangeOf(prefix)),
        reading.getAll(rangeOf(prefix)),
      ])
      return keys.map((key, index) => [key, values[index]])
    },
    put: (...values) =>
      write(async (store) => {
        for (const [key, value] of values) await store.put(value, key)
      }),
    change: (key, to) => write(async (store) => store.put(to(await store.get(key)), key)),
    remove: (...keys) =>
      write(async (store) => {
        for (const key of keys) await store.delete(key)
      }),
    removeAll: (prefix = '') => write((store) => store.delete(rangeOf(prefix))),
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch {
    // The browser has aborted it already.
  }
}

function rangeOf(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}${LAST}`)
}
