import { createAccounts } from '../../../server/accounts.ts'
import type { Append } from '../../../server/appendRows.ts'
import type { Database } from '../../../server/database.ts'
import { entryHash, NO_PREVIOUS } from '../../../server/entryHash.ts'
import { createEntryStore } from '../../../server/entryStore.ts'
import { createSecrets, DEMONSTRATION_COST } from '../../../server/secrets.ts'
import type { EntryOf } from '../../../src/chart/entries.ts'
import { newId } from './databases.ts'

const by = { userId: 'rn.adams', name: 'Adams, Jo', role: 'RN' } as const
const place = { wardId: '7-west', bed: '12', mrn: '9000017', open: true }

/** An entry store whose facility has the wards 7-west and ccu. */
export async function storeWithWards(database: Database) {
  const accounts = createAccounts(database, createSecrets(DEMONSTRATION_COST))
  await accounts.nameFacility('A hospital')
  await accounts.addWard({ wardId: '7-west', name: '7 West' })
  await accounts.addWard({ wardId: 'ccu', name: 'CCU' })
  return createEntryStore(database)
}

/** The opening of a chart, made by hand. */
export function opening(chartId: string, mrn = place.mrn): Append {
  const entry: Omit<EntryOf<'chartOpened'>, 'hash'> = {
    chartId,
    seq: 1,
    version: 1,
    commandId: chartId,
    by,
    kind: 'chartOpened',
    happenedAt: '2027-03-10T00:00:00Z',
    recordedAt: '2027-03-10T00:00:00Z',
    wardId: '7-west',
    bed: '12',
    patient: { mrn, surname: 'Nguyen', given: 'Alex', dateOfBirth: '1951-03-09', sex: 'female' },
    allergies: [],
    amo: 'Dr Haddad',
  }
  return append(entry, NO_PREVIOUS, mrn)
}

/** A note that follows another entry, made by hand. */
export function note(after: Append, text: string, commandId = newId()): Append {
  const entry: Omit<EntryOf<'noteWritten'>, 'hash'> = {
    chartId: after.entry.chartId,
    seq: after.entry.seq + 1,
    version: after.entry.version,
    commandId,
    by,
    kind: 'noteWritten',
    happenedAt: '2027-03-10T00:05:00Z',
    recordedAt: '2027-03-10T00:05:00Z',
    text,
  }
  return append(entry, entryHash(after.previousHash, JSON.stringify(after.entry)), after.place.mrn)
}

function append(entry: Append['entry'], previousHash: string, mrn: string): Append {
  return {
    entry,
    previousHash,
    commandHash: entryHash(NO_PREVIOUS, entry.commandId),
    refusal: null,
    place: { ...place, mrn },
  }
}
