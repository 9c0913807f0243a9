import { Kysely, PostgresDialect } from 'kysely'
import { Pool, type PoolClient } from 'pg'
import { type Database, DatabaseRefused, type Tables } from './database.ts'
import { pendingMigrations } from './pendingMigrations.ts'

/** Any number: two processes that start together agree on it and bring the tables up to date one after the other. */
const START_LOCK = 402_130
/** So long a transaction may stand still before PostgreSQL ends it. */
const LONGEST_PAUSE_MS = 5_000

/**
 * Opens a schema of a PostgreSQL database and brings its tables up to date. Several server processes may share it.
 * @throws DatabaseRefused when it cannot be reached or belongs to a newer build
 */
export async function openPostgres(url: string, schema: string): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    // A process that hangs or was cut off in the middle of an entry keeps nobody's stop waiting for longer than this.
    options: `-c search_path=${schema} -c synchronous_commit=on -c idle_in_transaction_session_timeout=${LONGEST_PAUSE_MS}`,
  })
  // A connection that dies while idle is replaced by the pool; the next query tells if the server is gone.
  pool.on('error', () => {})
  try {
    await inTransaction(pool, (client) => applyMigrations(client, schema))
  } catch (error) {
    await pool.end()
    throw isUnreachable(error)
      ? new DatabaseRefused('PostgreSQL at DATABASE_URL cannot be reached. Is it running?')
      : error
  }
  const queries = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    queries,
    isShared: true,
    close: () => queries.destroy(),
    backUp: null,
    async moveAside(stamp) {
      await inTransaction(pool, async (client) => {
        const aside = await freeName(client, `${schema}_${stamp.toLowerCase()}`)
        await client.query(`ALTER SCHEMA ${schema} RENAME TO ${aside}`)
      })
      await queries.destroy()
    },
  }
}

async function applyMigrations(client: PoolClient, schema: string): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(${START_LOCK})`)
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
  await client.query('CREATE TABLE IF NOT EXISTS schema_migration (name TEXT NOT NULL PRIMARY KEY)')
  const { rows } = await client.query<{ name: string }>('SELECT name FROM schema_migration')
  for (const { name, postgres } of pendingMigrations(rows.map((row) => row.name))) {
    await client.query(postgres)
    await client.query('INSERT INTO schema_migration (name) VALUES ($1)', [name])
  }
}

async function inTransaction(pool: Pool, act: (client: PoolClient) => Promise<void>) {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await act(client)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

async function freeName(client: PoolClient, stem: string): Promise<string> {
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? stem : `${stem}_${copy}`
    const { rowCount } = await client.query(
      'SELECT 1 FROM information_schema.schemata WHERE schema_name = $1',
      [name],
    )
    if (rowCount === 0) return name
  }
}

function isUnreachable(error: unknown): boolean {
  const codes = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'EAI_AGAIN']
  return error instanceof Error && 'code' in error && codes.includes(`${error.code}`)
}
