import { Kysely, PostgresDialect } from 'kysely'
import { Client, Pool, type PoolClient } from 'pg'
import { type Database, DatabaseRefused, type Tables } from './database.ts'
import { isDatabaseFault } from './databaseFaults.ts'
import { pendingMigrations } from './pendingMigrations.ts'

/** Any number: two processes that start together agree on it and bring the tables up to date one after the other. */
const START_LOCK = 402_130
/** Another one, for the beginning of a demonstration, which takes more than one transaction. */
const BEGIN_LOCK = 402_131
/** So long a transaction may stand still before PostgreSQL ends it. */
const LONGEST_PAUSE_MS = 5_000

/** How long a request waits for a connection before it is told that there is none. */
const CONNECT_WITHIN_MS = 3_000

/**
 * Opens a schema of a PostgreSQL database and brings its tables up to date. Several server processes may share it. Every
 * commit is on the disk before it is acknowledged, whatever the address or the account says.
 * @throws DatabaseRefused when it cannot be reached, does not force its log to the disk, or belongs to a newer build
 */
export async function openPostgres(url: string, schema: string): Promise<Database> {
  const pool = poolAt(url, schema)
  try {
    await demandDurable(pool)
    await inTransaction(pool, (client) => applyMigrations(client, schema))
  } catch (error) {
    await pool.end()
    throw refusalOf(error)
  }
  const queries = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    queries,
    isShared: true,
    close: () => queries.destroy(),
    // It shows a commit only once its own log holds it, and stops itself when its disk fails.
    isProven: () => true,
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

function poolAt(url: string, schema: string): Pool {
  const pool = new Pool({
    connectionString: withoutOptions(url),
    // A process that hangs or was cut off in the middle of an entry keeps nobody's stop waiting for longer than this.
    options: `-c search_path=${schema} -c synchronous_commit=on -c idle_in_transaction_session_timeout=${LONGEST_PAUSE_MS}`,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
  })
  // A connection that dies, idle or between two queries, is replaced by the pool; the next query tells if the server is gone.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Options in the address would win over ours: over the schema, and over a commit that waits for the disk. */
function withoutOptions(url: string): string {
  if (!URL.canParse(url)) throw new DatabaseRefused('DATABASE_URL cannot be read as an address.')
  const address = new URL(url)
  if (!address.searchParams.has('options')) return url
  address.searchParams.delete('options')
  return address.href
}

/** Unknown settings are those of a database that only speaks like PostgreSQL: it answers for its own disk. */
async function demandDurable(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT name FROM unnest(ARRAY['fsync', 'full_page_writes', 'synchronous_commit']) AS name
     WHERE current_setting(name, true) = 'off'`,
  )
  const [off] = rows
  if (!off) return
  throw new DatabaseRefused(
    `PostgreSQL at DATABASE_URL runs with ${off.name} = off and would lose what was acknowledged. Switch it on.`,
  )
}

/**
 * Waits until no other process begins an installation there, and keeps others waiting until it is released; a process that
 * dies releases it too.
 * @throws DatabaseRefused when it cannot be reached
 */
export async function startAlone(url: string): Promise<() => Promise<void>> {
  const client = new Client({
    connectionString: withoutOptions(url),
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(`SELECT pg_advisory_lock(${BEGIN_LOCK})`)
  } catch (error) {
    await client.end()
    throw refusalOf(error)
  }
  return () => client.end()
}

function refusalOf(error: unknown): unknown {
  return isDatabaseFault(error)
    ? new DatabaseRefused('PostgreSQL at DATABASE_URL cannot be reached or used. Is it running?')
    : error
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
    client.release()
  } catch (error) {
    // The connection is not used again: its end undoes what it had begun, also when it is dead already.
    client.release(true)
    throw error
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
