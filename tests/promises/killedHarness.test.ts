import { expect, test } from 'vitest'
import { entryHash, NO_PREVIOUS } from '../../server/entryHash.ts'
import { openSqlite } from '../../server/openSqlite.ts'
import type { EntryRow } from '../../server/recordFaults.ts'
import type { Entry } from '../../src/chart/entries.ts'
import { note, opening, storeWithWards } from '../server/support/entries.ts'
import { chanceOf } from './support/chance.ts'
import { emptySqliteWard } from './support/emptyWard.ts'
import { killAgainAndAgain } from './support/killing.ts'
import { newLedger } from './support/ledger.ts'
import { planted } from './support/planted.ts'
import { sqliteRecord } from './support/storedRecord.ts'

const CHART = '6f0d0c0e-6c53-4c0e-9a51-0f7c2b1d9e01'

/** A record of three entries, as it lies in a database. */
async function threeEntries() {
  const database = await openSqlite(':memory:')
  const store = await storeWithWards(database)
  const first = opening(CHART)
  const second = note(first, 'the second')
  for (const each of [first, second, note(second, 'the third')]) await store.append(each)
  const entries = await database.queries.selectFrom('chart_entry').selectAll().execute()
  const places = await database.queries.selectFrom('chart').selectAll().execute()
  await database.close()
  return { entries, places }
}

/** A ledger to which all three were sent, and the last was not acknowledged. */
function ledgerOf(rows: readonly EntryRow[]) {
  const ledger = newLedger()
  for (const row of rows) ledger.sent(CHART, row.command_id)
  for (const row of rows.slice(0, 2)) ledger.acknowledged(entryOf(row))
  return ledger
}

function entryOf({ body, hash }: EntryRow): Entry {
  return { ...JSON.parse(body), hash }
}

/** The rows without one of them, chained anew: a loss that the hashes do not show. */
function rechained(rows: readonly EntryRow[]): EntryRow[] {
  let previous = NO_PREVIOUS
  return rows.map((row, index) => {
    const body = JSON.stringify({ ...JSON.parse(row.body), seq: index + 1 })
    const hash = entryHash(previous, body)
    const anew = { ...row, seq: index + 1, body, previous_hash: previous, hash }
    previous = hash
    return anew
  })
}

test('CHART-1: the ledger finds nothing in a record that kept all, with or without what nobody was told', async () => {
  const record = await threeEntries()
  const ledger = ledgerOf(record.entries)

  expect(ledger.faultsOf(record)).toEqual([])
  expect(
    ledger.faultsOf({
      entries: record.entries.slice(0, 2),
      places: record.places.map((place) => ({ ...place, seq: 2 })),
    }),
  ).toEqual([])
})

test.each([
  ['a lost entry', (rows: EntryRow[]) => rows.slice(0, 1), 'was acknowledged and is lost'],
  [
    'a lost entry in a chain made anew',
    (rows: EntryRow[]) => rechained(rows.filter(({ seq }) => seq !== 2)),
    'was acknowledged and is lost',
  ],
  [
    'an entry that is there twice',
    (rows: EntryRow[]) => rechained([...rows, ...rows.slice(2)]),
    'is there 2 times',
  ],
  [
    'another text under an acknowledged id',
    (rows: EntryRow[]) =>
      rechained(rows.map((row) => ({ ...row, body: row.body.replace('the second', 'other') }))),
    'is not what was acknowledged',
  ],
  [
    'a cut chain',
    (rows: EntryRow[]) => rows.map((row) => ({ ...row, previous_hash: NO_PREVIOUS })),
    'it does not follow the entry before it',
  ],
  [
    'an entry that nobody sent',
    (rows: EntryRow[]) => rechained([...rows, { ...rows[2], command_id: 'x' } as EntryRow]),
    'x was never sent',
  ],
])('the ledger finds %s', async (_, spoilt, expected) => {
  const { entries, places } = await threeEntries()

  const faults = ledgerOf(entries).faultsOf({ entries: spoilt(entries), places })

  expect(faults.join('\n')).toContain(expected)
})

test('the ledger finds an acknowledgement of what was never recorded, and two answers to one command', async () => {
  const record = await threeEntries()
  const [, second] = record.entries
  if (!second) throw new Error('There are three.')
  const ledger = ledgerOf(record.entries)
  ledger.acknowledged({ ...entryOf(second), commandId: 'y' } as Entry)
  ledger.acknowledged({ ...entryOf(second), hash: 'z' } as Entry)

  expect(ledger.faultsOf(record).join('\n')).toMatch(
    /answered with two entries\n(.*\n)*y was acknowledged and is lost/,
  )
})

test('CHART-1: a server that answers before it commits is caught by killing it', async () => {
  const settings = { ...(await emptySqliteWard()), ...planted('lateCommit') }

  const { faults } = await killAgainAndAgain(
    {
      settings,
      record: () => sqliteRecord(settings.DATA_DIR),
      chance: chanceOf(402_009),
      mrns: '82',
    },
    4,
  )

  expect(faults.join('\n')).toContain('was acknowledged and is lost')
})
