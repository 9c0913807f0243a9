/**
 * The command `npm run verify`: looks at every chart of an installation. With `--heads <file> --key <public key>` it also
 * holds the record against heads noted earlier; `--note <file> --key <private key>` notes them; `--new-key <stem>` makes
 * the pair. Exit code 0: as it was written; 1: something was changed; 2: it could not be looked at.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isoOf } from '../src/time.ts'
import { realClock } from './clock.ts'
import { DatabaseRefused } from './database.ts'
import { EnvironmentRefused, environmentOf } from './environment.ts'
import { openDatabase } from './installation.ts'
import { headsIn, newHeadsKeys, signedHeads } from './signedHeads.ts'
import { type Verified, verifyRecord } from './verifyRecord.ts'

const CHANGED = 1
const NOT_LOOKED_AT = 2
const OWNER_ONLY = 0o600

class Asked extends Error {}

try {
  await main()
} catch (error) {
  process.stderr.write(`Not verified. ${reasonOf(error)}\n`)
  process.exitCode = NOT_LOOKED_AT
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      heads: { type: 'string' },
      note: { type: 'string' },
      key: { type: 'string' },
      'new-key': { type: 'string' },
    },
  })
  const stem = values['new-key']
  if (stem !== undefined) return makeKeys(stem)
  const noted = values.heads === undefined ? null : readHeads(values.heads, keyIn(values.key))
  const environment = environmentOf(process.env)
  const use = environment.production ? 'production' : 'demonstration'
  const database = await openDatabase(environment, use)
  try {
    const found = await verifyRecord(database, noted?.heads, noted?.audits)
    const lines = faultLines(found)
    for (const line of lines) process.stdout.write(`${line}.\n`)
    process.stdout.write(
      `${found.charts} charts, ${found.entries} entries, ${found.audits.length} storage audits, ${lines.length} faults.\n`,
    )
    if (lines.length > 0) process.exitCode = CHANGED
    else if (values.note !== undefined) {
      const { heads, audits } = found
      const text = signedHeads(
        { notedAt: isoOf(realClock.now()), heads, audits },
        keyIn(values.key),
      )
      writeFileSync(values.note, `${text}\n`)
      process.stdout.write(`Heads noted in ${values.note}. Keep it apart from the database.\n`)
    }
  } finally {
    await database.close()
  }
}

function faultLines({ faults, auditFaults }: Verified): string[] {
  return [
    ...faults.map(
      ({ chartId, seq, what }) =>
        `Chart ${chartId}, ${seq === null ? 'as a whole' : `entry ${seq}`}: ${what}`,
    ),
    ...auditFaults.map(
      ({ wardId, commandId, what }) => `Storage audit ${commandId} of ${wardId}: ${what}`,
    ),
  ]
}

function makeKeys(stem: string): void {
  const { privateKey, publicKey } = newHeadsKeys()
  writeFileSync(`${stem}.key`, privateKey, { mode: OWNER_ONLY, flag: 'wx' })
  writeFileSync(`${stem}.pub`, publicKey, { flag: 'wx' })
  process.stdout.write(
    `${stem}.key signs heads, ${stem}.pub checks them. Keep the first one apart.\n`,
  )
}

function keyIn(file: string | undefined): string {
  if (file === undefined)
    throw new Asked('Heads need a key: --key <file>. Make one with --new-key <stem>.')
  return readFileSync(file, 'utf8')
}

function readHeads(file: string, publicKey: string) {
  const heads = headsIn(readFileSync(file, 'utf8'), publicKey)
  if (heads === null) throw new Asked(`${file} does not carry this key's signature.`)
  return heads
}

function reasonOf(error: unknown): string {
  const isExpected =
    error instanceof Asked ||
    error instanceof EnvironmentRefused ||
    error instanceof DatabaseRefused
  if (isExpected) return error.message
  return error instanceof Error ? error.message : 'The reason is not known.'
}
