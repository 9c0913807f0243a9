import type { Transaction } from 'kysely'
import type { Person } from '../src/chart/people.ts'
import { type Role, roles } from '../src/chart/people.ts'
import { type Database, FACILITY_ID, type Tables } from './database.ts'
import type { Secrets } from './secrets.ts'

/** A person who can sign in, and the wards they work on. */
export interface Account extends Person {
  readonly wardIds: readonly string[]
}

/** A new account with its secrets in clear; only their hashes are kept. */
export interface NewAccount extends Account {
  readonly password: string
  readonly pin: string
}

/** Secrets to be set anew. */
interface NewSecrets {
  readonly password?: string | undefined
  readonly pin?: string | undefined
}

/** A ward of the facility. */
export interface Ward {
  readonly wardId: string
  readonly name: string
}

/** People and wards. Secrets are compared in the same time whether the account exists or not. */
export interface Accounts {
  find(userId: string): Promise<Account | null>
  any(): Promise<boolean>
  everybody(): Promise<Account[]>
  add(account: NewAccount): Promise<void>
  /** Changes everything but the user id; a secret only where one is given. */
  change(account: Account, secrets: NewSecrets): Promise<void>
  peopleOf(wardId: string): Promise<Account[]>
  passwordFits(userId: string, password: string): Promise<boolean>
  pinFits(userId: string, pin: string): Promise<boolean>
  wards(): Promise<Ward[]>
  addWard(ward: Ward): Promise<void>
  facilityName(): Promise<string | null>
  nameFacility(name: string): Promise<void>
}

interface AccountRow {
  user_id: string
  name: string
  role: string
  learning_package_until: string | null
  iv_units: number
  notation: number
}

const personColumns = [
  'user_id',
  'name',
  'role',
  'learning_package_until',
  'iv_units',
  'notation',
] as const

/** The accounts and wards in a database. */
export function createAccounts({ queries }: Database, secrets: Secrets): Accounts {
  const accounts = () => queries.selectFrom('account').where('facility_id', '=', FACILITY_ID)
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
    const row = await accounts()
      .select(`${column} as kept`)
      .where('user_id', '=', userId)
      .executeTakeFirst()
    return secrets.fits(secret, row?.kept ?? null)
  }

  return {
    async find(userId) {
      const row = await accounts()
        .select(personColumns)
        .where('user_id', '=', userId)
        .executeTakeFirst()
      return row ? accountOf(row, await wardIdsOf(userId)) : null
    },

    async any() {
      return (await accounts().select('user_id').limit(1).executeTakeFirst()) !== undefined
    },

    async everybody() {
      const rows = await accounts().select(personColumns).orderBy('user_id').execute()
      return Promise.all(rows.map(async (row) => accountOf(row, await wardIdsOf(row.user_id))))
    },

    async add({ password, pin, ...account }) {
      const [password_hash, pin_hash] = await Promise.all([
        secrets.hash(password),
        secrets.hash(pin),
      ])
      await queries.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('account')
          .values({
            facility_id: FACILITY_ID,
            user_id: account.userId,
            ...rowOf(account),
            password_hash,
            pin_hash,
          })
          .execute()
        await join(transaction, account)
      })
    },

    async change(account, { password, pin }) {
      const hashes = {
        ...(password === undefined ? {} : { password_hash: await secrets.hash(password) }),
        ...(pin === undefined ? {} : { pin_hash: await secrets.hash(pin) }),
      }
      await queries.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('account')
          .set({ ...rowOf(account), ...hashes })
          .where('facility_id', '=', FACILITY_ID)
          .where('user_id', '=', account.userId)
          .execute()
        await transaction
          .deleteFrom('account_ward')
          .where('facility_id', '=', FACILITY_ID)
          .where('user_id', '=', account.userId)
          .execute()
        await join(transaction, account)
      })
    },

    async peopleOf(wardId) {
      const rows = await accounts()
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

    async addWard({ wardId, name }) {
      await queries
        .insertInto('ward')
        .values({ facility_id: FACILITY_ID, ward_id: wardId, name })
        .execute()
    },

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

/** What the account's row says of a person, beside id and secrets. */
function rowOf({ name, role, competencies }: Account) {
  return {
    name,
    role,
    learning_package_until: competencies.learningPackageUntil,
    iv_units: competencies.ivUnits ? 1 : 0,
    notation: competencies.notation ? 1 : 0,
  } as const
}

async function join(transaction: Transaction<Tables>, { userId, wardIds }: Account): Promise<void> {
  for (const ward_id of new Set(wardIds)) {
    await transaction
      .insertInto('account_ward')
      .values({ facility_id: FACILITY_ID, user_id: userId, ward_id })
      .execute()
  }
}

function accountOf(row: AccountRow, wardIds: readonly string[]): Account {
  return {
    userId: row.user_id,
    name: row.name,
    role: roleOf(row.role),
    competencies: {
      learningPackageUntil: row.learning_package_until,
      ivUnits: row.iv_units === 1,
      notation: row.notation === 1,
    },
    wardIds,
  }
}

function roleOf(text: string): Role {
  const role = roles.find((known) => known === text)
  if (!role) throw new Error('An account in the database has a role that this build does not know.')
  return role
}
