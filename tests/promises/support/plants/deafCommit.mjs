// A fault planted into a server: it does not listen when a commit fails.
import Libsql from 'libsql'

const { prepare } = Libsql.prototype
Object.defineProperty(Libsql.prototype, 'prepare', { value: planted })

/**
 * @this {Libsql.Database}
 * @param {string} sql
 */
function planted(sql) {
  const statement = prepare.call(this, sql)
  if (sql !== 'commit') return statement
  return {
    reader: false,
    run() {
      try {
        return statement.run([])
      } catch {
        return { changes: 0, lastInsertRowid: 0 }
      }
    },
  }
}
