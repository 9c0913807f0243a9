/**
 * The command `npm run move-to-postgres`: copies the embedded database of DATA_DIR into the empty PostgreSQL of
 * DATABASE_URL and looks at every chart on both sides. The embedded one is left as it is.
 */

import { copyInstallation } from './copyInstallation.ts'
import { DatabaseRefused } from './database.ts'
import { EnvironmentRefused, environmentOf } from './environment.ts'
import { openDatabase } from './installation.ts'
import { verifyRecord } from './verifyRecord.ts'

try {
  await move()
} catch (error) {
  const isExpected = error instanceof EnvironmentRefused || error instanceof DatabaseRefused
  const reason = error instanceof Error ? (isExpected ? error.message : error.stack) : 'No reason.'
  process.stderr.write(`Nothing was moved. ${reason}\n`)
  process.exitCode = 1
}

async function move(): Promise<void> {
  const environment = environmentOf(process.env)
  if (environment.databaseUrl === null) {
    throw new EnvironmentRefused('DATABASE_URL is not set. Give the PostgreSQL to move into.')
  }
  const use = environment.production ? 'production' : 'demonstration'
  const from = await openDatabase({ ...environment, databaseUrl: null }, use)
  try {
    const { heads, audits, faults, auditFaults } = await verifyRecord(from)
    if (faults.length + auditFaults.length > 0)
      throw new DatabaseRefused('The record here has faults: npm run verify.')
    const to = await openDatabase(environment, use)
    try {
      const copied = await copyInstallation(from, to)
      const there = await verifyRecord(to, heads, audits)
      if (there.faults.length + there.auditFaults.length > 0)
        throw new Error('The copy differs. Drop it and try again.')
      process.stdout.write(
        `Moved ${copied['chart']} charts with ${there.entries} entries, ${copied['account']} accounts. Everybody signs in again.\n`,
      )
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
}
