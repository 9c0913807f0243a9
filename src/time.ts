/**
 * Time: instants in UTC milliseconds, elapsed-time arithmetic, and the wall clock of the facility.
 * The only file that reads a `Date` or a time-zone library. Nothing here reads the current time.
 */
import { TZDate, tzOffset } from '@date-fns/tz'
import { differenceInYears } from 'date-fns'

declare const instant: unique symbol
/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [instant]: true }

/** An IANA time-zone name, e.g. `Australia/Sydney`. */
export type TimeZone = string

export const MS_PER_MINUTE = 60_000
const MINUTES_PER_HOUR = 60

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/

/** True for the one wire form of an instant, `2027-04-03T13:30:00Z` (milliseconds optional), and a date that exists. */
export function isIsoInstant(text: string): boolean {
  return millisecondsOf(text) !== null
}

/** The wire form read. @throws RangeError when it is not that form. */
export function instantOf(iso: string): Instant {
  const ms = millisecondsOf(iso)
  if (ms === null) throw new RangeError(`not an instant in UTC: ${iso}`)
  return ms as Instant
}

/** Read by hand: every entry has two or three of them, and the platform's own reader takes longer than all else in a replay. */
function millisecondsOf(text: string): number | null {
  if (!ISO.test(text)) return null
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const days = daysSince1970(year, twoDigits(text, 5), twoDigits(text, 8))
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  const second = twoDigits(text, 17)
  if (days === null || hour > 23 || minute > 59 || second > 59) return null
  const seconds = ((days * 24 + hour) * 60 + minute) * 60 + second
  return seconds * 1_000 + (text.length > 20 ? Math.round(Number(text.slice(19, -1)) * 1_000) : 0)
}

function twoDigits(text: string, index: number): number {
  return (text.charCodeAt(index) - 48) * 10 + text.charCodeAt(index + 1) - 48
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
/** 1 March of year 0 lies so many days before 1970. */
const DAYS_BEFORE_1970 = 719_468

/** Counted in years that begin in March, so that the leap day is the last; null: there is no such day. */
function daysSince1970(year: number, month: number, day: number): number | null {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
  if (day < 1 || day > days) return null
  const years = month < 3 ? year - 1 : year
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400)
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return years * 365 + leapDays + dayOfYear - DAYS_BEFORE_1970
}

/** The wire form written: `2027-04-03T13:30:00Z`, with milliseconds only where there are some. */
export function isoOf(at: Instant): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}

/** `at` moved by elapsed minutes (NOMO-8: never by wall clock). */
export function plusMinutes(at: Instant, minutes: number): Instant {
  return (at + minutes * MS_PER_MINUTE) as Instant
}

/** `at` moved by elapsed hours (NOMO-8: never by wall clock). */
export function plusHours(at: Instant, hours: number): Instant {
  return plusMinutes(at, hours * MINUTES_PER_HOUR)
}

/** Elapsed minutes from one instant to another, with fractions; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (to - from) / MS_PER_MINUTE
}

/** The whole minute an instant lies in: two times in the same minute compare equal (NOMO-9). */
export function minuteOf(at: Instant): number {
  return Math.floor(at / MS_PER_MINUTE)
}

/** The later of two instants. */
export function laterOf(a: Instant, b: Instant): Instant {
  return a >= b ? a : b
}

/** The earlier of two instants. */
export function earlierOf(a: Instant, b: Instant): Instant {
  return a <= b ? a : b
}

/** What a wall clock shows: calendar fields in a zone. `month` 1-12, `weekday` 0 = Sunday. */
export interface WallClock {
  year: number
  month: number
  day: number
  weekday: number
  hour: number
  minute: number
}

/** The wall clock at an instant in a zone. */
export function wallClockAt(at: Instant, zone: TimeZone): WallClock {
  const local = new Date(at + tzOffset(zone, new Date(at)) * MS_PER_MINUTE)
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
  }
}

/**
 * Whole years from a date of birth, `1963-02-04`, to the day that an instant lies on in a zone. Who was born on
 * 29 February is a year older on 1 March of a year without that day.
 */
export function ageYears(dateOfBirth: string, at: Instant, zone: TimeZone): number {
  const [year = 0, month = 0, day = 0] = dateOfBirth.split('-').map(Number)
  const today = wallClockAt(at, zone)
  return differenceInYears(
    calendarDay(today.year, today.month, today.day),
    calendarDay(year, month, day),
  )
}

/** A day without a clock change in it, so that days compare by the calendar alone. */
function calendarDay(year: number, month: number, day: number): TZDate {
  return new TZDate(year, month - 1, day, 'UTC')
}

/**
 * The instants at which a zone's wall clock shows these fields: one on most days, none in the hour that
 * daylight saving skips, two in the hour that it repeats (earlier first). The caller asks; nothing is guessed.
 */
export function instantsShowing(wall: Omit<WallClock, 'weekday'>, zone: TimeZone): Instant[] {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)
  const dayMs = 24 * MINUTES_PER_HOUR * MS_PER_MINUTE
  const offsets = new Set([asUtc - dayMs, asUtc + dayMs].map((ms) => tzOffset(zone, new Date(ms))))
  return [...offsets]
    .map((offset) => (asUtc - offset * MS_PER_MINUTE) as Instant)
    .filter((at) => sameMinute(wallClockAt(at, zone), wall))
    .sort((a, b) => a - b)
}

function sameMinute(a: Omit<WallClock, 'weekday'>, b: Omit<WallClock, 'weekday'>): boolean {
  return (
    a.year === b.year &&
    a.month === b.month &&
    a.day === b.day &&
    a.hour === b.hour &&
    a.minute === b.minute
  )
}

/** The zone's abbreviation at an instant, e.g. `AEDT`; shown on changeover nights. */
export function zoneNameAt(at: Instant, zone: TimeZone): string {
  const parts = new Intl.DateTimeFormat('en-AU', { timeZone: zone, timeZoneName: 'short' })
  return (
    parts.formatToParts(new Date(at)).find((part) => part.type === 'timeZoneName')?.value ?? zone
  )
}

/** True when the zone's clocks change within 24 hours either side of the instant. */
export function nearClockChange(at: Instant, zone: TimeZone): boolean {
  const day = 24
  const offset = (moment: Instant) => tzOffset(zone, new Date(moment))
  return offset(plusHours(at, -day)) !== offset(plusHours(at, day))
}

/** True for a zone name that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-AU', { timeZone: name })
    return true
  } catch {
    return false
  }
}
