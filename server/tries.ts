import type { Instant } from '../src/time.ts'
import type { Clock } from './clock.ts'
import { tooManyTries } from './problems.ts'

/** So many wrong secrets in the window hold back the next. */
const ALLOWED_WRONG = 5
/** The window, real time. */
const WINDOW_MS = 300_000
const MS_PER_SECOND = 1_000

/**
 * Counts wrong passwords and PINs for one person on one device, so that nobody guesses through a keypad and a colleague
 * on another device is never locked out. Kept in memory: a restart forgets it.
 */
export interface Tries {
  /**
   * Judges a secret, one at a time for each key, so that guesses sent together are counted one by one. A right one forgets
   * the wrong ones before it.
   * @throws the 429 Problem when the key has had too many wrong ones, without judging
   */
  judge(key: string, fits: () => Promise<boolean>): Promise<boolean>
}

/** A count on real time. */
export function createTries(realTime: Clock): Tries {
  const wrong = new Map<string, Instant[]>()
  const queues = new Map<string, Promise<unknown>>()

  function forgetOld(now: Instant): void {
    for (const [key, times] of wrong) {
      const recent = times.filter((at) => now - at < WINDOW_MS)
      if (recent.length === 0) wrong.delete(key)
      else wrong.set(key, recent)
    }
  }

  async function judgeNext(key: string, fits: () => Promise<boolean>): Promise<boolean> {
    const now = realTime.now()
    forgetOld(now)
    const times = wrong.get(key) ?? []
    const [oldest] = times
    if (oldest !== undefined && times.length >= ALLOWED_WRONG) {
      throw tooManyTries(Math.ceil((oldest + WINDOW_MS - now) / MS_PER_SECOND))
    }
    const isRight = await fits()
    if (isRight) wrong.delete(key)
    else wrong.set(key, [...times, now])
    return isRight
  }

  return {
    async judge(key, fits) {
      const before = queues.get(key) ?? Promise.resolve()
      const turn = before.then(() => judgeNext(key, fits))
      const settled = turn.catch(() => undefined)
      queues.set(key, settled)
      try {
        return await turn
      } finally {
        if (queues.get(key) === settled) queues.delete(key)
      }
    },
  }
}
