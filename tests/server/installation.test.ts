import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import Libsql from 'libsql'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Environment } from '../../server/environment.ts'
import { environmentOf } from '../../server/environment.ts'
import { openDatabase, openInstallation } from '../../server/installation.ts'
import { openPostgres } from '../../server/openPostgres.ts'
import { openSqlite } from '../../server/openSqlite.ts'
import type { Services } from '../../server/services.ts'
import { freshDatabase } from '../support/freshDatabase.ts'
import { newId } from './support/databases.ts'
import { note, opening } from './support/entries.ts'
import { freshFolder } from './support/folders.ts'

/** Opens an installation and gives its services and how to close it, as the end of the test also does. */
async function start(environment: Environment) {
  const services = await openInstallation(environment, async () => {})
  let isOpen = true
  const stop = async () => {
    if (!isOpen) return
    isOpen = false
    services.live.close()
    await services.database.close()
  }
  onTestFinished(stop)
  return { services, stop }
}

/** Both kinds of installation, each with a place of its own and a way to see what was moved aside in it. */
const kinds = [
  {
    name: 'SQLite',
    place: async () => {
      const dataDir = freshFolder()
      const aside = () =>
        existsSync(join(dataDir, 'earlier')) ? readdirSync(join(dataDir, 'earlier')).sort() : []
      return { settings: { DATA_DIR: dataDir }, aside: async () => aside() }
    },
    movedAside: ['demonstration-20270310T000500Z.db'],
  },
  {
    name: 'PostgreSQL',
    place: async () => {
      const url = await freshDatabase()
      const aside = async () => {
        const client = new Client({ connectionString: url })
        await client.connect()
        const { rows } = await client.query<{ schema_name: string }>(
          `SELECT schema_name FROM information_schema.schemata
           WHERE schema_name LIKE 'heparin_chart_demonstration_%' ORDER BY 1`,
        )
        await client.end()
        return rows.map((row) => row.schema_name)
      }
      return { settings: { DATABASE_URL: url }, aside }
    },
    movedAside: ['heparin_chart_demonstration_20270310t000500z'],
  },
] as const

async function writeWard({ store }: Services) {
  const first = opening(newId(), '9999999')
  await store.append(first)
  await store.append(note(first, 'The newest entry, at 00:05.'))
  return first.entry.chartId
}

/** Starts a demonstration with one chart, whose newest entry was recorded at 00:05 on 10 March 2027. */
async function startWithWard(settings: Record<string, string>) {
  const { services, stop } = await start(
    environmentOf({ ...settings, CLOCK: '2027-03-10T00:00:00Z' }),
  )
  const chartId = await writeWard(services)
  await stop()
  return chartId
}

