import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { entryHash, NO_PREVIOUS } from '../../server/entryHash.ts'
import { databases, newId } from './support/databases.ts'
import { note, opening, storeWithWards } from './support/entries.ts'

describe.each(databases)('the record in $name', ({ open }) => {
  test('CHART-1: entries come back in order, as they were written, each with its hash', async () => {
    const store = await storeWithWards(await open())
    const first = opening(newId())
    const second = note(first, 'Slept well.')
    await store.append(first)
    await store.append(second)

    const record = await store.record(first.entry.chartId)

    expect(record?.entries.map(({ hash: _, ...entry }) => entry)).toEqual([
      first.entry,
      second.entry,
    ])
    expect(record?.intact).toBe(true)
  })

  test('CHART-1: each hash is SHA-256 over the hash before it and the stored text', async () => {
    const database = await open()
    const store = await storeWithWards(database)
    const first = opening(newId())
    await store.append(first)
    await store.append(note(first, 'Slept well.'))

    const rows = await database.queries
      .selectFrom('chart_entry')
      .select(['body', 'hash', 'previous_hash'])
      .orderBy('seq')
      .execute()

    const [one, two] = rows
    expect(one?.hash).toBe(entryHash(NO_PREVIOUS, one?.body ?? ''))
    expect(two?.previous_hash).toBe(one?.hash)
    expect(two?.hash).toBe(entryHash(one?.hash ?? '', two?.body ?? ''))
  })

  test('of two entries for one place the second is a clash and is not written', async () => {
    const store = await storeWithWards(await open())
    const first = opening(newId())
    await store.append(first)

    const outcomes = await Promise.all([
      store.append(note(first, 'One.')),
      store.append(note(first, 'Two.')),
    ])

    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['appended', 'clash'])
    expect((await store.record(first.entry.chartId))?.entries).toHaveLength(2)
  })

  test('a command id is taken once on a chart', async () => {
    const store = await storeWithWards(await open())
    const first = opening(newId())
    const second = note(first, 'One.')
    await store.append(first)
    await store.append(second)

    const again = await store.append(note(second, 'Two.', second.entry.commandId))

    expect(again.kind).toBe('clash')
    expect((await store.kept(first.entry.chartId, second.entry.commandId))?.entry).toMatchObject({
      seq: 2,
      text: 'One.',
    })
  })

  test('CHART-8: a second open chart for one MRN is not written; after the first is closed it is', async () => {
    const store = await storeWithWards(await open())
    const first = opening(newId(), '9000017')
    await store.append(first)

    expect(await store.append(opening(newId(), '9000017'))).toEqual({ kind: 'second-open-chart' })
    const closing = note(first, 'Closed.')
    await store.append({ ...closing, place: { ...closing.place, open: false } })
    expect((await store.append(opening(newId(), '9000017'))).kind).toBe('appended')
  })

  test('CHART-8: a refused second chart leaves nothing behind', async () => {
    const store = await storeWithWards(await open())
    const refused = opening(newId(), '9000017')
    await store.append(opening(newId(), '9000017'))

    await store.append(refused)

    expect(await store.record(refused.entry.chartId)).toBeNull()
    expect(await store.wardOf(refused.entry.chartId)).toBeNull()
  })

  test('CHART-8: a chart is found on the ward it was moved to, and a closed one on none', async () => {
    const store = await storeWithWards(await open())
    const first = opening(newId())
    const moved = note(first, 'Moved.')
    await store.append(first)
    await store.append({ ...moved, place: { ...moved.place, wardId: 'ccu' } })

    expect(await store.openCharts('7-west')).toEqual([])
    expect(await store.openCharts('ccu')).toEqual([{ chartId: first.entry.chartId, seq: 2 }])
    const closed = note(moved, 'Closed.')
    await store.append({ ...closed, place: { ...closed.place, wardId: 'ccu', open: false } })
    expect(await store.openCharts('ccu')).toEqual([])
    expect(await store.wardOf(first.entry.chartId)).toBe('ccu')
  })

  test('CHART-1: the database itself refuses to change an entry', async () => {
    const database = await open()
    const store = await storeWithWards(database)
    const first = opening(newId())
    await store.append(first)

    const change = sql`update chart_entry set body = '{}'`.execute(database.queries)

    await expect(change).rejects.toThrow('append-only (CHART-1): UPDATE refused')
    expect((await store.record(first.entry.chartId))?.intact).toBe(true)
  })

  test('CHART-1: the database itself refuses to delete an entry', async () => {
    const database = await open()
    const store = await storeWithWards(database)
    const first = opening(newId())
    await store.append(first)

    const deletion = sql`delete from chart_entry`.execute(database.queries)

    await expect(deletion).rejects.toThrow('append-only (CHART-1): DELETE refused')
    expect((await store.record(first.entry.chartId))?.entries).toHaveLength(1)
  })

  test('CHART-1: an entry changed behind the triggers shows in the chain', async () => {
    const database = await open()
    const store = await storeWithWards(database)
    const first = opening(newId())
    await store.append(first)
    await store.append(note(first, 'Slept well.'))

    const trigger = database.isShared
      ? sql`alter table chart_entry disable trigger user`
      : sql`drop trigger chart_entry_keeps_text`
    await trigger.execute(database.queries)
    await sql`update chart_entry set body = replace(body, 'Slept well.', 'Slept badly.')`.execute(
      database.queries,
    )

    expect((await store.record(first.entry.chartId))?.intact).toBe(false)
  })

  test('CHART-1: an entry taken out behind the triggers shows in the chain', async () => {
    const database = await open()
    const store = await storeWithWards(database)
    const first = opening(newId())
    const second = note(first, 'One.')
    await store.append(first)
    await store.append(second)
    await store.append(note(second, 'Two.'))

    const trigger = database.isShared
      ? sql`alter table chart_entry disable trigger user`
      : sql`drop trigger chart_entry_keeps_rows`
    await trigger.execute(database.queries)
    await sql`delete from chart_entry where seq = 2`.execute(database.queries)

    expect((await store.record(first.entry.chartId))?.intact).toBe(false)
  })

  test('the time of the newest entry is known, and that there is none', async () => {
    const store = await storeWithWards(await open())
    expect(await store.newestRecordedAt()).toBeNull()

    const first = opening(newId())
    await store.append(first)
    await store.append(note(first, 'Slept well.'))

    expect(await store.newestRecordedAt()).toBe(Date.UTC(2027, 2, 10, 0, 5))
  })
})

