import { type AccountKeeping, createAccountKeeping, type Ward } from './accountKeeping.ts'
import { type AccountLogLine, readAccountLog } from './accountLog.ts'
import {
  type Account,
  accountOf,
  type KeptAccount,
  type KeptRow,
  keptAccountOf,
  keptColumns,
  personColumns,
} from './accountRows.ts'
import { type Clock, realClock } from './clock.ts'
import { type Database, FACILITY_ID } from './database.ts'
import type { Secrets } from './secrets.ts'

/** People and wards. Secrets are compared in the same time whether the account exists or not. */
export interface Accounts extends AccountKeeping {
  /** Who can sign in and sign by this user id: nobody whose account has ended. */
  find(userId: string): Promise<Account | null>
  /** The account of this user id, ended or not: it belongs to one person for good (SIGN-1). */
  known(userId: string): Promise<KeptAccount | null>
  /** The wards of each of these people; nobody's whose account has ended. */
  wardsOf(userIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
  any(): Promise<boolean>
  everybody(): Promise<KeptAccount[]>
  /** The people of a ward who can sign in. */
  peopleOf(wardId: string): Promise<Account[]>
  passwordFits(userId: string, password: string): Promise<boolean>
  pinFits(userId: string, pin: string): Promise<boolean>
  wards(): Promise<Ward[]>
  /** A page of the account log, the latest line first; `before`: those written before this one. */
  log(before: number | null): Promise<AccountLogLine[]>
  facilityName(): Promise<string | null>
  nameFacility(name: string): Promise<void>
}

/** The accounts and wards in a database. */
export function createAccounts(
  { queries }: Database,
  secrets: Secrets,
  clock: Clock = realClock,
): Accounts {
  const accounts = () => queries.selectFrom('account').where('facility_id', '=', FACILITY_ID)
  const active = () => accounts().where('ended_at', 'is', null)
  const memberships = () =>
    queries.selectFrom('account_ward').where('facility_id', '=', FACILITY_ID)

  async function wardIdsOf(userId: string): Promise<string[]> {
    const rows = await memberships()
      .select('ward_id')
      .where('user_id', '=', userId)
      .orderBy('ward_id')
      .execute()
    return rows.map((row) => row.ward_id)
  }

  async function secretFits(
    column: 'password_hash' | 'pin_hash',
    userId: string,
    secret: string,
  ): Promise<boolean> {
    const row = await active()
      .select(`${column} as kept`)
      .where('user_id', '=', userId)
      .executeTakeFirst()
    return secrets.fits(secret, row?.kept || null)
  }

  const kept = async (row: KeptRow): Promise<KeptAccount> =>
    keptAccountOf(row, await wardIdsOf(row.user_id))

  async function known(userId: string): Promise<KeptAccount | null> {
    const row = await accounts()
      .select(keptColumns)
      .where('user_id', '=', userId)
      .executeTakeFirst()
    return row ? kept(row) : null
  }

  return {
    ...createAccountKeeping({ queries, secrets, clock, known }),

    async find(userId) {
      const row = await active()
        .select(personColumns)
        .where('user_id', '=', userId)
        .executeTakeFirst()
      return row ? accountOf(row, await wardIdsOf(userId)) : null
    },

    known,

    async wardsOf(userIds) {
      if (userIds.length === 0) return new Map()
      const rows = await memberships()
        .select(['user_id', 'ward_id'])
        .where(
          'user_id',
          'in',
          active()
            .select('user_id')
            .where('user_id', 'in', [...userIds]),
        )
        .execute()
      const wardIds = new Map<string, string[]>()
      for (const { user_id, ward_id } of rows) {
        wardIds.set(user_id, [...(wardIds.get(user_id) ?? []), ward_id])
      }
      return wardIds
    },

    async any() {
      return (await accounts().select('user_id').limit(1).executeTakeFirst()) !== undefined
    },

    async everybody() {
      const rows = await accounts().select(keptColumns).orderBy('user_id').execute()
      return Promise.all(rows.map(kept))
    },

    async peopleOf(wardId) {
      const rows = await active()
        .select(personColumns)
        .where('user_id', 'in', memberships().select('user_id').where('ward_id', '=', wardId))
        .orderBy('name')
        .execute()
      return rows.map((row) => accountOf(row, [wardId]))
    },

    passwordFits: (userId, password) => secretFits('password_hash', userId, password),
    pinFits: (userId, pin) => secretFits('pin_hash', userId, pin),

    async wards() {
      const rows = await queries
        .selectFrom('ward')
        .select(['ward_id', 'name'])
        .where('facility_id', '=', FACILITY_ID)
        .orderBy('ward_id')
        .execute()
      return rows.map((row) => ({ wardId: row.ward_id, name: row.name }))
    },

    log: (before) => readAccountLog(queries, before),

    async facilityName() {
      const row = await queries
        .selectFrom('facility')
        .select('name')
        .where('facility_id', '=', FACILITY_ID)
        .executeTakeFirst()
      return row?.name ?? null
    },

    async nameFacility(name) {
      await queries.insertInto('facility').values({ facility_id: FACILITY_ID, name }).execute()
    },
  }
}
