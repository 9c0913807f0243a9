import {
  type Instant,
  instantsShowing,
  minutesBetween,
  plusHours,
  type TimeZone,
  wallClockAt,
} from '../../time.ts'

/** A shift of the ward, from its first minute to the first of the next. */
export interface Shift {
  readonly name: 'Morning' | 'Afternoon' | 'Night'
  readonly from: Instant
  readonly to: Instant
}

/** Local decision: when each shift begins on the facility's wall clock; wards whose handovers overlap see the later half of one. */
const BEGINS = [
  { hour: 7, name: 'Morning' },
  { hour: 15, name: 'Afternoon' },
  { hour: 23, name: 'Night' },
] as const

/** So many hours around an instant touch the day before it, its own and the one after, also where the clocks change. */
const AROUND_HOURS = [-36, -24, -12, 0, 12, 24, 36, 48]
const MINUTES_PER_HOUR = 60

/** The shift that an instant lies in; on a night of a clock change it has an hour more or less. */
export function shiftAt(at: Instant, zone: TimeZone): Shift {
  const begins = beginsAround(at, zone)
  const place = begins.findLastIndex(({ from }) => from <= at)
  const begun = begins[place]
  const next = begins[place + 1]
  if (!begun || !next) throw new RangeError('no shift around this time')
  return { ...begun, to: next.from }
}

/** The whole hours of a shift, as elapsed time: one that the clocks repeat stands there twice. */
export function hoursOf({ from, to }: Shift): Instant[] {
  const count = minutesBetween(from, to) / MINUTES_PER_HOUR
  return Array.from({ length: count }, (_, hour) => plusHours(from, hour))
}

/** The part of a shift that is worth showing: from the whole hour that is an hour or more back, for nothing falls due before now. */
export function aheadIn(shift: Shift, now: Instant): Shift {
  if (now >= shift.to) return shift
  const from = hoursOf(shift).findLast((hour) => minutesBetween(hour, now) >= MINUTES_PER_HOUR)
  return { ...shift, from: from ?? shift.from }
}

/** How far into a shift an instant lies, hours with fractions. */
export function hoursInto({ from }: Shift, at: Instant): number {
  return minutesBetween(from, at) / MINUTES_PER_HOUR
}

function beginsAround(at: Instant, zone: TimeZone): Omit<Shift, 'to'>[] {
  const begins = new Map<Instant, Omit<Shift, 'to'>>()
  for (const hours of AROUND_HOURS) {
    const day = wallClockAt(plusHours(at, hours), zone)
    for (const { hour, name } of BEGINS) {
      const [from] = instantsShowing({ ...day, hour, minute: 0 }, zone)
      if (from !== undefined) begins.set(from, { name, from })
    }
  }
  return [...begins.values()].sort((a, b) => a.from - b.from)
}
