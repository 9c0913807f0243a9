/**
 * The server's time on the tablet: the last time the server told, plus what has elapsed since on a clock that
 * nobody can set. The tablet's own wall clock is read for one thing alone: how long the server has been out of reach
 * where that other clock cannot say, after the page was closed or the tablet slept. Its difference counts, so that a
 * clock that is off by years but steady changes nothing, and the screens say that it was used.
 */
import type { Instant } from '../time.ts'
import { MS_PER_MINUTE, minuteOf } from '../time.ts'

/**
 * What the time stands on. `server`: told, and counted on by a clock nobody can set. `tablet`: counted on by the tablet's
 * own clock. `unknown`: that clock was set, so it is at least so late: what has passed on this page counts, a sleep does not.
 */
export type ClockBasis = 'server' | 'tablet' | 'unknown'

/** The server's time and what the tablet's own clock showed then, milliseconds of any epoch. */
export interface Told {
  readonly now: Instant
  readonly wall: number
}

export interface ServerClock {
  /** The server has told its time. */
  sync(now: Instant): void
  /** The last time that the server told; null before. */
  told(): Told | null
  /** Goes on from what was told before the page was opened. */
  resume(told: Told): ClockBasis
  /** The tablet may have slept, which only its own clock has counted. */
  wake(): ClockBasis
  /** Whether `now` is the server's time: it has told one, and nobody has set the tablet's clock since. */
  isKnown(): boolean
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
  /** The tablet's own clock in milliseconds: `Date.now`. */
  readonly wall: () => number
  /** Calls back once after so many milliseconds: `setTimeout`. */
  readonly after: (ms: number, call: () => void) => () => void
}

/** So far the two clocks of a tablet may drift apart before it counts as having slept. */
const DRIFT_MS = 5_000
/** More than a day was not slept: somebody has set the tablet's clock. What is kept is shown no longer than that either. */
const LONGEST_SILENCE_MS = 24 * 60 * MS_PER_MINUTE

/** @example createServerClock({ elapsed: () => performance.now(), wall: Date.now, after }) */
export function createServerClock({ elapsed, wall, after }: ClockSources): ServerClock {
  let told: Told | null = null
  /** From where the time is counted on. */
  let base: { now: Instant; elapsed: number; basis: ClockBasis } | null = null
  let shown: Instant | null = null
  let cancelTick = () => {}
  const listeners = new Set<() => void>()

  function now(): Instant {
    if (base === null) throw new RangeError('the server has not told its time yet')
    return (base.now + Math.floor(elapsed() - base.elapsed)) as Instant
  }
  function countOnFrom(now: Instant, basis: ClockBasis): ClockBasis {
    base = { now, elapsed: elapsed(), basis }
    return basis
  }
  /** By the tablet's own clock since the server told its time. */
  function byTablet({ now: then, wall: wallThen }: Told): ClockBasis {
    const passed = wall() - wallThen
    const isKnown = passed >= 0 && passed <= LONGEST_SILENCE_MS
    const basis = countOnFrom(
      isKnown ? ((then + passed) as Instant) : then,
      isKnown ? 'tablet' : 'unknown',
    )
    show()
    return basis
  }
  function show(): void {
    shown = now()
    cancelTick()
    cancelTick = after(MS_PER_MINUTE - (shown % MS_PER_MINUTE), show)
    for (const listener of listeners) listener()
  }

  return {
    now,
    told: () => told,
    isKnown: () => base !== null && base.basis !== 'unknown',
    resume(before) {
      told = before
      return byTablet(before)
    },
    wake() {
      if (told === null || base === null) return 'server'
      const lag = told.now + (wall() - told.wall) - now()
      if (base.basis === 'unknown' || Math.abs(lag) <= DRIFT_MS) return base.basis
      // Behind the clock that nobody can set, or days ahead of it: somebody has set it.
      const isSlept = lag > 0 && lag <= LONGEST_SILENCE_MS
      return isSlept ? byTablet(told) : countOnFrom(now(), 'unknown')
    },
    sync(serverNow) {
      told = { now: serverNow, wall: wall() }
      countOnFrom(serverNow, 'server')
      if (shown === null || minuteOf(shown) !== minuteOf(serverNow)) show()
    },
    shown() {
      if (shown === null) throw new RangeError('the server has not told its time yet')
      return shown
    },
    refresh() {
      if (base !== null) show()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
