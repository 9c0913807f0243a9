import { Temporal } from 'temporal-polyfill'
import type { readTime, TimeRead } from '../../../src/components/bedside/statedTime.ts'
import type { Instant, instantsShowing, plusHours, wallClockAt } from '../../../src/time.ts'

/** What is compared: the product's own, or one with a fault in it. */
export interface Clocks {
  readonly wallClockAt: typeof wallClockAt
  readonly instantsShowing: typeof instantsShowing
  readonly plusHours: typeof plusHours
  readonly readTime: typeof readTime
}

interface Looked {
  readonly faults: readonly string[]
  /** How many comparisons were made. */
  readonly looked: number
}

const MINUTE_MS = 60_000
const AROUND_MINUTES = 120
/** SIGN-7: a stated time may be so far ahead. */
const AHEAD_MS = 2 * MINUTE_MS

/** The instants at which a zone's clocks change in these years, both included. */
export function changesOf(
  zone: string,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Instant[] {
  const changes: Instant[] = []
  let at = Temporal.ZonedDateTime.from(`${from}-01-01T00:00[${zone}]`)
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (!next || next.year > to) return changes
    // A zone may change its name or its rules and not its clocks.
    if (next.offset !== next.subtract({ seconds: 1 }).offset) {
      changes.push(next.epochMilliseconds as Instant)
    }
    at = next
  }
}

const zoned = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** The instants at which a zone shows a wall time, by the independent library. */
function showing(wall: Temporal.PlainDateTime, zone: string): number[] {
  const both = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }),
  )
  const real = both.filter((each) => each.toPlainDateTime().equals(wall))
  return [...new Set(real.map((each) => each.epochMilliseconds))].sort((a, b) => a - b)
}

function fieldsOf(wall: Temporal.PlainDateTime) {
  const { year, month, day, hour, minute } = wall
  return { year, month, day, hour, minute }
}

/** Where the two disagree in the four hours around a change: instant to wall clock, wall clock to instants. */
export function conversionFaults(clocks: Clocks, zone: string, change: Instant): Looked {
  const faults: string[] = []
  let looked = 0
  const same = (what: string, ours: unknown, theirs: unknown) => {
    looked += 1
    const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)]
    if (a !== b) faults.push(`${zone} ${what}: ${a}, not ${b}`)
  }
  for (let minute = -AROUND_MINUTES; minute < AROUND_MINUTES; minute += 1) {
    const at = (change + minute * MINUTE_MS) as Instant
    const theirs = zoned(at, zone)
    const { year, month, day, dayOfWeek, hour, minute: minuteOfHour } = theirs
    const ours = clocks.wallClockAt(at, zone)
    same(
      `at ${theirs.toInstant()}`,
      [ours.year, ours.month, ours.day, ours.weekday, ours.hour, ours.minute],
      [year, month, day, dayOfWeek % 7, hour, minuteOfHour],
    )
  }
  for (const wall of wallMinutes(zone, change)) {
    same(`${wall}`, clocks.instantsShowing(fieldsOf(wall), zone), showing(wall, zone))
  }
  return { faults, looked }
}

/** Every wall minute from two hours before a change to two hours after it, those that it skips and repeats among them. */
function wallMinutes(zone: string, change: Instant): Temporal.PlainDateTime[] {
  const first = zoned(change - AROUND_MINUTES * MINUTE_MS, zone).toPlainDateTime()
  const last = zoned(change + AROUND_MINUTES * MINUTE_MS, zone).toPlainDateTime()
  const minutes: Temporal.PlainDateTime[] = []
  for (
    let wall = first;
    Temporal.PlainDateTime.compare(wall, last) < 0;
    wall = wall.add({ minutes: 1 })
  ) {
    minutes.push(wall)
  }
  return minutes
}

/** Where hours added are not the hours that elapse: holds of 90 minutes and 2 hours, samples after 6 and 24. */
export function elapsedFaults(clocks: Clocks, zone: string, change: Instant): readonly string[] {
  const faults: string[] = []
  for (const hours of [1.5, 2, 6, 24]) {
    for (const before of [0.5, 1, 3, 12]) {
      const at = (change - before * 60 * MINUTE_MS) as Instant
      const theirs = zoned(at, zone).add({ minutes: hours * 60 }).epochMilliseconds
      const ours = clocks.plusHours(at, hours)
      if (ours !== theirs) faults.push(`${zone} ${hours} h from ${at}: ${ours}, not ${theirs}`)
    }
  }
  return faults
}

/** Where a clock time that is keyed near a change is read as another than it can mean. */
export function statedFaults(
  clocks: Clocks,
  zone: string,
  change: Instant,
  everyMinutes: number,
): Looked {
  const faults: string[] = []
  let looked = 0
  const keyed = wallMinutes(zone, change).map((wall) => wall.toPlainTime())
  const known = new Map<string, readonly number[]>()
  const on = (day: Temporal.PlainDate, time: Temporal.PlainTime) => {
    const wall = day.toPlainDateTime(time)
    const found = known.get(`${wall}`) ?? showing(wall, zone)
    known.set(`${wall}`, found)
    return found
  }
  for (let minute = -AROUND_MINUTES; minute < AROUND_MINUTES; minute += everyMinutes) {
    const now = (change + minute * MINUTE_MS) as Instant
    const here = zoned(now, zone)
    for (const time of keyed) {
      looked += 1
      const clock = `${time}`.slice(0, 5)
      const stated = { mode: 'stated', clock, days: 0, pick: null, lateReason: '' } as const
      const ours = said(clocks.readTime(stated, now, zone))
      const theirs = meant(here, time, on)
      if (ours !== theirs) faults.push(`${zone} ${clock} keyed at ${here}: ${ours}, not ${theirs}`)
    }
  }
  return { faults, looked }
}

function said(read: TimeRead): string {
  if (read.kind === 'at') return `${read.at}`
  return read.kind === 'ambiguous' ? `${read.earlier} or ${read.later}` : 'refused'
}

/** What a keyed clock time can mean: today's up to now, else yesterday's; two where there are two, none where there is none. */
function meant(
  now: Temporal.ZonedDateTime,
  time: Temporal.PlainTime,
  on: (day: Temporal.PlainDate, time: Temporal.PlainTime) => readonly number[],
): string {
  for (const daysAgo of [0, 1]) {
    const all = on(now.toPlainDate().subtract({ days: daysAgo }), time)
    const isOver = daysAgo > 0 || Temporal.PlainTime.compare(now.toPlainTime(), time) >= 0
    if (all.length === 0 && isOver) return 'refused'
    const fitting = all.filter((at) => at <= now.epochMilliseconds + AHEAD_MS)
    if (fitting.length > 0) return fitting.join(' or ')
  }
  return 'refused'
}
