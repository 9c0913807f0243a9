import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import Libsql from 'libsql'
import { type Database, DatabaseRefused, type Tables } from './database.ts'
import { isBusy, isDatabaseFault } from './databaseFaults.ts'
import { holdAlone, holderOf } from './holder.ts'
import { pendingMigrations } from './pendingMigrations.ts'
import { provenConnection } from './provenConnection.ts'

const IN_MEMORY = ':memory:'
const companions = ['', '-wal', '-shm']

/**
 * Opens the embedded database, for one process alone, and brings its tables up to date. Every commit is on the disk before
 * it is acknowledged. On a disk that takes no more it opens for reading, if its tables stand.
 * @param file its path (folders are made), or `:memory:`
 * @throws DatabaseRefused when another process has it open, or the disk does not let it be opened
 */
export async function openSqlite(file: string): Promise<Database> {
  try {
    return await opened(file)
  } catch (error) {
    if (!isDatabaseFault(error)) throw error
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw new DatabaseRefused(
      `The database ${file} cannot be opened (${code}). Look whether its disk is full, failing or read-only, then start again.`,
    )
  }
}

async function opened(file: string): Promise<Database> {
  if (file !== IN_MEMORY) mkdirSync(dirname(file), { recursive: true })
  const holder = file === IN_MEMORY ? null : await holdAlone(file)
  if (holder === null && file !== IN_MEMORY) throw inUse(file)
  const connection = new Libsql(file, { timeout: 0 })
  try {
    takeAlone(connection, file)
    holder?.sign()
    applyMigrations(connection)
  } catch (error) {
    connection.close()
    holder?.letGo()
    throw error
  }
  const proven = provenConnection(connection)
  // What the last process had written without forcing it to the disk is shown from here on: it is forced now.
  proven.isProven()
  const queries = new Kysely<Tables>({ dialect: new SqliteDialect({ database: proven }) })
  const close = async () => {
    letGo(connection)
    await queries.destroy()
    if (connection.open) connection.close()
    holder?.letGo()
  }
  return {
    queries,
    isShared: false,
    close,
    isProven: proven.isProven,
    backUp: file === IN_MEMORY ? null : async (stamp) => copyTo(connection, file, stamp),
    async moveAside(stamp) {
      await close()
      const folder = join(dirname(file), 'earlier')
      mkdirSync(folder, { recursive: true })
      const target = freeName(join(folder, basename(file, '.db')), stamp)
      for (const end of companions) {
        if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${target}${end}`)
      }
    },
  }
}

/** A copy in one piece, on the disk before its name stands: half a copy never looks like one. */
function copyTo(connection: Libsql.Database, file: string, stamp: string): string {
  const folder = join(dirname(file), 'backups')
  mkdirSync(folder, { recursive: true })
  const target = freeName(join(folder, basename(file, '.db')), stamp)
  const part = `${target}.part`
  rmSync(part, { force: true })
  connection.prepare('VACUUM INTO ?').run(part)
  const handle = openSync(part, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(part, target)
  return target
}

function takeAlone(connection: Libsql.Database, file: string): void {
  try {
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.pragma('journal_mode = WAL')
    connection.exec('BEGIN EXCLUSIVE; COMMIT')
  } catch (error) {
    throw isBusy(error) ? inUse(file) : error
  }
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  // Without it INSERT OR REPLACE would delete a row behind the triggers' back.
  connection.pragma('recursive_triggers = ON')
}

/**
 * Gives up the lock and the log now: the driver finalises its statements only when memory is collected, and would then
 * remove the log of whatever database stands at this path.
 */
function letGo(connection: Libsql.Database): void {
  try {
    connection.pragma('journal_mode = DELETE')
    connection.pragma('locking_mode = NORMAL')
    connection.prepare('SELECT count(*) FROM sqlite_master').get()
  } catch (error) {
    // On a failing disk the log stays where it is, and the next start reads it.
    if (!isDatabaseFault(error)) throw error
  }
}

function applyMigrations(connection: Libsql.Database): void {
  connection.exec('CREATE TABLE IF NOT EXISTS schema_migration (name TEXT NOT NULL PRIMARY KEY)')
  const rows = connection.prepare('SELECT name FROM schema_migration').all() as { name: string }[]
  for (const { name, sqlite } of pendingMigrations(rows.map((row) => row.name))) {
    connection.exec(
      `BEGIN; ${sqlite}; INSERT INTO schema_migration (name) VALUES ('${name}'); COMMIT`,
    )
  }
}

function inUse(file: string): DatabaseRefused {
  return new DatabaseRefused(
    `The database ${file} is in use by ${holderOf(file)}. Stop that one first, or give this one another DATA_DIR.`,
  )
}

function freeName(stem: string, stamp: string): string {
  for (let copy = 1; ; copy += 1) {
    const name = `${stem}-${stamp}${copy === 1 ? '' : `-${copy}`}.db`
    if (!existsSync(name)) return name
  }
}
