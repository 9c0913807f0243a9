import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { preparePostgres } from '../../scripts/setUp/postgresPrograms.mjs'
import { copyInstallation } from '../../server/copyInstallation.ts'
import type { Database } from '../../server/database.ts'
import { openPostgres } from '../../server/openPostgres.ts'
import { openSqlite } from '../../server/openSqlite.ts'
import { verifyRecord } from '../../server/verifyRecord.ts'
import { freshFolder } from '../server/support/folders.ts'
import { freshDatabase } from '../support/freshDatabase.ts'
import { measured } from './support/experiment.ts'
import { wardRecord } from './support/wardRecord.ts'

async function open(opening: Promise<Database>): Promise<Database> {
  const database = await opening
  onTestFinished(() => database.close())
  return database
}

function ran(program: string, words: readonly string[]): void {
  const { status, stderr } = spawnSync(join(`${preparePostgres()}`, program), words, {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
}

test('CHART-1, AUDIT-1: no record is accused after a copy of the embedded database, the move to PostgreSQL, or pg_dump and pg_restore', async () => {
  const { database } = await wardRecord()
  const { heads, audits, entries } = await verifyRecord(database)
  const folder = freshFolder()

  const copy = join(folder, 'heparin-chart.db')
  await sql`vacuum into ${copy}`.execute(database.queries)
  const url = await freshDatabase()
  const moved = await open(openPostgres(url, 'heparin_chart'))
  await copyInstallation(database, moved)
  const dump = join(folder, 'heparin-chart.dump')
  ran('pg_dump', ['--format=custom', `--file=${dump}`, url])
  const empty = await freshDatabase()
  ran('pg_restore', [`--dbname=${empty}`, dump])

  for (const restored of [
    await open(openSqlite(copy)),
    moved,
    await open(openPostgres(empty, 'heparin_chart')),
  ]) {
    expect(await verifyRecord(restored, heads, audits)).toMatchObject({
      entries,
      faults: [],
      auditFaults: [],
    })
  }
  measured({
    promise: 4,
    what: 'A ward’s record held against its heads after a copy put back, after the move to PostgreSQL, and after pg_dump and pg_restore',
    figure: `${entries} entries in ${heads.length} charts each time, 0 accused`,
  })
})
