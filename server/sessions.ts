import { createHash, randomBytes } from 'node:crypto'
import { type Instant, instantOf, isoOf, plusHours, plusMinutes } from '../src/time.ts'
import type { Clock } from './clock.ts'
import { type Database, FACILITY_ID, type Tables } from './database.ts'
import { writtenIfPossible } from './databaseFaults.ts'
import type { Tablet } from './tablets.ts'

const TOKEN_BYTES = 32
/** A session that nobody uses ends after this. */
export const IDLE_HOURS = 4
/** And every session ends after this: the length of a shift. */
export const LONGEST_HOURS = 12
const NOTED_EVERY_MINUTES = 1
/** A touch is noted sooner: the lock counts from it. */
const TOUCH_NOTED_EVERY_MINUTES = 0.25

/** A session as the server knows it. `key` is the hash of its token: the token itself is only in the cookie. */
export interface Session {
  readonly key: string
  readonly userId: string
  /** The tablet that it was begun on. */
  readonly tabletKey: string | null
  /** Whether its person has to unlock it before anything is told or taken. */
  readonly isLocked: boolean
  /** When it ends at the latest, real time. */
  readonly endsAt: Instant
}

/** What a session is begun with. */
export interface NewSession {
  readonly userId: string
  readonly tablet: Tablet
  /** When its person gave their password; its longest time counts from there. Without it: now. */
  readonly since?: Instant
  /** It is locked when its tablet was not touched for so long; null: never. */
  readonly locksAfterMinutes: number | null
}

/** A session as its person sees it in their list. */
interface OwnSession {
  readonly key: string
  readonly tabletKey: string | null
  readonly begunAt: Instant
  readonly seenAt: Instant
}

/** Sessions of signed-in people, on real time. */
export interface Sessions {
  /** Begins one and gives its token, 256 bits of chance in base64url. */
  begin(session: NewSession): Promise<string>
  /**
   * The session of a token, or null when there is none or it has ended. `isTouch`: a person did it, not the page of
   * itself. One that was not touched for its time comes back locked.
   */
  find(token: string, isTouch: boolean): Promise<Session | null>
  /** Locks it, and ends its streams. */
  lock(key: string): Promise<void>
  unlock(key: string): Promise<void>
  /** Ends it, and its streams. */
  end(key: string): Promise<void>
  /**
   * Ends every session of a person: signed out everywhere, the password changed, the account ended. No tablet lets them
   * in by their PIN alone before they have given their password there again.
   */
  endAllOf(userId: string): Promise<void>
  /** The sessions of a person that have not ended, the latest used first. */
  of(userId: string): Promise<readonly OwnSession[]>
  /** Those of these sessions that may be told something now: neither ended nor locked. */
  standing(keys: readonly string[]): Promise<ReadonlySet<string>>
}

type Row = Pick<
  Tables['session'],
  | 'user_id'
  | 'begun_at'
  | 'seen_at'
  | 'tablet_hash'
  | 'locks_after_minutes'
  | 'used_at'
  | 'locked_at'
>

/** The sessions in a database. `endStreams` is told of each that ends or is locked here. */
export function createSessions(
  { queries }: Database,
  realTime: Clock,
  endStreams: (key: string) => void,
  noteSignOutEverywhere: (userId: string) => Promise<void>,
): Sessions {
  const rows = () => queries.selectFrom('session').where('facility_id', '=', FACILITY_ID)
  const change = (key: string, set: Partial<Tables['session']>) =>
    queries
      .updateTable('session')
      .set(set)
      .where('facility_id', '=', FACILITY_ID)
      .where('token_hash', '=', key)
      .execute()

  async function end(key: string): Promise<void> {
    await queries
      .deleteFrom('session')
      .where('facility_id', '=', FACILITY_ID)
      .where('token_hash', '=', key)
      .execute()
    endStreams(key)
  }

  async function lock(key: string): Promise<void> {
    await change(key, { locked_at: isoOf(realTime.now()) })
    endStreams(key)
  }

  /** What nobody did keeps no session open, and a locked one is not used. */
  async function noteUse(key: string, row: Row, isTouch: boolean, now: Instant): Promise<void> {
    const isSeen = now >= plusMinutes(instantOf(row.seen_at), NOTED_EVERY_MINUTES)
    const isTouched = isTouch && now >= plusMinutes(usedAt(row), TOUCH_NOTED_EVERY_MINUTES)
    if (!isSeen && !isTouched) return
    await change(key, {
      seen_at: isoOf(now),
      ...(isTouched ? { used_at: isoOf(now) } : {}),
    })
  }

  return {
    async begin({ userId, tablet, since, locksAfterMinutes }) {
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
          begun_at: isoOf(since ?? now),
          seen_at: isoOf(now),
          used_at: isoOf(now),
          tablet_hash: tablet.key,
          locks_after_minutes: locksAfterMinutes,
          locked_at: null,
        })
        .execute()
      return token
    },

    async find(token, isTouch) {
      const key = keyOf(token)
      const row = await rows().selectAll().where('token_hash', '=', key).executeTakeFirst()
      if (!row) return null
      const now = realTime.now()
      if (hasEnded(row, now)) {
        await writtenIfPossible(end(key))
        return null
      }
      const isLocked = mustBeUnlocked(row, now)
      if (isLocked && row.locked_at === null) await writtenIfPossible(lock(key))
      if (!isLocked) await writtenIfPossible(noteUse(key, row, isTouch, now))
      return {
        key,
        userId: row.user_id,
        tabletKey: row.tablet_hash,
        isLocked,
        endsAt: endOf(row),
      }
    },

    lock,

    async unlock(key) {
      const now = isoOf(realTime.now())
      await change(key, { locked_at: null, seen_at: now, used_at: now })
    },

    end,

    async endAllOf(userId) {
      const ended = await queries
        .deleteFrom('session')
        .where('facility_id', '=', FACILITY_ID)
        .where('user_id', '=', userId)
        .returning('token_hash')
        .execute()
      await noteSignOutEverywhere(userId)
      for (const { token_hash } of ended) endStreams(token_hash)
    },

    async of(userId) {
      const now = realTime.now()
      const own = await rows().selectAll().where('user_id', '=', userId).execute()
      return own
        .filter((row) => !hasEnded(row, now))
        .map((row) => ({
          key: row.token_hash,
          tabletKey: row.tablet_hash,
          begunAt: instantOf(row.begun_at),
          seenAt: instantOf(row.seen_at),
        }))
        .sort((a, b) => b.seenAt - a.seenAt)
    },

    async standing(keys) {
      if (keys.length === 0) return new Set()
      const now = realTime.now()
      const found = await rows()
        .selectAll()
        .where('token_hash', 'in', [...keys])
        .execute()
      return new Set(
        found
          .filter((row) => !hasEnded(row, now) && !mustBeUnlocked(row, now))
          .map((row) => row.token_hash),
      )
    },
  }
}

function usedAt({ used_at, seen_at }: Row): Instant {
  return instantOf(used_at ?? seen_at)
}

function endOf({ begun_at }: Row): Instant {
  return plusHours(instantOf(begun_at), LONGEST_HOURS)
}

function hasEnded(row: Row, now: Instant): boolean {
  return now >= endOf(row) || now >= plusHours(instantOf(row.seen_at), IDLE_HOURS)
}

function mustBeUnlocked(row: Row, now: Instant): boolean {
  if (row.locked_at !== null) return true
  const minutes = row.locks_after_minutes
  return minutes !== null && now >= plusMinutes(usedAt(row), minutes)
}

function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
