import { sql } from 'kysely'
import Libsql from 'libsql'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Append } from '../../server/appendRows.ts'
import type { Database, Tables } from '../../server/database.ts'
import { beginDemonstrationWard } from '../../server/demonstrationWard.ts'
import { entryHash } from '../../server/entryHash.ts'
import { migrations } from '../../server/migrations.ts'
import { openPostgres } from '../../server/openPostgres.ts'
import { openSqlite } from '../../server/openSqlite.ts'
import { verifyRecord } from '../../server/verifyRecord.ts'
import type { UnhashedEntry } from '../../src/chart/entries.ts'
import { freshDatabase } from '../support/freshDatabase.ts'
import { runningVte } from './support/course.ts'
import { databases, newId } from './support/databases.ts'
import { opening, storeWithWards } from './support/entries.ts'
import { freshFolder } from './support/folders.ts'
import { pinOf, startWard } from './support/ward.ts'

const adams = { userId: 'rn.adams', name: 'Adams, Jo', role: 'RN' } as const
const baker = { userId: 'rn.baker', name: 'Baker, Lee', role: 'RN' } as const
type By = typeof adams | typeof baker

/** An entry put after another without asking the chart's rules. */
function following(before: Append, fields: object, by: By = adams): Append {
  const { chartId, seq, version, happenedAt, recordedAt } = before.entry
  const entry = {
    ...{ chartId, seq: seq + 1, version, commandId: newId(), by, happenedAt, recordedAt },
    ...fields,
  } as unknown as UnhashedEntry
  const previousHash = entryHash(before.previousHash, JSON.stringify(before.entry))
  return { ...before, entry, previousHash }
}

const ceased = (identity: string) => ({
  kind: 'infusionCeased',
  reason: 'suspected-major-bleed',
  identity,
  rateBeforeMlPerHour: 14,
})
const countersigned = { kind: 'countersigned', actSeq: 2 }

function signaturesIn({ queries }: Database) {
  return queries
    .selectFrom('act_signature')
    .select(['chart_id', 'act_seq', 'user_id', 'seq'])
    .orderBy('chart_id')
    .orderBy('seq')
    .execute()
}

async function chartWith(database: Database, act: object) {
  const store = await storeWithWards(database)
  const first = opening(newId())
  const acted = following(first, act)
  await store.append(first)
  await store.append(acted)
  return { store, acted, chartId: first.entry.chartId }
}

describe.each(databases)('signatures in $name', ({ open }) => {
  test.each([
    ['a rate change', { kind: 'rateChanged', newRateMlPerHour: 12 }],
    ['“no change”', { kind: 'rateKept', resultSeq: 1 }],
    ['a bag', { kind: 'bagHung', units: 25_000, volumeMl: 250 }],
    ['a stop on a proven identity', ceased('confirmed')],
    ['a bedside fact', { kind: 'bedsideFactRecorded', fact: 'pump-found-at', reason: 'Seen.' }],
    ['a strike-out', { kind: 'entryStruckOut', struckSeq: 1, reason: 'Wrong patient.' }],
  ])(
    'SIGN-3: the database refuses one person signing %s twice, and writes nothing',
    async (_, act) => {
      const database = await open()
      const { store, acted, chartId } = await chartWith(database, act)

      const twice = store.append(following(acted, countersigned))

      await expect(twice).rejects.toMatchObject({
        refusal: { code: 'same-person', status: 422, rules: ['SIGN-3'] },
      })
      expect((await store.record(chartId))?.entries).toHaveLength(2)
      expect((await store.openCharts('7-west'))[0]?.seq).toBe(2)
      expect((await store.append(following(acted, countersigned, baker))).kind).toBe('appended')
      expect((await signaturesIn(database)).map((row) => row.user_id)).toEqual([
        'rn.adams',
        'rn.baker',
      ])
    },
  )

  test('SIGN-5: an unproven stop has no first signature; it is made up for once, and is not the second', async () => {
    const database = await open()
    const { store, acted } = await chartWith(database, ceased('unconfirmed'))
    expect(await signaturesIn(database)).toEqual([])
    const madeUp = following(acted, countersigned)
    await store.append(madeUp)

    await expect(store.append(following(madeUp, countersigned))).rejects.toMatchObject({
      refusal: { code: 'same-person' },
    })

    expect((await store.append(following(madeUp, countersigned, baker))).kind).toBe('appended')
  })

  test('SIGN-3: a process that holds the chart alone is refused the second signature too', async () => {
    const database = await open()
    const { store, acted, chartId } = await chartWith(database, ceased('confirmed'))

    const twice = store.alone(chartId, (alone) => alone.append(following(acted, countersigned)))

    await expect(twice).rejects.toMatchObject({ refusal: { code: 'same-person' } })
    expect((await store.record(chartId))?.entries).toHaveLength(2)
  })

  test('SIGN-3: the database itself refuses to change or take away a signature', async () => {
    const database = await open()
    await chartWith(database, ceased('confirmed'))
    const { queries } = database

    await expect(sql`delete from act_signature`.execute(queries)).rejects.toThrow(
      'act_signature is append-only (SIGN-3): DELETE refused',
    )
    await expect(
      sql`update act_signature set user_id = 'rn.baker'`.execute(queries),
    ).rejects.toThrow('act_signature is append-only (SIGN-3): UPDATE refused')
  })

  test('SIGN-3: a signature that is not kept, or that no entry gives, is found by verifying', async () => {
    const database = await open()
    const { chart } = await runningVte(await startWard({ database }))
    expect((await verifyRecord(database)).faults).toEqual([])
    await addSignature(database, { chart_id: chart.id, act_seq: 4, user_id: 'rn.cole', seq: 5 })
    expect((await verifyRecord(database)).faults).toEqual([
      { chartId: chart.id, seq: 5, what: 'a signature is kept that no entry gives' },
    ])

    await disarm(database)
    await database.queries.deleteFrom('act_signature').execute()
    expect((await verifyRecord(database)).faults.map(({ what }) => what)).toEqual(
      Array.from({ length: 4 }, () => 'its signature is not kept'),
    )
  })
})

