import { STATED_TIMES } from '../../protocols/ward.ts'
import {
  type Instant,
  instantsShowing,
  minutesBetween,
  plusHours,
  plusMinutes,
  type TimeZone,
  wallClockAt,
} from '../../time.ts'
import type { Fault } from '../ui/FaultContext.ts'

/** How a clinician states when a thing happened: now, or a clock time on the latest day that fits. */
export interface StatedTime {
  readonly mode: 'now' | 'stated'
  /** As typed: `13:40` or `1340`. */
  readonly clock: string
  /** Whole days away from the nearest day that fits: earlier, or for a time ahead later. */
  readonly days: number
  /** Which of two, in the hour that a clock change repeats. */
  readonly pick: 'earlier' | 'later' | null
  /** Why it is recorded late (SIGN-7). */
  readonly lateReason: string
}

/** The time stated so far: an instant, or what is still asked. */
export type TimeRead =
  | { readonly kind: 'at'; readonly at: Instant; readonly late: boolean }
  | { readonly kind: 'ambiguous'; readonly earlier: Instant; readonly later: Instant }
  | { readonly kind: 'refused'; readonly reason: string }

/** The label of the field that asks why an act is recorded late (SIGN-7). */
export const LATE_FIELD = `Why is it recorded more than ${STATED_TIMES.lateAfterMinutes} min later? (SIGN-7)`

/** Where the fault of a time is said: the clock of the question with this label. */
export function clockField(label: string): string {
  return `the clock of: ${label}`
}

/** What keeps a time from being read, to be said at the clock of the question with this label. */
export function timeFault(
  read: Exclude<TimeRead, { kind: 'at' }>,
  label: string | null,
  rules: readonly string[],
): Fault {
  const reason = read.kind === 'refused' ? read.reason : 'Say which of the two times it is.'
  return { reason, rules, field: label === null ? null : clockField(label) }
}

export const NOW: StatedTime = { mode: 'now', clock: '', days: 0, pick: null, lateReason: '' }

const CLOCK = /^([01]\d|2[0-3]):?([0-5]\d)$/
const SKIPPED: TimeRead = {
  kind: 'refused',
  reason: 'The clocks skip this time on that day. Look at the time again.',
}
const PASSED: TimeRead = {
  kind: 'refused',
  reason: 'This time has passed meanwhile. Key the time again.',
}
const NOON = 12
const HOURS_PER_DAY = 24
const MINUTES_PER_HOUR = 60
const DAYS_LOOKED_AT = 2

/**
 * Reads a stated time. A clock time means its latest occurrence up to now (SIGN-7: at most 2 min ahead), or with
 * `ahead` its next one; a time that the clocks skip is refused, of a repeated one both are offered (H11, H36).
 */
export function readTime(
  stated: StatedTime,
  now: Instant,
  zone: TimeZone,
  ahead = false,
): TimeRead {
  if (stated.mode === 'now') return { kind: 'at', at: now, late: false }
  const match = CLOCK.exec(stated.clock.trim())
  if (!match) return { kind: 'refused', reason: clockFault(stated.clock.trim()) }
  const clock = { hour: Number(match[1]), minute: Number(match[2]) }
  return onNearestDay(stated, clock, { now, zone, ahead })
}

/** Reads a time ahead as it stood on the screen at `shown`; one that has passed by `now` is refused (H36). */
export function readAhead(
  stated: StatedTime,
  shown: Instant,
  now: Instant,
  zone: TimeZone,
): TimeRead {
  const read = readTime(stated, shown, zone, true)
  return read.kind === 'at' && read.at <= now ? PASSED : read
}

interface Where {
  readonly now: Instant
  readonly zone: TimeZone
  readonly ahead: boolean
}

function onNearestDay(stated: StatedTime, clock: Clock, { now, zone, ahead }: Where): TimeRead {
  const step = ahead ? 1 : -1
  for (let day = 0; day < DAYS_LOOKED_AT; day += 1) {
    const shown = onDay(day * step, clock, now, zone)
    if (shown.length === 0 && isPassed(clock, now, zone) === !ahead) return SKIPPED
    const fitting = shown.filter((at) => isOnTheSide(at, now, ahead))
    if (fitting.length === 0) continue
    const meant = stated.days === 0 ? fitting : onDay((day + stated.days) * step, clock, now, zone)
    return chosen(meant, stated, now)
  }
  return SKIPPED
}

interface Clock {
  readonly hour: number
  readonly minute: number
}

/** True when today's wall clock is past this time. */
function isPassed(clock: Clock, now: Instant, zone: TimeZone): boolean {
  const wall = wallClockAt(now, zone)
  return wall.hour * MINUTES_PER_HOUR + wall.minute >= clock.hour * MINUTES_PER_HOUR + clock.minute
}

function clockFault(text: string): string {
  return text === ''
    ? 'Key the time, such as 13:40.'
    : `“${text}” is not a time. Key hours and minutes, such as 13:40.`
}

function isOnTheSide(at: Instant, now: Instant, ahead: boolean): boolean {
  return ahead ? at > now : at <= plusMinutes(now, STATED_TIMES.futureByMinutes)
}

function onDay(days: number, clock: Clock, now: Instant, zone: TimeZone): readonly Instant[] {
  const { year, month, day } = wallClockAt(now, zone)
  const [noon] = instantsShowing({ year, month, day, hour: NOON, minute: 0 }, zone)
  if (noon === undefined) return []
  const date = wallClockAt(plusHours(noon, days * HOURS_PER_DAY), zone)
  return instantsShowing({ year: date.year, month: date.month, day: date.day, ...clock }, zone)
}

function chosen(all: readonly Instant[], { pick }: StatedTime, now: Instant): TimeRead {
  const [earlier, later] = all
  if (earlier === undefined) return SKIPPED
  if (later === undefined) return at(earlier, now)
  if (pick === null) return { kind: 'ambiguous', earlier, later }
  return at(pick === 'earlier' ? earlier : later, now)
}

function at(instant: Instant, now: Instant): TimeRead {
  const late = minutesBetween(instant, now) > STATED_TIMES.lateAfterMinutes
  return { kind: 'at', at: instant, late }
}
