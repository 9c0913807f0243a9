import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Instant, instantOf, isoOf, plusHours } from '../src/time.ts'
import type { Clock } from './clock.ts'
import { type Database, FACILITY_ID } from './database.ts'

const TOKEN_BYTES = 32
/** A person counts as one of a tablet's for so long after signing in on it with their password: the length of a shift. */
const PERSON_HOURS = 12

/** A tablet as the server knows it: `key` is the hash of its token, which is only in its cookie. */
export interface Tablet {
  readonly key: string
}

/** Somebody who gave their password on a tablet, and when. */
export interface TabletPerson {
  readonly userId: string
  readonly signedInAt: Instant
}

interface Clocks {
  readonly realTime: Clock
  readonly clock: Clock
}

/** The tablets of the wards: known from the first sign-in on them, for good. */
export interface Tablets {
  /** The tablet of a token, or null when it is not known. */
  find(token: string | undefined): Promise<Tablet | null>
  /** Makes a tablet known and gives its token, 256 bits of chance in base64url. */
  welcome(): Promise<{ readonly tablet: Tablet; readonly token: string }>
  /** Notes that a person has just signed in on it with their password. */
  noteSignIn(tablet: Tablet, userId: string): Promise<void>
  /** The people who signed in on it with their password within a shift's length and have not signed out, the latest first. */
  peopleOf(tablet: Tablet): Promise<readonly TabletPerson[]>
  /** Whether somebody ever signed in on it with their password. */
  wasEverOn(tablet: Tablet, userId: string): Promise<boolean>
  /**
   * Whether they still had it at an instant of the clinical clock: not after they had left it, nor after the shift of their
   * last sign-in. A session that nobody used is no leaving: so looks one whose server was out of reach.
   */
  hadIt(tablet: Tablet, userId: string, at: Instant): Promise<boolean>
  /** Notes that a session of this person begins on it: whoever had it before has left it. */
  noteTaken(tablet: Tablet, userId: string): Promise<void>
  /** Notes that somebody signed out on it: here only their password begins a session again. */
  noteSignOut(tabletKey: string, userId: string): Promise<void>
  /** The same on every tablet. */
  noteSignOutEverywhere(userId: string): Promise<void>
  /** The wards of everybody who ever signed in on it. */
  wardIdsOf(tablet: Tablet): Promise<readonly string[]>
}

/** The tablets in a database, on real time; when somebody left one is held against what they state, so by the clinical clock. */
export function createTablets({ queries }: Database, { realTime, clock }: Clocks): Tablets {
  const people = ({ key }: Tablet) =>
    queries
      .selectFrom('tablet_person')
      .where('tablet_person.facility_id', '=', FACILITY_ID)
      .where('tablet_hash', '=', key)
  const rowOf = (tablet: Tablet, userId: string) =>
    people(tablet)
      .select(['signed_in_at', 'left_at'])
      .where('user_id', '=', userId)
      .executeTakeFirst()
  const peopleUpdated = (key: string) =>
    queries
      .updateTable('tablet_person')
      .where('facility_id', '=', FACILITY_ID)
      .where('tablet_hash', '=', key)

  return {
    async find(token) {
      if (token === undefined) return null
      const row = await queries
        .selectFrom('tablet')
        .select('tablet_hash')
        .where('facility_id', '=', FACILITY_ID)
        .where('tablet_hash', '=', keyOf(token))
        .executeTakeFirst()
      return row ? { key: row.tablet_hash } : null
    },

    async welcome() {
      const token = randomBytes(TOKEN_BYTES).toString('base64url')
      const key = keyOf(token)
      await queries
        .insertInto('tablet')
        .values({
          facility_id: FACILITY_ID,
          tablet_hash: key,
          known_since: isoOf(realTime.now()),
        })
        .execute()
      return { tablet: { key }, token }
    },

    async noteSignIn({ key }, userId) {
      const signed_in_at = isoOf(realTime.now())
      await queries
        .insertInto('tablet_person')
        .values({
          facility_id: FACILITY_ID,
          tablet_hash: key,
          user_id: userId,
          signed_in_at,
          signed_out_at: null,
          left_at: null,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['facility_id', 'tablet_hash', 'user_id'])
            .doUpdateSet({ signed_in_at, signed_out_at: null, left_at: null }),
        )
        .execute()
    },

    async peopleOf(tablet) {
      const rows = await people(tablet)
        .select(['user_id', 'signed_in_at'])
        .where('signed_out_at', 'is', null)
        .orderBy('signed_in_at', 'desc')
        .execute()
      const now = realTime.now()
      return rows
        .map((row) => ({ userId: row.user_id, signedInAt: instantOf(row.signed_in_at) }))
        .filter(({ signedInAt }) => now < plusHours(signedInAt, PERSON_HOURS))
    },

    async wasEverOn(tablet, userId) {
      return (await rowOf(tablet, userId)) !== undefined
    },

    async hadIt(tablet, userId, at) {
      const row = await rowOf(tablet, userId)
      if (!row) return false
      // The two clocks agree on how long ago it was.
      const agoMs = Math.max(0, clock.now() - at)
      const shiftEnds = plusHours(instantOf(row.signed_in_at), PERSON_HOURS)
      if (realTime.now() - agoMs >= shiftEnds) return false
      return row.left_at === null || at <= instantOf(row.left_at)
    },

    async noteTaken({ key }, userId) {
      await peopleUpdated(key)
        .set({ left_at: isoOf(clock.now()) })
        .where('user_id', '!=', userId)
        .where('left_at', 'is', null)
        .execute()
      await peopleUpdated(key).set({ left_at: null }).where('user_id', '=', userId).execute()
    },

    async noteSignOut(tabletKey, userId) {
      await peopleUpdated(tabletKey)
        .set({ signed_out_at: isoOf(realTime.now()), left_at: isoOf(clock.now()) })
        .where('user_id', '=', userId)
        .execute()
    },

    async noteSignOutEverywhere(userId) {
      await queries
        .updateTable('tablet_person')
        .set({
          signed_out_at: isoOf(realTime.now()),
          // Whoever had left a tablet before has left it since then.
          left_at: sql`COALESCE(left_at, ${isoOf(clock.now())})`,
        })
        .where('facility_id', '=', FACILITY_ID)
        .where('user_id', '=', userId)
        .execute()
    },

    async wardIdsOf(tablet) {
      const rows = await people(tablet)
        .innerJoin('account_ward', (join) =>
          join
            .onRef('account_ward.facility_id', '=', 'tablet_person.facility_id')
            .onRef('account_ward.user_id', '=', 'tablet_person.user_id'),
        )
        .select('account_ward.ward_id')
        .distinct()
        .orderBy('account_ward.ward_id')
        .execute()
      return rows.map((row) => row.ward_id)
    },
  }
}

function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
