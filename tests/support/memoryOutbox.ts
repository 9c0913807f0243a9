import {
  createOutboxPlace,
  type OutboxGround,
  type OutboxPlace,
} from '../../src/store/outboxPlace.ts'
import type { TabletStore } from '../../src/store/tabletDatabase.ts'

/** A store of the tablet's database in memory. */
export function memoryStore(values = new Map<string, unknown>()): TabletStore {
  const all = (prefix = '') =>
    [...values].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    read: async (key) => values.get(key),
    readAll: async (prefix) => all(prefix),
    async put(...pairs) {
      for (const [key, value] of pairs) values.set(key, structuredClone(value))
    },
    async change(key, to) {
      values.set(key, to(values.get(key)))
    },
    async remove(...keys) {
      for (const key of keys) values.delete(key)
    },
    async removeAll(prefix) {
      for (const [key] of all(prefix)) values.delete(key)
    },
  }
}

/** The browser's texts in memory; `isFull`: nothing more fits. */
export function memoryTexts(
  values = new Map<string, string>(),
  isFull = false,
): OutboxGround['texts'] {
  return {
    get length() {
      return values.size
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem(key, value) {
      if (isFull) throw new DOMException('full', 'QuotaExceededError')
      values.set(key, value)
    },
    removeItem: (key) => void values.delete(key),
  }
}

/** A place for the outbox in memory; what is given stands in for the browser's. */
export function memoryOutbox(ground: Partial<OutboxGround> = {}): OutboxPlace {
  const store = memoryStore()
  return createOutboxPlace({
    open: async () => store,
    texts: memoryTexts(),
    locks: undefined,
    channel: null,
    ...ground,
  })
}
