import type { Instant } from '../src/time.ts'
import type { Clock } from './clock.ts'

/** So many wrong secrets in the window hold back the next. */
export const ALLOWED_WRONG = 5
/** The window, real time. */
export const WINDOW_MS = 300_000
const MS_PER_SECOND = 1_000

/**
 * Counts wrong passwords and PINs for one person on one device, so that nobody guesses through a keypad and a colleague
 * on another device is never locked out. Kept in memory: a restart forgets it.
 */
export interface Tries {
  /** Counts a try before it is judged. Null: go on; else the seconds to wait. */
  begin(key: string): number | null
  /** The secret was right: what was counted is forgotten. */
  succeed(key: string): void
}

/** A count on real time. */
export function createTries(realTime: Clock): Tries {
  const counted = new Map<string, Instant[]>()

  function forgetOld(now: Instant): void {
    for (const [key, times] of counted) {
      const recent = times.filter((at) => now - at < WINDOW_MS)
      if (recent.length === 0) counted.delete(key)
      else counted.set(key, recent)
    }
  }

  return {
    begin(key) {
      const now = realTime.now()
      forgetOld(now)
      const times = counted.get(key) ?? []
      const [oldest] = times
      if (oldest !== undefined && times.length >= ALLOWED_WRONG) {
        return Math.ceil((oldest + WINDOW_MS - now) / MS_PER_SECOND)
      }
      counted.set(key, [...times, now])
      return null
    },
    succeed(key) {
      counted.delete(key)
    },
  }
}