describe.each(kinds)('a demonstration in $name', ({ place, movedAside }) => {
  test('goes on where it was when its newest entry is up to 12 hours old', async () => {
    const { settings, aside } = await place()
    const chartId = await startWithWard(settings)

    const { services } = await start(environmentOf({ ...settings, CLOCK: '2027-03-10T12:05:00Z' }))

    expect(await services.store.wardOf(chartId)).toBe('7-west')
    expect(await aside()).toEqual([])
  })

  test('is moved aside and begun again when its newest entry is older', async () => {
    const { settings, aside } = await place()
    const chartId = await startWithWard(settings)

    const { services } = await start(environmentOf({ ...settings, CLOCK: '2027-03-10T12:05:01Z' }))

    expect(await services.store.wardOf(chartId)).toBeNull()
    expect((await services.accounts.wards()).map((ward) => ward.wardId)).toEqual(['7-west', 'ccu'])
    expect(await aside()).toEqual(movedAside)
  })

  test('a second one moved aside takes no other name away', async () => {
    const { settings, aside } = await place()
    for (const _ of [1, 2]) {
      await startWithWard(settings)
      const later = await start(environmentOf({ ...settings, CLOCK: '2027-03-11T00:00:00Z' }))
      await later.stop()
    }

    expect(await aside()).toHaveLength(2)
  })

  test('has nothing in common with production: no account, no chart', async () => {
    const { settings } = await place()
    const chartId = await startWithWard(settings)

    const { services } = await start(environmentOf({ ...settings, NODE_ENV: 'production' }))

    expect(services.isDemonstration).toBe(false)
    expect(await services.accounts.any()).toBe(false)
    expect(await services.accounts.passwordFits('rn.adams', 'demonstration')).toBe(false)
    expect(await services.store.wardOf(chartId)).toBeNull()
  })

  test('a production database is never moved aside, however old', async () => {
    const { settings, aside } = await place()
    const production = environmentOf({ ...settings, NODE_ENV: 'production' })
    const first = await start(production)
    await first.services.accounts.nameFacility('A hospital')
    await first.services.accounts.addWard({ wardId: '7-west', name: '7 West' })
    const chartId = await writeWard(first.services)
    await first.stop()

    const { services } = await start(production)

    expect(await services.store.wardOf(chartId)).toBe('7-west')
    expect(await aside()).toEqual([])
  })

  test('a database that a newer version has changed is refused', async () => {
    const { settings } = await place()
    const environment = environmentOf(settings)
    const { services, stop } = await start(environment)
    await services.database.queries.schema
      .createTable('from_the_future')
      .addColumn('n', 'integer')
      .execute()
    await sql`insert into schema_migration (name) values ('9999-later')`.execute(
      services.database.queries,
    )
    await stop()

    await expect(openDatabase(environment, 'demonstration')).rejects.toThrow('9999-later')
  })
})

describe('the embedded database', () => {
  test('is refused to a second process, which is told who holds it', async () => {
    const file = join(freshFolder(), 'charts.db')
    const database = await openSqlite(file)

    await expect(openSqlite(file)).rejects.toThrow(
      `in use by another server (process ${process.pid})`,
    )

    await database.close()
    const again = await openSqlite(file)
    await again.close()
  })

  test('is refused while any other program reads it with a lock', async () => {
    const file = join(freshFolder(), 'charts.db')
    await (await openSqlite(file)).close()
    const other = new Libsql(file)
    onTestFinished(() => {
      other.close()
    })
    other.exec('BEGIN EXCLUSIVE')

    await expect(openSqlite(file)).rejects.toThrow('in use by another process')
  })

  test('commits to the disk before it answers, and keeps a log ahead of the file', async () => {
    const file = join(freshFolder(), 'charts.db')
    const database = await openSqlite(file)
    const pragma = async (name: string) =>
      (
        await database.queries.executeQuery<Record<string, unknown>>({
          sql: `PRAGMA ${name}`,
          parameters: [],
          query: { kind: 'RawNode', sqlFragments: [`PRAGMA ${name}`], parameters: [] },
          queryId: { queryId: name },
        })
      ).rows[0]

    expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' })
    expect(await pragma('synchronous')).toEqual({ synchronous: 2 })
    expect(await pragma('locking_mode')).toEqual({ locking_mode: 'exclusive' })
    await database.close()
  })

  test('keeps its entries from one start to the next', async () => {
    const settings = { DATA_DIR: freshFolder() }
    const chartId = await startWithWard(settings)
    const { services } = await start(environmentOf({ ...settings, CLOCK: '2027-03-10T01:00:00Z' }))

    expect((await services.store.record(chartId))?.intact).toBe(true)
    expect((await services.store.record(chartId))?.entries).toHaveLength(2)
  })
})

describe('PostgreSQL', () => {
  test('that cannot be reached is said so, without its address', async () => {
    const opening = openPostgres('postgres://charts:hunter2@127.0.0.1:1/charts', 'heparin_chart')

    await expect(opening).rejects.toThrow('cannot be reached')
    await expect(opening).rejects.not.toThrow('hunter2')
  })

  test('serves two processes at once, which may start together', async () => {
    const url = await freshDatabase()

    const both = await Promise.all([1, 2].map(() => openPostgres(url, 'heparin_chart')))

    expect(both.map((database) => database.isShared)).toEqual([true, true])
    await Promise.all(both.map((database) => database.close()))
  })
})
