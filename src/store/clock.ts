/**
 * The server's time on the tablet: the last time the server told, plus what has elapsed since on a clock that
 * nobody can set. The tablet's own wall clock is never read.
 */
import type { Instant } from '../time.ts'
import { MS_PER_MINUTE, minuteOf } from '../time.ts'

export interface ServerClock {
  /** The server has told its time. */
  sync(now: Instant): void
  /** The server's time now. @throws RangeError before the server has told it once */
  now(): Instant
  /** The time that screens show: moves on by the minute, and at once when a new entry or another time arrives. */
  shown(): Instant
  /** Moves the shown time up to now: something has just happened. */
  refresh(): void
  subscribe(listener: () => void): () => void
}

export interface ClockSources {
  /** Elapsed milliseconds from any fixed point, never going back: `performance.now`. */
  readonly elapsed: () => number
  /** Calls back once after so many milliseconds: `setTimeout`. */
  readonly after: (ms: number, call: () => void) => () => void
}

/** @example createServerClock({ elapsed: () => performance.now(), after }) */
export function createServerClock({ elapsed, after }: ClockSources): ServerClock {
  let told: { now: Instant; elapsed: number } | null = null
  let shown: Instant | null = null
  let cancelTick = () => {}
  const listeners = new Set<() => void>()

  function now(): Instant {
    if (told === null) throw new RangeError('the server has not told its time yet')
    return (told.now + Math.floor(elapsed() - told.elapsed)) as Instant
  }
  function show(): void {
    shown = now()
    cancelTick()
    cancelTick = after(MS_PER_MINUTE - (shown % MS_PER_MINUTE), show)
    for (const listener of listeners) listener()
  }

  return {
    now,
    sync(serverNow) {
      told = { now: serverNow, elapsed: elapsed() }
      if (shown === null || minuteOf(shown) !== minuteOf(serverNow)) show()
    },
    shown() {
      if (shown === null) throw new RangeError('the server has not told its time yet')
      return shown
    },
    refresh() {
      if (told !== null) show()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
