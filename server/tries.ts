import { createHash } from 'node:crypto'
import { type Instant, instantOf, isoOf, plusMinutes } from '../src/time.ts'
import type { Clock } from './clock.ts'
import { type Database, FACILITY_ID } from './database.ts'
import { tooManyTries } from './problems.ts'

/** So many wrong secrets of a person in one place hold back the next one there. */
export const ALLOWED_WRONG = 5
/** The window of those, real time. */
export const WINDOW_MINUTES = 5
/** So many wrong ones of a person in all places within the longer window, and every place may have one only. */
export const MANY_WRONG = 25
/** So many wrong ones of a person in the session of one other person, wherever, within the longer window. */
export const ALLOWED_WRONG_FOR_ANOTHER = 10
/** The longer window, real time. */
export const LONG_WINDOW_MINUTES = 60
const ALLOWED_WHEN_MANY = 1
const MS_PER_SECOND = 1_000

/** What is judged: whose secret, where it was keyed, and in whose session if it was another person's. */
export interface Guess {
  /** The user id as it was keyed; it need not be anybody's. */
  readonly userId: string
  readonly secret: 'password' | 'pin' | 'mrn'
  /** The tablet, or where that is not known the address and whose session it shows. */
  readonly place: string
  /** Whose session it is, where that is not the person's own. */
  readonly sessionOf?: string | undefined
}

/**
 * Counts wrong secrets in the database, for every server process together and over a restart, so that nobody guesses
 * through a keypad. A count belongs to a person and a place: no colleague there, and not the same person elsewhere, is
 * held back by it. Many wrong ones over many places leave each place one try in the window, but a place where nobody
 * guessed is always judged.
 */
export interface Tries {
  /**
   * Judges a secret. The try is counted before it is judged, so that guesses sent together are all counted; a right one
   * gives the tries of its place back.
   * @throws the 429 Problem when there is no try left, without judging; what the database throws when it cannot count
   */
  judge(guess: Guess, fits: () => Promise<boolean>): Promise<boolean>
  /** Counts a wrong one that is never held back: a stop's. */
  noteWrong(guess: Guess): Promise<void>
  /** Takes a try that even a right answer does not give back. @throws as `judge` does */
  take(guess: Guess): Promise<void>
}

/** A count that holds back: where, how many, for how long. */
interface Limit {
  readonly place: string
  readonly allowed: number
  readonly minutes: number
}

