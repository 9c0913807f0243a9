import type { Append } from '../../../server/appendRows.ts'
import type { CommandDesk } from '../../../server/commandDesk.ts'
import { entryHash, NO_PREVIOUS } from '../../../server/entryHash.ts'
import type { EntryStore } from '../../../server/entryStore.ts'
import { notFound, Refused } from '../../../server/problems.ts'
import type { Parts } from '../../../server/services.ts'
import type { Entry } from '../../../src/chart/entries.ts'
import { refuse } from '../../../src/chart/refuse.ts'
import type { Instant } from '../../../src/time.ts'
import type { Fault, World } from './World.ts'

type Spoiling<T> = (own: T, world: World, parts: Parts) => Partial<T>

function storeFault(spoil: Spoiling<EntryStore>): Fault {
  return {
    server: (parts, world) => ({
      ...parts,
      createEntryStore(database) {
        const own = parts.createEntryStore(database)
        return { ...own, ...spoil(own, world, parts) }
      },
    }),
  }
}

function appendFault(spoil: (row: Append) => Append): Fault {
  return storeFault((own) => ({ append: (row) => own.append(spoil(row)) }))
}

function deskFault(
  spoil: (own: CommandDesk, world: World, store: EntryStore) => Partial<CommandDesk>,
) {
  return {
    server: (parts: Parts, world: World): Parts => ({
      ...parts,
      createCommandDesk(tools) {
        const own = parts.createCommandDesk(tools)
        return { ...own, ...spoil(own, world, tools.store as EntryStore) }
      },
    }),
  }
}

/** Gives a command that comes again another id, as if it were new. */
function anewEachTime<T extends { readonly commandId: string }>(world: World) {
  const seen = new Set<string>()
  return (command: T): T => {
    const isAgain = seen.has(command.commandId)
    seen.add(command.commandId)
    return isAgain ? { ...command, commandId: world.chance.uuid() } : command
  }
}

/** Faults of a server: what each does wrong, and how it is planted. */
export const serverFaults: Record<string, Fault> = {
  'a command that comes again is taken as a new one': deskFault((own, world) => {
    const anew = anewEachTime<Parameters<CommandDesk['carryOut']>[1]>(world)
    return { carryOut: (chartId, command, sender) => own.carryOut(chartId, anew(command), sender) }
  }),

  'a second check is counted twice': deskFault((own, { chance }) => ({
    async check(chartId, request, sender) {
      try {
        return await own.check(chartId, request, sender)
      } finally {
        const twice = { ...request, commandId: chance.uuid() }
        await own.check(chartId, twice, sender).catch(() => {})
      }
    },
  })),

  'the version that was seen is not compared': deskFault((own, _, store) => {
    const versions = new Map<string, number>()
    return {
      async carryOut(chartId, command, sender) {
        const now = (await store.record(chartId))?.entries.at(-1)?.version ?? 0
        const expectedVersion = versions.get(command.commandId) ?? now
        versions.set(command.commandId, expectedVersion)
        return own.carryOut(chartId, { ...command, expectedVersion }, sender)
      },
    }
  }),

  'a stop on another version is refused': deskFault((own, _, store) => ({
    async carryOut(chartId, command, sender) {
      const record = await store.record(chartId)
      const isStop = command.kind === 'stopInfusion' || command.kind === 'ceaseInfusion'
      const isBehind = record?.entries.at(-1)?.version !== command.expectedVersion
      if (isStop && isBehind) throw new Refused(refuse('chart-moved-on', {} as never))
      return own.carryOut(chartId, command, sender)
    },
  })),

  'a look-up does not find what is there': deskFault(() => ({
    lookUp: () => Promise.reject(notFound()),
  })),

  'an entry is told before it is committed': {
    server(parts, world) {
      let tell = (_: Entry, __: string) => {}
      return {
        ...parts,
        createLive(...args) {
          const live = parts.createLive(...args)
          tell = (entry, wardId) => live.publish([wardId], entry)
          return live
        },
        createEntryStore(database) {
          const own = parts.createEntryStore(database)
          return {
            ...own,
            async append(row) {
              const { entry, previousHash, place } = row
              const hash = entryHash(previousHash, JSON.stringify(entry))
              tell({ ...entry, hash } as Entry, place.wardId)
              await world.timeline.pause(400)
              return own.append(row)
            },
          }
        },
      }
    },
  },

  'a commit is lost and acknowledged': storeFault((own, world) => ({
    async append(row) {
      if (world.chance.happens(0.8)) return own.append(row)
      return { kind: 'appended', entry: { ...row.entry, hash: NO_PREVIOUS } as Entry }
    },
  })),

  'an entry is chained to nothing': appendFault((row) => ({ ...row, previousHash: NO_PREVIOUS })),

  'a figure is changed on its way to the record': appendFault((row) => {
    const { entry } = row
    if (!('rateMlPerHour' in entry) || typeof entry.rateMlPerHour !== 'number') return row
    return { ...row, entry: { ...entry, rateMlPerHour: entry.rateMlPerHour + 0.5 } as typeof entry }
  }),

  'any PIN fits': {
    server: (parts) => ({
      ...parts,
      createSecrets: () => ({ hash: async () => 'plain', fits: async () => true }),
    }),
  },

  'a signature is written down as somebody else’s': {
    server: (parts) => ({
      ...parts,
      createSignatures(...args) {
        const own = parts.createSignatures(...args)
        return {
          ...own,
          prove: async (...keyed) => ({ ...(await own.prove(...keyed)), userId: 'amo.haddad' }),
        }
      },
    }),
  },

  'entries are told to another ward': {
    server: (parts) => ({
      ...parts,
      createLive(...args) {
        const own = parts.createLive(...args)
        return { ...own, publish: (_, entry) => own.publish(['ccu'], entry) }
      },
    }),
  },

  'what other processes commit is told to nobody': {
    server: (parts) => ({
      ...parts,
      createTail: (store) => parts.createTail(store, () => {}),
    }),
  },

  'the clock goes back when the server starts again': {
    clock(own, world) {
      return {
        now: () => (own.now() - 600_000 * (world.counts['restarts'] ?? 0)) as Instant,
      }
    },
  },

  'the clock of the server runs ahead of the tablets told': {
    clock: (own) => ({ now: () => (own.now() + 300_000) as Instant }),
  },
}
