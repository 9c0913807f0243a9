import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { Database } from '../../../server/database.ts'
import { openPostgres } from '../../../server/openPostgres.ts'
import { openSqlite } from '../../../server/openSqlite.ts'
import { freshDatabase } from '../../support/freshDatabase.ts'

/** Both databases of the product; each `open` gives an empty one and closes it after the test. */
export const databases = [
  { name: 'SQLite', open: () => closedAfterTest(openSqlite(':memory:')) },
  {
    name: 'PostgreSQL',
    open: async () => closedAfterTest(openPostgres(await freshDatabase(), 'heparin_chart')),
  },
] as const

async function closedAfterTest(opening: Promise<Database>): Promise<Database> {
  const database = await opening
  onTestFinished(() => database.close())
  return database
}

/** A new command or chart id. */
export function newId(): string {
  return randomUUID()
}
