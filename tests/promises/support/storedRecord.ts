import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { Client } from 'pg'
import type { Tables } from '../../../server/database.ts'
import type { EntryRow } from '../../../server/recordFaults.ts'
import type { StoredRecord } from './ledger.ts'

const ENTRIES = 'SELECT * FROM chart_entry ORDER BY chart_id, seq'
const PLACES = 'SELECT * FROM chart'

/** The name of the embedded demonstration's database. */
export const DEMONSTRATION_FILE = 'demonstration.db'

/** Reads the record of an embedded demonstration whose server is dead, from a copy: nothing is mended by looking. */
export function sqliteRecord(dataDir: string): StoredRecord {
  const copy = mkdtempSync(join(tmpdir(), 'heparin-chart-look-'))
  try {
    const file = join(copy, 'copy.db')
    for (const end of ['', '-wal']) {
      const part = join(dataDir, `${DEMONSTRATION_FILE}${end}`)
      if (existsSync(part)) cpSync(part, `${file}${end}`)
    }
    const connection = new Libsql(file)
    const entries = connection.prepare(ENTRIES).all() as EntryRow[]
    const places = connection.prepare(PLACES).all() as Tables['chart'][]
    connection.close()
    return { entries, places }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Reads the record of a demonstration in PostgreSQL. */
export async function postgresRecord(databaseUrl: string): Promise<StoredRecord> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('SET search_path = heparin_chart_demonstration')
  const { rows: entries } = await client.query<EntryRow>(ENTRIES)
  const { rows: places } = await client.query<Tables['chart']>(PLACES)
  await client.end()
  return { entries, places }
}
