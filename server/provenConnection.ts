import type { SqliteDatabase, SqliteStatement } from 'kysely'
import type Libsql from 'libsql'
import { isDatabaseFault } from './databaseFaults.ts'

/** The embedded database as queries use it, and whether all that it shows is on the disk. */
export interface ProvenConnection extends SqliteDatabase {
  /**
   * False after a failed write, and at first, until the disk has taken everything anew: what was written before the fault
   * or the last kill may stand in the system's memory alone, and what failed may still come back from the log. Each
   * question tries once more.
   */
  isProven(): boolean
}

const NOTHING: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
}

/** Watches the writes of a connection for faults of the disk. */
export function provenConnection(connection: Libsql.Database): ProvenConnection {
  let isInDoubt = true

  function watched<T>(act: () => T): T {
    try {
      return act()
    } catch (error) {
      isInDoubt ||= isDatabaseFault(error)
      throw error
    }
  }

  return {
    prepare(sql) {
      // A failed commit has undone its transaction already, and the fault itself is what the caller has to hear.
      if (sql === 'rollback' && !connection.inTransaction) return NOTHING
      const statement = watched(() => connection.prepare(sql))
      return {
        reader: statement.reader,
        all: (values) => watched(() => statement.all(values)),
        run: (values) => watched(() => statement.run(values)),
        iterate: (values) => watched(() => statement.iterate(values)) as IterableIterator<unknown>,
      }
    },
    close: () => connection.close(),
    isProven() {
      if (isInDoubt && !connection.inTransaction) isInDoubt = !takesAll(connection)
      return !isInDoubt
    },
  }
}

/**
 * Copies the whole log into the database, forced to the disk, empties it, and begins it anew with a forced write of its
 * own: after that no line of the old log can be read back, and what was committed does not need it.
 */
function takesAll(connection: Libsql.Database): boolean {
  try {
    const [outcome] = connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all() as {
      busy: number
    }[]
    connection.exec('PRAGMA user_version = 1')
    return outcome?.busy === 0
  } catch (error) {
    if (!isDatabaseFault(error)) throw error
    return false
  }
}
