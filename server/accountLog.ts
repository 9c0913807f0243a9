import type { Kysely, Transaction } from 'kysely'
import { type Instant, isoOf } from '../src/time.ts'
import { FACILITY_ID, type Tables } from './database.ts'

/** What can be done to accounts and wards. */
export const accountActs = [
  'account-added',
  'account-changed',
  'account-ended',
  'account-reopened',
  'password-set',
  'pin-withdrawn',
  'own-password-set',
  'own-pin-set',
  'ward-added',
] as const
type AccountAct = (typeof accountActs)[number]

/** One field of an account as it was and as it is, in text; null: nothing there. */
export interface FieldChange {
  readonly field: 'name' | 'role' | 'wards' | 'learningPackageUntil' | 'ivUnits' | 'notation'
  readonly from: string | null
  readonly to: string | null
}

/** A line to be written. `by` null: the setting up. `about`: a user id, or for a ward its id. */
export interface AccountChange {
  readonly what: AccountAct
  readonly by: string | null
  readonly about: string
  readonly changes: readonly FieldChange[]
}

/** A line of the log, as it was written. */
export interface AccountLogLine extends AccountChange {
  readonly no: number
  readonly at: string
}

const LINES_A_PAGE = 100

/** Lets the changes of accounts happen one after the other, over every server process, until the transaction ends. */
export async function holdAccounts(transaction: Transaction<Tables>): Promise<void> {
  await transaction
    .updateTable('facility')
    .set(({ ref }) => ({ name: ref('name') }))
    .where('facility_id', '=', FACILITY_ID)
    .execute()
}

/** Writes lines in the transaction of the change itself: neither is without the other. Accounts are held. */
export async function noteChanges(
  transaction: Transaction<Tables>,
  at: Instant,
  lines: readonly AccountChange[],
): Promise<void> {
  const last = await transaction
    .selectFrom('account_change')
    .select(({ fn }) => fn.max('change_no').as('no'))
    .where('facility_id', '=', FACILITY_ID)
    .executeTakeFirst()
  for (const [index, { what, by, about, changes }] of lines.entries()) {
    await transaction
      .insertInto('account_change')
      .values({
        facility_id: FACILITY_ID,
        change_no: Number(last?.no ?? 0) + index + 1,
        at: isoOf(at),
        by_user_id: by,
        what,
        about,
        details: JSON.stringify(changes),
      })
      .execute()
  }
}

/** A page of the log, the latest line first. `before`: those that were written before this one. */
export async function readAccountLog(
  queries: Kysely<Tables>,
  before: number | null,
): Promise<AccountLogLine[]> {
  const lines = queries.selectFrom('account_change').where('facility_id', '=', FACILITY_ID)
  const rows = await (before === null ? lines : lines.where('change_no', '<', before))
    .selectAll()
    .orderBy('change_no', 'desc')
    .limit(LINES_A_PAGE)
    .execute()
  return rows.map((row) => ({
    no: row.change_no,
    at: row.at,
    by: row.by_user_id,
    what: actOf(row.what),
    about: row.about,
    changes: JSON.parse(row.details) as FieldChange[],
  }))
}

function actOf(text: string): AccountAct {
  const act = accountActs.find((known) => known === text)
  if (!act) throw new Error('The account log has an act that this build does not know.')
  return act
}
