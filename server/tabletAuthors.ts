import { type Instant, instantOf, plusHours } from '../src/time.ts'
import type { Account } from './accountRows.ts'
import type { Accounts } from './accounts.ts'
import type { Clock } from './clock.ts'
import { type Database, FACILITY_ID } from './database.ts'
import type { Tablet } from './tablets.ts'

/** A person counts as one of a tablet's for so long after giving their password on it: the length of a shift. */
const SHIFT_HOURS = 12

/** Who may be named as the author of what a tablet kept. */
export interface TabletAuthors {
  /** Somebody who gave their password on this tablet, however long ago, ended or not; null for anybody else. */
  ever(tablet: Tablet, userId: string): Promise<Account | null>
  /** The same, where `agoMs` ago the shift of that sign-in had not run out. */
  onShift(tablet: Tablet, userId: string, agoMs: number): Promise<Account | null>
}

/** The authors in a database, on real time; `agoMs` is what has elapsed, whatever clock it was read from. */
export function createTabletAuthors(
  { queries }: Database,
  accounts: Pick<Accounts, 'find' | 'known'>,
  realTime: Clock,
): TabletAuthors {
  async function signedInAt({ key }: Tablet, userId: string): Promise<Instant | null> {
    const row = await queries
      .selectFrom('tablet_person')
      .select('signed_in_at')
      .where('facility_id', '=', FACILITY_ID)
      .where('tablet_hash', '=', key)
      .where('user_id', '=', userId)
      .executeTakeFirst()
    return row ? instantOf(row.signed_in_at) : null
  }

  return {
    async ever(tablet, userId) {
      return (await signedInAt(tablet, userId)) === null ? null : accounts.known(userId)
    },
    async onShift(tablet, userId, agoMs) {
      const since = await signedInAt(tablet, userId)
      const isOnShift = since !== null && realTime.now() - agoMs < plusHours(since, SHIFT_HOURS)
      return isOnShift ? accounts.find(userId) : null
    },
  }
}
