import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type Database, FACILITY_ID } from '../../server/database.ts'
import { entryHash, keptHash, NO_PREVIOUS } from '../../server/entryHash.ts'
import { headsIn, newHeadsKeys, signedHeads } from '../../server/signedHeads.ts'
import { verifyRecord } from '../../server/verifyRecord.ts'
import { openChart, opening, runningVte } from './support/course.ts'
import { databases } from './support/databases.ts'
import { startWard } from './support/ward.ts'

interface Row {
  chart_id: string
  seq: number
  body: string
  body_hash: string
  refusal: string | null
  previous_hash: string
  hash: string
  kept_hash: string | null
}

async function twoCharts(database: Database) {
  const ward = await startWard({ database })
  const { chart, adams } = await runningVte(ward)
  const other = await openChart(adams, { patient: { ...opening().patient, mrn: '9000018' } })
  return { chartId: chart.id, otherId: other.id }
}

/** Takes away what refuses changes, as somebody with the database's password could. */
async function disarm({ queries, isShared }: Database): Promise<void> {
  if (isShared) {
    await sql`alter table chart_entry disable trigger all`.execute(queries)
    return
  }
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'trigger' and tbl_name = 'chart_entry'
  `.execute(queries)
  for (const { name } of rows) await sql`drop trigger ${sql.id(name)}`.execute(queries)
}

async function rowsOf({ queries }: Database, chartId: string): Promise<Row[]> {
  return queries
    .selectFrom('chart_entry')
    .select([
      'chart_id',
      'seq',
      'body',
      'body_hash',
      'refusal',
      'previous_hash',
      'hash',
      'kept_hash',
    ])
    .where('chart_id', '=', chartId)
    .orderBy('seq')
    .execute()
}

async function rewrite(
  { queries }: Database,
  { chart_id, seq }: Pick<Row, 'chart_id' | 'seq'>,
  changes: Partial<Row>,
): Promise<void> {
  await queries
    .updateTable('chart_entry')
    .set(changes)
    .where('facility_id', '=', FACILITY_ID)
    .where('chart_id', '=', chart_id)
    .where('seq', '=', seq)
    .execute()
}

/** A chain computed afresh after the text of one entry was changed: by itself it looks as if it had always been so. */
async function computeAfresh(database: Database, chartId: string, seq: number): Promise<void> {
  let previous = NO_PREVIOUS
  for (const row of await rowsOf(database, chartId)) {
    const body =
      row.seq === seq ? row.body.replace('"recordedAt"', '"note":"x","recordedAt"') : row.body
    const hash = entryHash(previous, body)
    const kept_hash = keptHash({ ...row, hash })
    await rewrite(database, row, { body, previous_hash: previous, hash, kept_hash })
    previous = hash
  }
}

async function cutTail({ queries }: Database, chartId: string, from: number): Promise<void> {
  await queries
    .deleteFrom('chart_entry')
    .where('chart_id', '=', chartId)
    .where('seq', '>=', from)
    .execute()
}

describe.each(databases)('the record in $name', ({ open }) => {
  test('CHART-1: a record that nobody touched has no fault', async () => {
    const database = await open()
    const { chartId } = await twoCharts(database)
    const { charts, faults, heads } = await verifyRecord(database)
    expect({ charts, faults }).toEqual({ charts: 2, faults: [] })
    expect((await verifyRecord(database, heads)).faults).toEqual([])
    expect(heads.map((head) => head.chartId)).toContain(chartId)
  })

  test('CHART-1: a changed text, a lost entry, a cut tail and an entry of another chart are found and named', async () => {
    const database = await open()
    const { chartId, otherId } = await twoCharts(database)
    await disarm(database)
    const rows = await rowsOf(database, chartId)
    const [, second, third] = rows
    if (!second || !third) throw new Error('the course is too short')

    await rewrite(database, second, { body: second.body.replace('"kind"', '"Kind"') })
    expect((await verifyRecord(database)).faults).toEqual([
      { chartId, seq: 2, what: 'its text or hash was changed' },
      { chartId, seq: 2, what: expect.stringContaining('its text says kind undefined') },
    ])
    await rewrite(database, second, { body: second.body })

    const [first] = await rowsOf(database, otherId)
    await rewrite(database, third, { body: first?.body ?? '' })
    expect((await verifyRecord(database)).faults.map(({ seq }) => seq)).toContain(3)
    await rewrite(database, third, { body: third.body })
    expect((await verifyRecord(database)).faults).toEqual([])

    await cutTail(database, chartId, rows.length)
    expect((await verifyRecord(database)).faults).toEqual([
      { chartId, seq: rows.length, what: `entries up to ${rows.length} are missing` },
    ])
    await cutTail(database, chartId, 1)
    expect((await verifyRecord(database)).faults[0]?.what).toContain('are missing')
  })

  test('CHART-1: a chain computed afresh and a chart that is gone are found against the heads kept apart', async () => {
    const database = await open()
    const { chartId, otherId } = await twoCharts(database)
    const { heads } = await verifyRecord(database)
    await disarm(database)

    await computeAfresh(database, chartId, 2)
    expect((await verifyRecord(database)).faults).toEqual([])
    expect((await verifyRecord(database, heads)).faults).toEqual([
      expect.objectContaining({ chartId, what: expect.stringContaining('written anew') }),
    ])

    await cutTail(database, otherId, 1)
    await database.queries.deleteFrom('chart').where('chart_id', '=', otherId).execute()
    const gone = (await verifyRecord(database, heads)).faults.filter(
      (each) => each.chartId === otherId,
    )
    expect(gone).toEqual([
      { chartId: otherId, seq: 1, what: 'it was on the record when the heads were noted' },
    ])
  })
})

test('CHART-1: any byte of any entry that is changed is found', async () => {
  const database = await databases[0].open()
  const { chartId } = await twoCharts(database)
  await disarm(database)
  const rows = await rowsOf(database, chartId)
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.nat({ max: 94 }), async (which, where, by) => {
      const row = rows[which % rows.length]
      if (!row) throw new Error('no row')
      const at = where % row.body.length
      const now = String.fromCharCode(32 + ((row.body.charCodeAt(at) - 32 + 1 + by) % 95))
      if (now === row.body[at]) return
      const body = row.body.slice(0, at) + now + row.body.slice(at + 1)
      await rewrite(database, row, { body })
      const { faults } = await verifyRecord(database)
      await rewrite(database, row, { body: row.body })
      expect(faults.map(({ seq }) => seq)).toContain(row.seq)
    }),
    { seed: 402, numRuns: 60 },
  )
})

test('CHART-1: heads are read only under the signature of their own key, and unchanged', () => {
  const { privateKey, publicKey } = newHeadsKeys()
  const heads = { notedAt: '2027-03-10T00:00:00Z', heads: [{ chartId: 'a', seq: 3, hash: 'f' }] }
  const text = signedHeads(heads, privateKey)
  expect(headsIn(text, publicKey)).toEqual(heads)
  expect(headsIn(text.replace('3', '2'), publicKey)).toBeNull()
  expect(headsIn(text, newHeadsKeys().publicKey)).toBeNull()
  expect(headsIn('not a file', publicKey)).toBeNull()
})
