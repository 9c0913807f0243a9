/** The time as a reading of a chart may use it, so that it can be known how long what was read goes on to hold. */
import type { Instant } from '../time.ts'

/** Somebody who says whether an instant has come, and may note what was asked. */
interface Watch {
  hasCome(at: Instant): boolean
}

/**
 * The time of a reading: an instant, or one under watch. The compiler lets nobody compare it or count with it, so that
 * all it can decide goes through `hasCome`, and `lasting` sees every instant at which that is decided otherwise.
 */
export type Now = Instant | Watch

/** Whether `at` has come: from that very millisecond on. */
export function hasCome(at: Instant, now: Now): boolean {
  return typeof now === 'number' ? now >= at : now.hasCome(at)
}

/** Whether `at` is over: from the millisecond behind it on. */
export function isOver(at: Instant, now: Now): boolean {
  return hasCome((at + 1) as Instant, now)
}
