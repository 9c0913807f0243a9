import { describe, expect, test } from 'vitest'
import { beginDemonstrationWard } from '../../server/demonstrationWard.ts'
import { environmentOf } from '../../server/environment.ts'
import { openInstallation } from '../../server/installation.ts'
import { freshDatabase } from '../support/freshDatabase.ts'
import { chanceOf } from './support/chance.ts'
import { folderForTest } from './support/emptyWard.ts'
import { measured, sized } from './support/experiment.ts'
import { type KilledAt, movedAside, startKilledAt } from './support/killedAtCall.ts'
import type { StoredRecord } from './support/ledger.ts'
import { lookAt, makeOldInstallation } from './support/oldInstallation.ts'
import { spawnServer, startServer } from './support/serverProcess.ts'
import { AT_MINUTE_0 } from './support/site.ts'
import { DEMONSTRATION_FILE, postgresRecord, sqliteRecord } from './support/storedRecord.ts'

/** How many entries each patient of a record has, and whether each chart holds together. */
function patientsOf({ entries, places }: StoredRecord) {
  return places
    .map(({ mrn, chart_id, seq }) => ({
      mrn,
      seq,
      kinds: entries.filter((row) => row.chart_id === chart_id).map(({ kind }) => kind),
    }))
    .sort((a, b) => (a.mrn < b.mrn ? -1 : 1))
}

/** The demonstration ward as a start that nobody disturbs leaves it. */
async function wholeWard(dataDir: string) {
  const { database, live } = await openInstallation(
    environmentOf({ ...AT_MINUTE_0, DATA_DIR: dataDir }),
    beginDemonstrationWard,
  )
  live.close()
  await database.close()
  return patientsOf(sqliteRecord(dataDir))
}

/** The patients that a killed start left; none where there are no tables yet. */
function patientsLeft(dataDir: string) {
  try {
    return patientsOf(sqliteRecord(dataDir))
  } catch {
    return []
  }
}

async function startOnce(env: Readonly<Record<string, string>>): Promise<void> {
  const server = await startServer({ env })
  server.kill('SIGKILL')
  await server.ended
}

function everyNth(call: KilledAt['call'], nths: readonly number[]): KilledAt[] {
  return nths.map((nth) => ({ call, nth }))
}

function from1(end: number, step: number): number[] {
  return Array.from({ length: Math.ceil(end / step) }, (_, index) => 1 + index * step)
}

let whole: ReturnType<typeof patientsOf> | undefined

describe('CHART-1: a server killed while it starts for the first time', () => {
  test('leaves no half demonstration ward that the next start takes for whole', async () => {
    whole = await wholeWard(folderForTest())
    expect(whole.length).toBeGreaterThan(10)
    const kills = sized(everyNth('fsync', [60]), [
      ...everyNth('fsync', from1(330, 15)),
      ...everyNth('pwrite64', from1(400, 80)),
    ])
    let killed = 0
    let halves = 0
    let aside = 0
    for (const kill of kills) {
      const settings = { ...AT_MINUTE_0, DATA_DIR: folderForTest() }
      if (!(await startKilledAt(settings, DEMONSTRATION_FILE, kill))) continue
      killed += 1
      const left = patientsLeft(settings.DATA_DIR)
      // The same look that finds the next start whole sees that this one was not.
      expect(left, JSON.stringify(kill)).not.toEqual(whole)
      halves += left.length > 0 ? 1 : 0
      await startOnce(settings)

      expect(patientsOf(sqliteRecord(settings.DATA_DIR)), JSON.stringify(kill)).toEqual(whole)
      aside += movedAside(settings.DATA_DIR).length
    }
    expect(halves).toBeGreaterThan(0)
    expect(aside).toBeGreaterThanOrEqual(halves)
    measured({
      promise: 1,
      what: 'First start of the demonstration killed at a system call on the database, then started again',
      figure: `${killed} kills: each next start whole; ${halves} half wards set aside`,
    })
  })

  test('leaves nothing half on PostgreSQL either', async () => {
    whole ??= await wholeWard(folderForTest())
    const chance = chanceOf(402_201)
    const kills = sized(1, 10)
    for (let kill = 1; kill <= kills; kill += 1) {
      const settings = { ...AT_MINUTE_0, DATABASE_URL: await freshDatabase() }
      const { child, ended } = spawnServer({ env: settings })
      setTimeout(() => child.kill('SIGKILL'), 300 + chance.below(900))
      await ended
      await startOnce(settings)

      expect(patientsOf(await postgresRecord(settings.DATABASE_URL))).toEqual(whole)
    }
    measured({
      promise: 1,
      what: 'First start of the demonstration on PostgreSQL killed at an instant of chance, then started again',
      figure: `${kills} kills: each next start whole`,
    })
  })
})

describe('CHART-1: a server killed while it brings old tables up to date', () => {
  test('leaves each step whole or not begun, and the next start ends at the same tables', async () => {
    const undisturbed = folderForTest()
    makeOldInstallation(undisturbed)
    const expected = await lookAt(undisturbed)
    expect(expected.faults).toEqual([])
    expect(expected.entries).toBe(2)
    const kills = sized(
      [...everyNth('fsync', [4]), ...everyNth('pwrite64', [11])],
      [...everyNth('fsync', from1(24, 1)), ...everyNth('pwrite64', from1(90, 3))],
    )
    let killed = 0
    for (const kill of kills) {
      const settings = { NODE_ENV: 'production', DATA_DIR: folderForTest() }
      makeOldInstallation(settings.DATA_DIR)
      killed += (await startKilledAt(settings, 'heparin-chart.db', kill)) ? 1 : 0

      expect(await lookAt(settings.DATA_DIR), JSON.stringify(kill)).toEqual(expected)
    }
    expect(killed).toBeGreaterThan(kills.length / 3)
    measured({
      promise: 1,
      what: 'Migration of a database of the first version killed at a system call on the database, then opened again',
      figure: `${killed} kills: same tables, same entries, no step half applied`,
    })
  })
})
