import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { createAccounts } from '../../server/accounts.ts'
import type { Append } from '../../server/appendRows.ts'
import { commandHash } from '../../server/commandHash.ts'
import type { Database } from '../../server/database.ts'
import { addDemonstrationAccounts } from '../../server/demonstrationAccounts.ts'
import { NO_PREVIOUS } from '../../server/entryHash.ts'
import { createEntryStore, type EntryStore } from '../../server/entryStore.ts'
import { createSecrets, FULL_COST } from '../../server/secrets.ts'
import { command } from '../../src/chart/commands.ts'
import { entry as entrySchema } from '../../src/chart/entries.ts'
import { instantOf } from '../../src/time.ts'
import { type Appender, clientsHere } from './run.ts'
import { NOTE, noteEntry } from './sample.ts'

/** The wards and people of the demonstration in an empty database, their secrets hashed at full cost. */
export async function settle(database: Database): Promise<void> {
  const accounts = createAccounts(database, createSecrets(FULL_COST))
  await addDemonstrationAccounts(accounts, instantOf('2027-03-10T00:00:00Z'))
}

/** Where a client's chart stands. */
interface Head {
  readonly chartId: string
  readonly place: Append['place']
  seq: number
  hash: string
}

let patients = 1_000_000

async function openChart(store: EntryStore): Promise<Head> {
  patients += 1
  const chartId = randomUUID()
  const place = { wardId: '7-west', bed: '12', mrn: `${patients}`, open: true }
  const { text: _, ...rest } = noteEntry(chartId, 1, chartId)
  const patient = {
    mrn: place.mrn,
    surname: 'Nguyen',
    given: 'Alex',
    dateOfBirth: '1951-03-09',
    sex: 'female',
  }
  const entry = {
    ...rest,
    kind: 'chartOpened',
    wardId: '7-west',
    bed: '12',
    patient,
    allergies: [],
    amo: 'Dr Haddad',
  }
  const opened = await store.append({
    entry: entry as never,
    previousHash: NO_PREVIOUS,
    commandHash: NO_PREVIOUS,
    refusal: null,
    place,
  })
  if (opened.kind !== 'appended') throw new Error(`not opened: ${opened.kind}`)
  return { chartId, place, seq: 1, hash: opened.entry.hash }
}

async function appendNote(store: EntryStore, head: Head): Promise<void> {
  const sent = z.parse(command, {
    commandId: randomUUID(),
    kind: 'writeNote',
    happenedAt: '2027-03-10T00:05:00Z',
    expectedVersion: 1,
    text: NOTE,
  })
  const entry = noteEntry(head.chartId, head.seq + 1, sent.commandId)
  z.parse(entrySchema, { ...entry, hash: NO_PREVIOUS })
  const appended = await store.append({
    entry,
    previousHash: head.hash,
    commandHash: commandHash(sent),
    refusal: null,
    place: head.place,
  })
  if (appended.kind !== 'appended') throw new Error(`not appended: ${appended.kind}`)
  head.seq += 1
  head.hash = appended.entry.hash
}

/** The product's own store: the command and the entry held against their schemas, the version checked by the key. */
export function productStore(name: string, database: Database, cpuNow: () => number): Appender {
  const store = createEntryStore(database)
  return {
    name,
    async run(clients, seconds) {
      const heads = await Promise.all(Array.from({ length: clients }, () => openChart(store)))
      return clientsHere(clients, seconds, cpuNow, (client) => {
        const head = heads[client]
        if (!head) throw new Error('There is no chart.')
        return appendNote(store, head)
      })
    },
  }
}