describe('what one database alone could do', () => {
  test('CHART-1: SQLite refuses an INSERT OR REPLACE over an entry', async () => {
    const database = await databases[0].open()
    const store = await storeWithWards(database)
    const first = opening(newId())
    await store.append(first)

    const replacement = sql`insert or replace into chart_entry select * from chart_entry`.execute(
      database.queries,
    )

    await expect(replacement).rejects.toThrow('append-only (CHART-1): DELETE refused')
  })

  test('CHART-1: PostgreSQL refuses to truncate the entries', async () => {
    const database = await databases[1].open()
    const store = await storeWithWards(database)
    await store.append(opening(newId()))

    const truncation = sql`truncate chart_entry`.execute(database.queries)

    await expect(truncation).rejects.toThrow('append-only (CHART-1): TRUNCATE refused')
  })

  test('CHART-1: PostgreSQL refuses a change in a replication session too', async () => {
    const database = await databases[1].open()
    const store = await storeWithWards(database)
    await store.append(opening(newId()))

    const change = database.queries.connection().execute(async (connection) => {
      await sql`set session_replication_role = replica`.execute(connection)
      try {
        await sql`update chart_entry set body = '{}'`.execute(connection)
      } finally {
        await sql`set session_replication_role = origin`.execute(connection)
      }
    })

    await expect(change).rejects.toThrow('append-only (CHART-1): UPDATE refused')
  })
})
