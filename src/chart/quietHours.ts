import { type Instant, type TimeZone, wallClockAt } from '../time.ts'

const MINUTES_PER_HOUR = 60

/** From when to when a ward wants quiet, minutes of the wall clock's day; `to` itself is no longer quiet. */
export interface QuietHours {
  readonly fromMinute: number
  readonly toMinute: number
}

/** Whether an instant lies in the quiet hours by the facility's wall clock, also past midnight and on a night of a clock change. */
export function isQuietAt(quiet: QuietHours | null, at: Instant, zone: TimeZone): boolean {
  if (quiet === null) return false
  const { hour, minute } = wallClockAt(at, zone)
  const now = hour * MINUTES_PER_HOUR + minute
  const { fromMinute, toMinute } = quiet
  return fromMinute < toMinute
    ? now >= fromMinute && now < toMinute
    : now >= fromMinute || now < toMinute
}
