import type { Instant } from '../src/time.ts'

/** The clinical clock: recorded times, due items and lapses. Sessions and throttling keep real time. */
export interface Clock {
  now(): Instant
}

/** A clinical clock that stands until it is moved, either way (CLOCK). */
export interface StandingClock extends Clock {
  moveTo(at: Instant): void
}

/** Real time in whole milliseconds. */
export const realClock: Clock = { now: () => Date.now() as Instant }

/** A clinical clock that stands at an instant. */
export function standingClock(start: Instant): StandingClock {
  let at = start
  return {
    now: () => at,
    moveTo(next) {
      at = next
    },
  }
}

/** True for a clock that can be moved. */
export function isStanding(clock: Clock): clock is StandingClock {
  return 'moveTo' in clock
}
