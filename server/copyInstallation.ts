import { type Kysely, sql } from 'kysely'
import { type Database, DatabaseRefused, type Tables } from './database.ts'

/** In the order in which one may refer to another. Sessions stay behind: everybody signs in again. */
const TABLES = [
  'facility',
  'ward',
  'account',
  'account_ward',
  'tablet',
  'tablet_person',
  'account_change',
  'chart',
  'chart_entry',
  'act_signature',
  'ward_storage_audit',
  'chart_reading',
  'emergency_access',
  'emergency_access_review',
] as const satisfies readonly (keyof Tables)[]

const ROWS_AT_ONCE = 200

/**
 * Copies a whole installation into an empty one, every stored text as it is, so that the chains stay what they were.
 * It happens in one transaction: all of it or nothing.
 * @returns how many rows each table has
 * @throws DatabaseRefused when the other one holds anything
 */
export async function copyInstallation(
  from: Database,
  to: Database,
): Promise<Readonly<Record<string, number>>> {
  return to.queries.transaction().execute(async (transaction) => {
    // Reading a large table over there takes longer than a transaction may otherwise stand still.
    if (to.isShared)
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(transaction)
    const copied: Record<string, number> = {}
    for (const table of TABLES) {
      if (await holdsAny(transaction, table)) {
        throw new DatabaseRefused(`The table ${table} there is not empty. Move into an empty one.`)
      }
      copied[table] = await copyTable(from.queries, transaction, table)
    }
    return copied
  })
}

async function holdsAny(queries: Kysely<Tables>, table: (typeof TABLES)[number]): Promise<boolean> {
  return (await queries.selectFrom(table).selectAll().limit(1).executeTakeFirst()) !== undefined
}

async function copyTable(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  table: (typeof TABLES)[number],
): Promise<number> {
  const rows = await from.selectFrom(table).selectAll().execute()
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
    await to
      .insertInto(table)
      .values(rows.slice(first, first + ROWS_AT_ONCE))
      .execute()
  }
  return rows.length
}
