import Libsql from 'libsql'
import { vi } from 'vitest'
import { createAccounts } from '../../../server/accounts.ts'
import type { Database } from '../../../server/database.ts'
import { addDemonstrationAccounts } from '../../../server/demonstrationAccounts.ts'
import { NO_PREVIOUS } from '../../../server/entryHash.ts'
import { createEntryStore } from '../../../server/entryStore.ts'
import { openSqlite } from '../../../server/openSqlite.ts'
import type { Entry } from '../../../src/chart/entries.ts'
import { fold } from '../../../src/chart/fold.ts'
import type { Signer } from '../../../src/chart/people.ts'
import type { Instant } from '../../../src/time.ts'
import type { Course } from '../../chart/support/course.ts'
import { held, running } from '../../chart/support/wards.ts'
import { plainSecrets } from './plainSecrets.ts'

/** What a run begins with. */
export interface Beginning {
  readonly database: Database
  readonly chartIds: readonly string[]
  readonly signers: ReadonlyMap<string, Signer>
  readonly startsAt: Instant
}

const { prepare } = Libsql.prototype

/** A statement is prepared once for each database, not once for each of the thousands of looks at it. */
function rememberStatements(): void {
  const known = new WeakMap<object, Map<string, ReturnType<typeof prepare>>>()
  vi.spyOn(Libsql.prototype, 'prepare').mockImplementation(function (this: object, sql: string) {
    const own = known.get(this) ?? new Map()
    known.set(this, own)
    const statement = own.get(sql) ?? prepare.call(this as never, sql)
    own.set(sql, statement)
    return statement
  })
}

const played = new Map<string, { courses: readonly Entry[][]; startsAt: Instant }>()

/**
 * A new database with the demonstration's people and three charts, two running and one held, under ids of their own.
 * @param day midnight, UTC, of the day on which they were begun
 */
export async function beginRecord(day: string): Promise<Beginning> {
  rememberStatements()
  const database = await openSqlite(':memory:')
  const { courses, startsAt } = begunOn(day)
  const accounts = createAccounts(database, plainSecrets)
  await addDemonstrationAccounts(accounts, startsAt)
  const store = createEntryStore(database)
  for (const entries of courses) {
    let previousHash = NO_PREVIOUS
    for (const [index, { hash: _, ...entry }] of entries.entries()) {
      const { wardId, bed, patient, open } = fold(entries.slice(0, index + 1))
      const place = { wardId, bed, mrn: patient.mrn, open }
      const whole = { entry, previousHash, commandHash: NO_PREVIOUS, refusal: null, place }
      const appended = await store.append(whole as never)
      if (appended.kind !== 'appended') throw new Error(`could not begin: ${appended.kind}`)
      previousHash = appended.entry.hash
    }
  }
  const people = await accounts.everybody()
  return {
    database,
    chartIds: courses.map(([first]) => first?.chartId ?? ''),
    signers: new Map(people.map((each) => [each.userId, { ...each, identity: 'confirmed' }])),
    startsAt,
  }
}

function begunOn(day: string) {
  const known = played.get(day)
  if (known) return known
  const begun: Course[] = [
    running({ day }),
    held({ day }),
    running({ day, protocol: 'stemi', kg: 40 }),
  ]
  // Two wait for a change of their rate, which takes two people.
  for (const course of [begun[0], begun[2]]) {
    course?.result('98.0', { collected: '15:40', resulted: '16:15' })
  }
  const courses = begun.map((course, index) => {
    const text = JSON.stringify(course.entries)
      .replaceAll('00000000-0000-4000-8000', `0000000${index + 1}-0000-4000-8000`)
      .replaceAll('9000017', `900001${index}`)
    return JSON.parse(text) as Entry[]
  })
  const made = { courses, startsAt: begun[1]?.time('16:20') ?? (0 as Instant) }
  played.set(day, made)
  return made
}
