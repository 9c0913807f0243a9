import type { Kysely, Transaction } from 'kysely'
import { isoOf } from '../src/time.ts'
import { fieldChanges, fieldsOfNew } from './accountChanges.ts'
import { type AccountChange, holdAccounts, noteChanges } from './accountLog.ts'
import { lastAdministrator } from './accountProblems.ts'
import { type Account, join, type KeptAccount, NO_PIN, rowOf } from './accountRows.ts'
import type { Clock } from './clock.ts'
import { FACILITY_ID, type Tables } from './database.ts'
import type { Secrets } from './secrets.ts'

/** A new account with its secrets in clear; only their hashes are kept. */
export interface NewAccount extends Account {
  readonly password: string
  /** Null: the person sets their own (SIGN-3). */
  readonly pin: string | null
}

/** Secrets that an administrator sets anew or takes away. */
interface SecretsChange {
  readonly password?: string | undefined
  readonly withdrawPin?: boolean | undefined
}

/** A ward of the facility. */
export interface Ward {
  readonly wardId: string
  readonly name: string
}

/**
 * The changes of people and wards. Each leaves its lines in the account log in the same transaction; `by` is the
 * administrator, or nobody at the setting up.
 */
export interface AccountKeeping {
  /** Adds an account. By an administrator its password is a temporary one. */
  add(account: NewAccount, by?: string): Promise<void>
  /** Changes everything but the user id. @throws lastAdministrator when nobody would be left to keep accounts */
  change(account: Account, secrets: SecretsChange, by: string): Promise<void>
  /** Ends an account: nobody signs in or signs by it any more. @throws lastAdministrator */
  end(userId: string, by: string): Promise<void>
  /** Opens an ended account again for the same person, with a temporary password and without a PIN. */
  reopen(userId: string, password: string, by: string): Promise<void>
  setOwnPassword(userId: string, password: string): Promise<void>
  setOwnPin(userId: string, pin: string): Promise<void>
  addWard(ward: Ward, by?: string): Promise<void>
}

/** What the changes are made with. */
interface KeepingTools {
  readonly queries: Kysely<Tables>
  readonly secrets: Secrets
  readonly clock: Clock
  known(userId: string): Promise<KeptAccount | null>
}

/** Changes accounts in a database. */
export function createAccountKeeping(tools: KeepingTools): AccountKeeping {
  const { queries, secrets, clock, known } = tools

  /** Changes accounts and writes what was done, together or not at all, one change after the other. */
  async function changing(
    lines: readonly AccountChange[],
    act: (transaction: Transaction<Tables>) => Promise<void>,
  ): Promise<void> {
    await queries.transaction().execute(async (transaction) => {
      await holdAccounts(transaction)
      await act(transaction)
      await noteChanges(transaction, clock.now(), lines)
    })
  }

  return {
    async add({ password, pin, ...account }, by) {
      const [password_hash, pin_hash] = await Promise.all([
        secrets.hash(password),
        pin === null ? NO_PIN : secrets.hash(pin),
      ])
      const line = lineOf('account-added', account.userId, by ?? null, fieldsOfNew(account))
      await changing([line], async (transaction) => {
        await transaction
          .insertInto('account')
          .values({
            facility_id: FACILITY_ID,
            user_id: account.userId,
            ...rowOf(account),
            password_hash,
            pin_hash,
            password_is_temporary: by === undefined ? 0 : 1,
          })
          .execute()
        await join(transaction, account)
      })
    },

    async change(account, { password, withdrawPin = false }, by) {
      const before = await known(account.userId)
      const changes = before ? fieldChanges(before, account) : []
      const hash = password === undefined ? null : await secrets.hash(password)
      const line = (what: AccountChange['what']) => lineOf(what, account.userId, by)
      const lines = [
        ...(changes.length > 0 ? [{ ...line('account-changed'), changes }] : []),
        ...(hash === null ? [] : [line('password-set')]),
        ...(withdrawPin ? [line('pin-withdrawn')] : []),
      ]
      await changing(lines, async (transaction) => {
        await set(transaction, account.userId, {
          ...rowOf(account),
          ...(hash === null ? {} : { password_hash: hash, password_is_temporary: 1 }),
          ...(withdrawPin ? { pin_hash: NO_PIN } : {}),
        })
        await transaction
          .deleteFrom('account_ward')
          .where('facility_id', '=', FACILITY_ID)
          .where('user_id', '=', account.userId)
          .execute()
        await join(transaction, account)
        await demandAdministrator(transaction)
      })
    },

    async end(userId, by) {
      await changing([lineOf('account-ended', userId, by)], async (transaction) => {
        await set(transaction, userId, { ended_at: isoOf(clock.now()) })
        await demandAdministrator(transaction)
      })
    },

    async reopen(userId, password, by) {
      const password_hash = await secrets.hash(password)
      await changing([lineOf('account-reopened', userId, by)], (transaction) =>
        set(transaction, userId, {
          ended_at: null,
          password_hash,
          password_is_temporary: 1,
          pin_hash: NO_PIN,
        }),
      )
    },

    async setOwnPassword(userId, password) {
      const password_hash = await secrets.hash(password)
      await changing([lineOf('own-password-set', userId, userId)], (transaction) =>
        set(transaction, userId, { password_hash, password_is_temporary: 0 }),
      )
    },

    async setOwnPin(userId, pin) {
      const pin_hash = await secrets.hash(pin)
      await changing([lineOf('own-pin-set', userId, userId)], (transaction) =>
        set(transaction, userId, { pin_hash }),
      )
    },

    async addWard({ wardId, name }, by) {
      await changing([lineOf('ward-added', wardId, by ?? null)], async (transaction) => {
        await transaction
          .insertInto('ward')
          .values({ facility_id: FACILITY_ID, ward_id: wardId, name })
          .execute()
      })
    },
  }
}

function lineOf(
  what: AccountChange['what'],
  about: string,
  by: string | null,
  changes: AccountChange['changes'] = [],
): AccountChange {
  return { what, about, by, changes }
}

async function set(
  transaction: Transaction<Tables>,
  userId: string,
  columns: Partial<Tables['account']>,
): Promise<void> {
  await transaction
    .updateTable('account')
    .set(columns)
    .where('facility_id', '=', FACILITY_ID)
    .where('user_id', '=', userId)
    .execute()
}

/** Somebody has to be left who can keep the accounts. */
async function demandAdministrator(transaction: Transaction<Tables>): Promise<void> {
  const left = await transaction
    .selectFrom('account')
    .select('user_id')
    .where('facility_id', '=', FACILITY_ID)
    .where('role', '=', 'administrator')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!left) throw lastAdministrator()
}
