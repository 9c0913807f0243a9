// A fault planted into a server: it takes no lock on its database.
import Libsql from 'libsql'

const { exec, pragma } = Libsql.prototype
Object.defineProperty(Libsql.prototype, 'exec', { value: plantedExec })
Object.defineProperty(Libsql.prototype, 'pragma', { value: plantedPragma })

/**
 * @this {Libsql.Database}
 * @param {string} sql
 */
function plantedExec(sql) {
  if (!sql.startsWith('BEGIN EXCLUSIVE')) exec.call(this, sql)
}

/**
 * @this {Libsql.Database}
 * @param {string} source
 */
function plantedPragma(source) {
  return source.startsWith('locking_mode') ? [] : pragma.call(this, source)
}
