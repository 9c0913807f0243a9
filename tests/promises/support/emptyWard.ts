import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { onTestFinished } from 'vitest'
import { createAccounts } from '../../../server/accounts.ts'
import type { Database } from '../../../server/database.ts'
import { addDemonstrationAccounts } from '../../../server/demonstrationAccounts.ts'
import { openPostgres } from '../../../server/openPostgres.ts'
import { openSqlite } from '../../../server/openSqlite.ts'
import { createSecrets, DEMONSTRATION_COST } from '../../../server/secrets.ts'
import { instantOf } from '../../../src/time.ts'
import { freshDatabase } from '../../support/freshDatabase.ts'
import { AT_MINUTE_0, minute } from './site.ts'
import { DEMONSTRATION_FILE } from './storedRecord.ts'

/** The settings of a server over an installation. */
export type Settings = Readonly<Record<string, string>>

/** A folder that is gone after the test. */
export function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'heparin-chart-promise-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An embedded demonstration with its people and no patients, so that its server starts at once. */
export async function emptySqliteWard(): Promise<Settings & { readonly DATA_DIR: string }> {
  const folder = folderForTest()
  await settle(await openSqlite(join(folder, DEMONSTRATION_FILE)))
  return { ...AT_MINUTE_0, DATA_DIR: folder }
}

/** The same in a PostgreSQL database of its own. */
export async function emptyPostgresWard(
  databaseUrl?: string,
): Promise<Settings & { readonly DATABASE_URL: string }> {
  const url = databaseUrl ?? (await freshDatabase())
  await settle(await openPostgres(url, 'heparin_chart_demonstration'))
  return { ...AT_MINUTE_0, DATABASE_URL: url }
}

async function settle(database: Database): Promise<void> {
  const accounts = createAccounts(database, createSecrets(DEMONSTRATION_COST))
  await addDemonstrationAccounts(accounts, instantOf(minute(0)))
  await forgetTries(database)
  await database.close()
}

/**
 * A PIN is counted as wrong until it has been judged, so a kill in between leaves a try behind. Hundreds of kills within
 * the hour would hold everybody back for that alone: here the count is forgotten as soon as it is written.
 */
async function forgetTries({ queries, isShared }: Database): Promise<void> {
  if (!isShared) {
    await sql`create trigger forget_tries after insert on wrong_secret begin
      delete from wrong_secret; end`.execute(queries)
    return
  }
  await sql`create function forget_tries() returns trigger language plpgsql as
    'begin delete from wrong_secret where place = new.place; return null; end'`.execute(queries)
  await sql`create trigger forget_tries after insert on wrong_secret
    for each row execute function forget_tries()`.execute(queries)
}
