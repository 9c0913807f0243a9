import type { TabletStore } from '../../../src/store/tabletDatabase.ts'

/** A tablet's database over a map, which outlives the page. Values are copied, as a browser copies them. */
export function keptInMemory(kept: Map<string, unknown>): TabletStore {
  const copy = (value: unknown) => JSON.parse(JSON.stringify(value ?? null)) as unknown
  const keys = (prefix = '') => [...kept.keys()].filter((key) => key.startsWith(prefix)).sort()
  return {
    read: async (key) => (kept.has(key) ? copy(kept.get(key)) : undefined),
    readAll: async (prefix) => keys(prefix).map((key) => [key, copy(kept.get(key))] as const),
    async put(...values) {
      for (const [key, value] of values) kept.set(key, copy(value))
    },
    async change(key, to) {
      kept.set(key, copy(to(copy(kept.get(key)))))
    },
    async remove(...gone) {
      for (const key of gone) kept.delete(key)
    },
    async removeAll(prefix) {
      for (const key of keys(prefix)) kept.delete(key)
    },
  }
}
