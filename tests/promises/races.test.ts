import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../server/database.ts'
import { openSqlite } from '../../server/openSqlite.ts'
import { Refused, recordDamaged } from '../../server/problems.ts'
import type { Parts } from '../../server/services.ts'
import { freshFolder } from '../server/support/folders.ts'
import { freshDatabase } from '../support/freshDatabase.ts'
import { measured, sized } from './support/experiment.ts'
import { serveHere } from './support/inProcess.ts'
import { readSlowly, withDesk, withStore } from './support/plants.ts'
import { type RacePlan, runRaces } from './support/races.ts'
import { serverOn, serversOn } from './support/serversOn.ts'
import { siteAt } from './support/site.ts'

const RACES = sized(24, 10_000)

async function race(what: string, addresses: readonly string[], plan: RacePlan) {
  const begun = performance.now()
  const raced = await runRaces(siteAt(addresses), plan)
  const seconds = Math.round((performance.now() - begun) / 1000)
  measured({
    promise: 6,
    what,
    figure: `${raced.races} races of ${raced.clients} clients: one winner each, ${raced.told} losers told what is new, ${raced.stops} of ${raced.stops} stops and ${raced.notes} of ${raced.notes} notes taken, ${raced.faults.length} faults (${seconds} s)`,
  })
  return raced
}

describe('SIGN-8, SIGN-9, H23: many clients on one chart at once', () => {
  test('one wins and the others are told what is new, over two server processes on PostgreSQL', async () => {
    const env = { DATABASE_URL: await freshDatabase() }
    const servers = await serversOn(env, 2)
    const { races, stops, faults } = await race(
      'Two to sixteen clients sign on one chart at once, two server processes on one PostgreSQL',
      servers.map(({ address }) => address),
      { races: RACES, charts: sized(2, 8), seed: 61 },
    )
    expect(faults).toEqual([])
    expect(races).toBeGreaterThanOrEqual(RACES)
    expect(stops).toBeGreaterThan(0)
  })

  test('one wins and the others are told what is new, on the embedded database', async () => {
    const server = await serverOn({ DATA_DIR: freshFolder() })
    const { races, faults } = await race(
      'Two to sixteen clients sign on one chart at once, one server process on the embedded database',
      [server.address],
      { races: RACES, charts: sized(2, 8), seed: 62 },
    )
    expect(faults).toEqual([])
    expect(races).toBeGreaterThanOrEqual(RACES)
  })
})

/** Two servers of this process on one embedded database, both with the same fault. */
async function faultsOf(parts: Partial<Parts>, spoil = async (_: Database) => {}) {
  const database = await openSqlite(':memory:')
  onTestFinished(() => database.close())
  await spoil(database)
  const addresses = [await serveHere(database, parts), await serveHere(database, parts)]
  const { faults } = await runRaces(siteAt(addresses), { races: 12, charts: 1, seed: 63 })
  return faults.join('\n')
}

describe('the races catch', () => {
  test('an entry that is put behind another without being decided again', async () => {
    const faults = await faultsOf(
      withStore((store) => ({
        ...readSlowly(store),
        async append(what) {
          const appended = await store.append(what)
          const record = await store.record(what.entry.chartId)
          if (appended.kind !== 'clash' || !record) return appended
          const entry = { ...what.entry, seq: record.entries.length + 1 }
          return store.append({ ...what, entry, previousHash: record.lastHash })
        },
      })),
    )
    expect(faults).toMatch(/[2-9] of \d+ won/)
  })

  test('a record without its unique key', async () => {
    const faults = await faultsOf(withStore(readSlowly), async ({ queries }) => {
      await sql`create table keyless as select * from chart_entry`.execute(queries)
      await sql`drop table chart_entry`.execute(queries)
      await sql`alter table keyless rename to chart_entry`.execute(queries)
    })
    // Two entries under one number: both signers are told so, or the next to read the record is.
    expect(faults).toMatch(/[2-9] of \d+ won|\/problems\/record-damaged/)
  })

  test('a loser that is not told what is new', async () => {
    const faults = await faultsOf(
      withDesk((desk) => ({
        carryOut: (...asked) =>
          desk.carryOut(...asked).catch((error) => {
            throw error instanceof Refused ? new Refused(error.refusal) : error
          }),
      })),
    )
    expect(faults).toMatch(/a loser was answered 409/)
  })

  test('a stop that is refused', async () => {
    const faults = await faultsOf(
      withDesk((desk) => ({
        async carryOut(chartId, command, sender) {
          if (command.kind === 'ceaseInfusion') throw recordDamaged()
          return desk.carryOut(chartId, command, sender)
        },
      })),
    )
    expect(faults).toMatch(/a stop was answered 500/)
  })
})
