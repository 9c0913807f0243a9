import { createHash, randomBytes } from 'node:crypto'
import { type Instant, instantOf, isoOf, plusHours, plusMinutes } from '../src/time.ts'
import type { Clock } from './clock.ts'
import { type Database, FACILITY_ID } from './database.ts'
import type { Tablet } from './tablets.ts'

const TOKEN_BYTES = 32
/** A session that nobody uses ends after this. */
export const IDLE_HOURS = 4
/** And every session ends after this: the length of a shift. */
export const LONGEST_HOURS = 12
const NOTED_EVERY_MINUTES = 1

/** A session as the server knows it. `key` is the hash of its token: the token itself is only in the cookie. */
export interface Session {
  readonly key: string
  readonly userId: string
  /** The tablet that it was begun on. */
  readonly tabletKey: string | null
  /** When it ends at the latest, real time. */
  readonly endsAt: Instant
}

/** Sessions of signed-in people, on real time. */
export interface Sessions {
  /** Begins one and gives its token, 256 bits of chance in base64url. */
  begin(userId: string, tablet: Tablet): Promise<string>
  /** The session of a token, or null when there is none or it has ended. */
  find(token: string): Promise<Session | null>
  end(key: string): Promise<void>
  /** Ends every session of a person, whose password was changed. */
  endAllOf(userId: string): Promise<void>
}

/** The sessions in a database. */
export function createSessions({ queries }: Database, realTime: Clock): Sessions {
  const byKey = (key: string) =>
    queries
      .selectFrom('session')
      .select(['user_id', 'begun_at', 'seen_at', 'tablet_hash'])
      .where('facility_id', '=', FACILITY_ID)
      .where('token_hash', '=', key)
      .executeTakeFirst()

  async function end(key: string): Promise<void> {
    await queries
      .deleteFrom('session')
      .where('facility_id', '=', FACILITY_ID)
      .where('token_hash', '=', key)
      .execute()
  }

  async function noteUse(key: string, seenAt: Instant, now: Instant): Promise<void> {
    if (now < plusMinutes(seenAt, NOTED_EVERY_MINUTES)) return
    await queries
      .updateTable('session')
      .set({ seen_at: isoOf(now) })
      .where('facility_id', '=', FACILITY_ID)
      .where('token_hash', '=', key)
      .execute()
  }

  return {
    async begin(userId, tablet) {
      const now = realTime.now()
      await queries
        .deleteFrom('session')
        .where('facility_id', '=', FACILITY_ID)
        .where('begun_at', '<=', isoOf(plusHours(now, -LONGEST_HOURS)))
        .execute()
      const token = randomBytes(TOKEN_BYTES).toString('base64url')
      await queries
        .insertInto('session')
        .values({
          facility_id: FACILITY_ID,
          token_hash: keyOf(token),
          user_id: userId,
          begun_at: isoOf(now),
          seen_at: isoOf(now),
          tablet_hash: tablet.key,
        })
        .execute()
      return token
    },

    async find(token) {
      const key = keyOf(token)
      const row = await byKey(key)
      if (!row) return null
      const now = realTime.now()
      const seenAt = instantOf(row.seen_at)
      const endsAt = plusHours(instantOf(row.begun_at), LONGEST_HOURS)
      if (now >= endsAt || now >= plusHours(seenAt, IDLE_HOURS)) {
        await end(key)
        return null
      }
      await noteUse(key, seenAt, now)
      return { key, userId: row.user_id, tabletKey: row.tablet_hash, endsAt }
    },

    end,

    async endAllOf(userId) {
      await queries
        .deleteFrom('session')
        .where('facility_id', '=', FACILITY_ID)
        .where('user_id', '=', userId)
        .execute()
    },
  }
}

function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