/** The count in a database, on real time. */
export function createTries({ queries }: Database, realTime: Clock): Tries {
  const wrongOf = ({ userId, secret }: Guess) =>
    queries
      .selectFrom('wrong_secret')
      .where('facility_id', '=', FACILITY_ID)
      .where('person_hash', '=', hashOf(userId))
      .where('secret', '=', secret)

  /** Takes the first slot that nobody holds; the key and the row's lock decide between two at once. */
  async function takeSlot(guess: Guess, limit: Limit, now: Instant): Promise<boolean> {
    for (let slot = 0; slot < limit.allowed; slot += 1) {
      const taken = await queries
        .insertInto('wrong_secret')
        .values({
          facility_id: FACILITY_ID,
          person_hash: hashOf(guess.userId),
          secret: guess.secret,
          place: limit.place,
          slot,
          at: isoOf(now),
        })
        .onConflict((conflict) =>
          conflict
            .columns(['facility_id', 'person_hash', 'secret', 'place', 'slot'])
            .doUpdateSet({ at: isoOf(now) })
            .where('wrong_secret.at', '<=', isoOf(plusMinutes(now, -limit.minutes))),
        )
        .returning('slot')
        .executeTakeFirst()
      if (taken) return true
    }
    return false
  }

  async function heldBackFor(guess: Guess, limit: Limit, now: Instant): Promise<number> {
    const oldest = await wrongOf(guess)
      .select('at')
      .where('place', '=', limit.place)
      .where('slot', '<', limit.allowed)
      .orderBy('at')
      .executeTakeFirst()
    const free = oldest ? plusMinutes(instantOf(oldest.at), limit.minutes) : now
    return Math.max(1, Math.ceil((free - now) / MS_PER_SECOND))
  }

  async function takeOrRefuse(guess: Guess, limit: Limit, now: Instant): Promise<void> {
    if (await takeSlot(guess, limit, now)) return
    throw tooManyTries(await heldBackFor(guess, limit, now))
  }

  async function isMany(guess: Guess, now: Instant): Promise<boolean> {
    const row = await wrongOf(guess)
      .select(({ fn }) => fn.countAll().as('wrong'))
      .where('at', '>', isoOf(plusMinutes(now, -LONG_WINDOW_MINUTES)))
      .where('place', 'not like', `${SESSION_OF}%`)
      .executeTakeFirst()
    return Number(row?.wrong ?? 0) >= MANY_WRONG
  }

  async function limitsOf(guess: Guess, now: Instant): Promise<Limit[]> {
    const here: Limit = {
      place: guess.place,
      allowed: (await isMany(guess, now)) ? ALLOWED_WHEN_MANY : ALLOWED_WRONG,
      minutes: WINDOW_MINUTES,
    }
    const isAnothers = guess.sessionOf !== undefined && guess.sessionOf !== guess.userId
    const inAnotherSession: Limit = {
      place: `${SESSION_OF}${guess.sessionOf}`,
      allowed: ALLOWED_WRONG_FOR_ANOTHER,
      minutes: LONG_WINDOW_MINUTES,
    }
    return isAnothers ? [here, inAnotherSession] : [here]
  }

  async function count(guess: Guess): Promise<readonly Limit[]> {
    const now = realTime.now()
    const limits = await limitsOf(guess, now)
    for (const limit of limits) await takeOrRefuse(guess, limit, now)
    return limits
  }

  /** Gives back what a right one had taken, and forgets what no window counts any more. */
  async function giveBack(guess: Guess, limits: readonly Limit[]): Promise<void> {
    const forgotten = isoOf(plusMinutes(realTime.now(), -LONG_WINDOW_MINUTES))
    await queries
      .deleteFrom('wrong_secret')
      .where('facility_id', '=', FACILITY_ID)
      .where(({ eb, or, and }) =>
        or([
          eb('at', '<=', forgotten),
          and([
            eb('person_hash', '=', hashOf(guess.userId)),
            eb('secret', '=', guess.secret),
            eb(
              'place',
              'in',
              limits.map(({ place }) => place),
            ),
          ]),
        ]),
      )
      .execute()
  }

  async function judgeNow(guess: Guess, fits: () => Promise<boolean>): Promise<boolean> {
    const limits = await count(guess)
    const isRight = await fits()
    if (isRight) await giveBack(guess, limits)
    return isRight
  }

  /** Within a process one after the other, so that right ones sent together do not hold each other back. */
  const turns = new Map<string, Promise<unknown>>()
  async function inTurn<T>(key: string, act: () => Promise<T>): Promise<T> {
    const turn = (turns.get(key) ?? Promise.resolve()).then(act)
    const settled = turn.catch(() => undefined)
    turns.set(key, settled)
    try {
      return await turn
    } finally {
      if (turns.get(key) === settled) turns.delete(key)
    }
  }

  return {
    judge: (guess, fits) =>
      inTurn(JSON.stringify([guess.userId, guess.secret, guess.place]), () =>
        judgeNow(guess, fits),
      ),

    async noteWrong(guess) {
      const now = realTime.now()
      for (const limit of await limitsOf(guess, now)) await takeSlot(guess, limit, now)
    },

    async take(guess) {
      await count(guess)
    },
  }
}

/** No address and no tablet begins so. */
const SESSION_OF = 'in the session of '

function hashOf(userId: string): string {
  return createHash('sha256').update(userId).digest('hex')
}
