import type { Instant } from '../time.ts'
import type { Now } from './hasCome.ts'

/** What was read at an instant, and from when on time alone can make it another; null: it never does. */
export interface Lasting<T> {
  readonly value: T
  readonly changesAt: Instant | null
}

/**
 * Reads at `now` and notes until when that holds. The reading gets no other hold on the time than `hasCome`, and as time
 * goes on its answers only ever turn from no to yes. Until the earliest instant that had not come, every question of the
 * same reading has the same answer, so the reading takes the same way and says the same: no instant can be forgotten.
 * It may be named too early, where what turns at it makes no difference; too late never.
 * @example lasting(now, (at) => dueItems(chart, at)) // the list, and the instant at which it has to be read again
 */
export function lasting<T>(now: Instant, read: (now: Now) => T): Lasting<T> {
  let changesAt: Instant | null = null
  const value = read({
    hasCome(at) {
      if (now >= at) return true
      if (changesAt === null || at < changesAt) changesAt = at
      return false
    },
  })
  return { value, changesAt }
}
