import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { type Accounts, createAccounts } from './accounts.ts'
import { type Asked, administratorFrom, questions } from './administrator.ts'
import { DatabaseRefused } from './database.ts'
import { EnvironmentRefused, environmentOf } from './environment.ts'
import { openDatabase } from './installation.ts'
import { createSecrets, FULL_COST } from './secrets.ts'

try {
  await create()
} catch (error) {
  process.stderr.write(`No account was made. ${reasonOf(error)}\n`)
  process.exitCode = 1
}

async function create(): Promise<void> {
  const environment = environmentOf(process.env)
  const administrator = administratorFrom(await answers())
  const database = await openDatabase(environment, 'production')
  try {
    const accounts = createAccounts(database, createSecrets(FULL_COST))
    await beFree(accounts, administrator.userId)
    if ((await accounts.facilityName()) === null) {
      await accounts.nameFacility(process.env['FACILITY_NAME'] || 'Hospital')
    }
    await accounts.add(administrator)
  } finally {
    await database.close()
  }
  process.stdout.write(`${administrator.userId} can now sign in as administrator.\n`)
}

async function beFree(accounts: Accounts, userId: string): Promise<void> {
  if (await accounts.known(userId)) {
    throw new EnvironmentRefused(`The user id ${userId} is taken. Choose another.`)
  }
}

/** From the environment where it has them, else asked one by one; secrets are not shown while they are keyed. */
async function answers(): Promise<Asked> {
  let isHidden = false
  const output = new Writable({
    write(chunk, _encoding, done) {
      if (!isHidden) process.stdout.write(chunk)
      done()
    },
  })
  const terminal = process.stdin.isTTY ?? false
  const reader = createInterface({ input: process.stdin, output, terminal })
  const lines = reader[Symbol.asyncIterator]()
  const given: Partial<Record<keyof Asked, string>> = {}
  for (const { key, variable, text, isSecret } of questions) {
    const known = process.env[variable]
    if (!known) process.stdout.write(`${text}: `)
    isHidden = isSecret && terminal
    const answer = known || (await lines.next()).value
    if (isHidden && !known) process.stdout.write('\n')
    isHidden = false
    given[key] = `${answer ?? ''}`
  }
  reader.close()
  return { userId: '', name: '', password: '', pin: '', ...given }
}

function reasonOf(error: unknown): string {
  if (error instanceof EnvironmentRefused || error instanceof DatabaseRefused) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : 'The reason is not known.'
}
