import type { Transaction } from 'kysely'
import { type Person, type Role, roles } from '../src/chart/people.ts'
import { FACILITY_ID, type Tables } from './database.ts'

/** A person who can sign in, and the wards they work on. */
export interface Account extends Person {
  readonly wardIds: readonly string[]
}

/** An account as it is kept, also one that has ended. */
export interface KeptAccount extends Account {
  readonly endedAt: string | null
  readonly hasPin: boolean
  /** An administrator set it: its owner is asked for one of their own. */
  readonly passwordIsTemporary: boolean
}

/** The columns that say who a person is. */
export interface AccountRow {
  user_id: string
  name: string
  role: string
  learning_package_until: string | null
  iv_units: number
  notation: number
}

/** The columns that an administrator sees told. */
export interface KeptRow extends AccountRow {
  ended_at: string | null
  pin_hash: string
  password_is_temporary: number
}

/** In place of a hash: no PIN fits. */
export const NO_PIN = ''

export const personColumns = [
  'user_id',
  'name',
  'role',
  'learning_package_until',
  'iv_units',
  'notation',
] as const
export const keptColumns = [
  ...personColumns,
  'ended_at',
  'pin_hash',
  'password_is_temporary',
] as const

/** What the account's row says of a person, beside id and secrets. */
export function rowOf({ name, role, competencies }: Account) {
  return {
    name,
    role,
    learning_package_until: competencies.learningPackageUntil,
    iv_units: competencies.ivUnits ? 1 : 0,
    notation: competencies.notation ? 1 : 0,
  } as const
}

/** Puts a person on their wards. */
export async function join(
  transaction: Transaction<Tables>,
  { userId, wardIds }: Account,
): Promise<void> {
  for (const ward_id of new Set(wardIds)) {
    await transaction
      .insertInto('account_ward')
      .values({ facility_id: FACILITY_ID, user_id: userId, ward_id })
      .execute()
  }
}

/** The person of a row. @throws Error for a role of another build */
export function accountOf(row: AccountRow, wardIds: readonly string[]): Account {
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

/** An account with what an administrator is told beside. */
export function keptAccountOf(row: KeptRow, wardIds: readonly string[]): KeptAccount {
  return {
    ...accountOf(row, wardIds),
    endedAt: row.ended_at,
    hasPin: row.pin_hash !== NO_PIN,
    passwordIsTemporary: row.password_is_temporary === 1,
  }
}
