import { type Instant, instantsShowing, plusHours, type TimeZone, wallClockAt } from '../time.ts'

const NOON = 12
const HOURS_PER_DAY = 24

type Day = Pick<ReturnType<typeof wallClockAt>, 'year' | 'month' | 'day'>

/** When a day of the facility begins, or the one so many days after it: at midnight, or where the clocks skip that an hour later. */
export function dayStart(day: Day, zone: TimeZone, daysAfter = 0): Instant {
  const noon = firstShowing(day, [NOON], zone)
  const { year, month, day: date } = wallClockAt(plusHours(noon, daysAfter * HOURS_PER_DAY), zone)
  return firstShowing({ year, month, day: date }, [0, 1], zone)
}

function firstShowing(day: Day, hours: readonly number[], zone: TimeZone): Instant {
  const { year, month, day: date } = day
  for (const hour of hours) {
    const [at] = instantsShowing({ year, month, day: date, hour, minute: 0 }, zone)
    if (at !== undefined) return at
  }
  throw new RangeError('a day that no clock shows')
}

/** The day of an ISO date, `2027-02-04`. */
export function dayOf(iso: string): Day {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  return { year, month, day }
}