async function addSignature(
  { queries }: Database,
  row: Omit<Tables['act_signature'], 'facility_id'>,
): Promise<void> {
  await queries
    .insertInto('act_signature')
    .values({ facility_id: 'facility', ...row })
    .execute()
}

async function disarm({ queries, isShared }: Database): Promise<void> {
  if (isShared) await sql`alter table act_signature disable trigger all`.execute(queries)
  else await sql`drop trigger act_signature_keeps_rows`.execute(queries)
}

/** The steps that a database of the build before this one had taken. */
const before = migrations.slice(
  0,
  migrations.findIndex(({ name }) => name === '0004-one-signature-each'),
)
const SCHEMA = 'heparin_chart'
const marked = 'CREATE TABLE schema_migration (name TEXT NOT NULL PRIMARY KEY)'
const columns = ['facility_id', 'chart_id', 'seq', 'version', 'command_id', 'kind'].concat([
  ...['recorded_at', 'body', 'body_hash', 'refusal', 'previous_hash', 'hash'],
])
type Row = Record<string, string | number | null>

/** Databases as the build before left them, with these entries, opened by this build. */
const earlier = [
  {
    name: 'SQLite',
    async open(rows: readonly Row[]): Promise<Database> {
      const file = `${freshFolder()}/earlier.db`
      const connection = new Libsql(file)
      connection.exec(marked)
      for (const { name, sqlite } of before) {
        connection.exec(sqlite)
        connection.prepare('INSERT INTO schema_migration VALUES (?)').run(name)
      }
      connection.prepare("INSERT INTO facility VALUES ('facility', 'A hospital')").run()
      const places = columns.map(() => '?').join(', ')
      const insert = connection.prepare(
        `INSERT INTO chart_entry (${columns.join(', ')}) VALUES (${places})`,
      )
      for (const row of rows) insert.run(columns.map((column) => row[column] ?? null))
      connection.close()
      return openSqlite(file)
    },
  },
  {
    name: 'PostgreSQL',
    async open(rows: readonly Row[]): Promise<Database> {
      const url = await freshDatabase()
      const client = new Client({ connectionString: url, options: `-c search_path=${SCHEMA}` })
      await client.connect()
      await client.query(`CREATE SCHEMA ${SCHEMA}`)
      await client.query(marked)
      for (const { name, postgres } of before) {
        await client.query(postgres)
        await client.query('INSERT INTO schema_migration VALUES ($1)', [name])
      }
      await client.query("INSERT INTO facility VALUES ('facility', 'A hospital')")
      const places = columns.map((_, place) => `$${place + 1}`).join(', ')
      const insert = `INSERT INTO chart_entry (${columns.join(', ')}) VALUES (${places})`
      for (const row of rows)
        await client.query(
          insert,
          columns.map((column) => row[column] ?? null),
        )
      await client.end()
      return openPostgres(url, SCHEMA)
    },
  },
]

let played: ReturnType<typeof play> | null = null

/** The whole courses of the demonstration ward, and beside them a stop without a PIN, made up for later; played once. */
function realHistories(): ReturnType<typeof play> {
  played ??= play()
  return played
}

async function play() {
  const ward = await startWard({ clock: '2027-03-10T04:00:00Z' })
  await beginDemonstrationWard(ward.services, ward.clock)
  const { chart, adams: tablet } = await runningVte(ward)
  const { body } = await chart.done(tablet, 'ceaseInfusion', { reason: 'suspected-major-bleed' })
  await chart.done(tablet, 'countersign', {
    actSeq: body.entry.seq,
    signature: { userId: 'rn.adams', pin: pinOf('rn.adams') },
  })
  const rows = await ward.services.database.queries
    .selectFrom('chart_entry')
    .selectAll()
    .orderBy('chart_id')
    .orderBy('seq')
    .execute()
  return { rows, signatures: await signaturesIn(ward.services.database) }
}

describe.each(earlier)('an earlier database in $name', ({ open }) => {
  test('SIGN-3: gets the signatures of the histories it holds, as if they had been kept from the start', async () => {
    const { rows, signatures } = await realHistories()

    const database = await open(rows as unknown as Row[])
    onTestFinished(() => database.close())

    expect(signatures.length).toBeGreaterThan(40)
    expect(await signaturesIn(database)).toEqual(signatures)
  })

  test('CHART-1: starts although the text of entries was damaged, which then sign nothing', async () => {
    const { rows, signatures } = await realHistories()
    const damage = [
      'not JSON',
      '{}',
      '{"by":{"userId":7}',
      '{"by":{"userId":"rn.adams"},"actSeq":"x"}',
    ]
    const signing = signatures.slice(0, damage.length)
    const damaged = rows.map((row) => {
      const which = signing.findIndex(
        (each) => each.chart_id === row.chart_id && each.seq === row.seq,
      )
      return which < 0 ? row : { ...row, body: damage[which] ?? '', kind: 'countersigned' }
    })

    const database = await open(damaged as unknown as Row[])
    onTestFinished(() => database.close())

    expect(await signaturesIn(database)).toEqual(signatures.slice(damage.length))
  })
})
