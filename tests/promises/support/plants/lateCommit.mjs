// A fault planted into a server: it answers before it commits. Its commits happen together, some milliseconds later.
import Libsql from 'libsql'

const COMMIT_EVERY_MS = 60
const nothing = { reader: false, all: () => [], run: () => ({ changes: 0, lastInsertRowid: 0 }) }
let isInside = false

const { prepare } = Libsql.prototype
Object.defineProperty(Libsql.prototype, 'prepare', { value: planted })

/**
 * @this {Libsql.Database}
 * @param {string} sql
 */
function planted(sql) {
  if (sql === 'begin') isInside = true
  if (sql === 'begin' && this.inTransaction) return nothing
  if (sql !== 'commit') return prepare.call(this, sql)
  isInside = false
  commitLater(this)
  return nothing
}

/** @param {Libsql.Database} connection */
function commitLater(connection) {
  setTimeout(() => {
    if (isInside) commitLater(connection)
    else if (connection.inTransaction) connection.exec('commit')
  }, COMMIT_EVERY_MS)
}
