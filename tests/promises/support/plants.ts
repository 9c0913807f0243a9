import { setImmediate } from 'node:timers/promises'
import { type CommandDesk, createCommandDesk } from '../../../server/commandDesk.ts'
import { createEntryStore, type EntryStore } from '../../../server/entryStore.ts'
import type { Parts } from '../../../server/services.ts'

/** A store with some of its methods changed. */
export function withStore(change: (store: EntryStore) => Partial<EntryStore>): Partial<Parts> {
  return {
    createEntryStore(database) {
      const store = createEntryStore(database)
      return { ...store, ...change(store) }
    },
  }
}

/** What is read is old by the time it is used: commands on two servers overtake each other. */
export function readSlowly(store: EntryStore): Pick<EntryStore, 'record'> {
  return {
    async record(chartId) {
      const seen = await store.record(chartId)
      for (let turns = 0; turns < 50; turns += 1) await setImmediate()
      return seen
    },
  }
}

/** A desk with some of its methods changed. */
export function withDesk(change: (desk: CommandDesk) => Partial<CommandDesk>): Partial<Parts> {
  return {
    createCommandDesk(tools) {
      const desk = createCommandDesk(tools)
      return { ...desk, ...change(desk) }
    },
  }
}
