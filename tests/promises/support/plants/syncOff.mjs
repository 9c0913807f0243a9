// A fault planted into a server: it forces nothing to the disk.
import Libsql from 'libsql'

const { pragma } = Libsql.prototype
Object.defineProperty(Libsql.prototype, 'pragma', { value: planted })

/**
 * @this {Libsql.Database}
 * @param {string} source
 */
function planted(source) {
  return pragma.call(this, source.replace(/synchronous = \w+/, 'synchronous = OFF'))
}
