import { DatabaseRefused } from './database.ts'
import { type Migration, migrations } from './migrations.ts'

/**
 * The steps that a database still needs, oldest first.
 * @throws DatabaseRefused when a newer build of the product has already changed it
 */
export function pendingMigrations(applied: readonly string[]): readonly Migration[] {
  const known = migrations.map((migration) => migration.name)
  const unknown = applied.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new DatabaseRefused(
      `The database was changed by a newer version of this product (${unknown.join(', ')}). Start that version.`,
    )
  }
  return migrations.filter((migration) => !applied.includes(migration.name))
}
