import { join } from 'node:path'
import { sql } from 'kysely'
import Libsql from 'libsql'
import { entryHash } from '../../../server/entryHash.ts'
import { migrations } from '../../../server/migrations.ts'
import { openSqlite } from '../../../server/openSqlite.ts'
import { verifyRecord } from '../../../server/verifyRecord.ts'
import { note, opening } from '../../server/support/entries.ts'

const CHART = '6f0d0c0e-6c53-4c0e-9a51-0f7c2b1d9e01'
/** The embedded database of real use. */
const FILE = 'heparin-chart.db'

/** Makes an embedded installation as the first version left it: one ward, one chart, two entries. */
export function makeOldInstallation(dataDir: string): void {
  // Statements that are prepared keep the file locked until memory is collected.
  const connection = new Libsql(join(dataDir, FILE))
  const [first] = migrations
  connection.exec(`PRAGMA journal_mode = WAL; ${first?.sqlite}
    CREATE TABLE schema_migration (name TEXT NOT NULL PRIMARY KEY);
    INSERT INTO schema_migration VALUES ('${first?.name}');
    INSERT INTO facility VALUES ('facility', 'A hospital');
    INSERT INTO ward VALUES ('facility', '7-west', '7 West');
    INSERT INTO chart VALUES ('facility', '${CHART}', '7-west', '12', '9000017', 1, 2);`)
  const open = opening(CHART)
  for (const { entry, previousHash, commandHash } of [
    open,
    note(open, 'From the first version.'),
  ]) {
    const body = JSON.stringify(entry)
    const { seq, version, commandId, kind, recordedAt } = entry
    const values = [commandId, kind, recordedAt, body, commandHash, null, previousHash]
    connection.exec(
      `INSERT INTO chart_entry VALUES ('facility', '${CHART}', ${seq}, ${version},
        ${[...values, entryHash(previousHash, body)].map(quoted).join()})`,
    )
  }
  connection.close()
}

/** What an installation looks like: its tables, the steps that were applied, what is on record, what is wrong with it. */
export async function lookAt(dataDir: string) {
  const database = await openSqlite(join(dataDir, FILE))
  const { rows: tables } =
    await sql`select type, name, sql from sqlite_master order by 1, 2`.execute(database.queries)
  const { rows: steps } = await sql`select name from schema_migration order by 1`.execute(
    database.queries,
  )
  const { entries, faults } = await verifyRecord(database)
  await database.close()
  return { tables, steps, entries, faults }
}

function quoted(text: string | null): string {
  return text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`
}
