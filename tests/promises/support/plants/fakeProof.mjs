// A fault planted into a server: it takes what it sees for what is on the disk, after a failed write and after a kill.
import Libsql from 'libsql'

const { prepare, exec } = Libsql.prototype
Object.defineProperty(Libsql.prototype, 'prepare', { value: planted })
Object.defineProperty(Libsql.prototype, 'exec', { value: silent })

/**
 * @this {Libsql.Database}
 * @param {string} sql
 */
function planted(sql) {
  return sql.includes('wal_checkpoint') ? { all: () => [{ busy: 0 }] } : prepare.call(this, sql)
}

/**
 * @this {Libsql.Database}
 * @param {string} sql
 */
function silent(sql) {
  if (!sql.includes('user_version')) exec.call(this, sql)
}
