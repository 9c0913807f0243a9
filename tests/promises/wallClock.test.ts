import { describe, expect, test } from 'vitest'
import { NOW, readTime } from '../../src/components/bedside/statedTime.ts'
import { type Instant, instantsShowing, plusHours, wallClockAt } from '../../src/time.ts'
import { measured, sized } from './support/experiment.ts'
import {
  type Clocks,
  changesOf,
  conversionFaults,
  elapsedFaults,
  statedFaults,
} from './wallClock/independentClock.ts'

const zones = [
  'Australia/Sydney',
  'Australia/Brisbane',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'Australia/Perth',
  'America/New_York',
  'Europe/London',
  'Pacific/Auckland',
] as const
const years = { from: 2026, to: 2035 }
const clocks: Clocks = { wallClockAt, instantsShowing, plusHours, readTime }

/** The changes of a zone; of one that has none those of Sydney, as its neighbours change. All of them, or the first two. */
function changes(zone: string): readonly Instant[] {
  const own = changesOf(zone, years)
  const all = own.length > 0 ? own : changesOf('Australia/Sydney', years)
  return all.slice(0, sized(2, all.length))
}

let compared = 0
let stated = 0

describe.each(zones)('NOMO-8, H11, H36: around each clock change in %s', (zone) => {
  test('every minute of the four hours reads as an independent library reads it, both ways', () => {
    for (const change of changes(zone)) {
      const { faults, looked } = conversionFaults(clocks, zone, change)
      expect(faults).toEqual([])
      compared += looked
    }
  })

  test('hours that elapse are hours, whatever the wall clock does', () => {
    for (const change of changes(zone)) expect(elapsedFaults(clocks, zone, change)).toEqual([])
  })

  test('a stated time is the one that fits, asked about where there are two, refused where there is none', () => {
    for (const change of changes(zone)) {
      const { faults, looked } = statedFaults(clocks, zone, change, sized(30, 5))
      expect(faults).toEqual([])
      stated += looked
    }
  })
})

test('the ten years hold the changes that the zones are known for', () => {
  const counts = zones.map((zone) => changesOf(zone, years).length)
  expect(counts).toEqual([20, 0, 20, 20, 0, 20, 20, 20])
  const of = (count: number) => count.toLocaleString('en-AU')
  measured({
    promise: 14,
    what: 'Every minute of the four hours around each clock change of 2026 to 2035 in eight zones, instant to wall clock and back, against temporal-polyfill; times keyed near them, against the same',
    figure: `${of(counts.reduce((sum, each) => sum + each, 0))} changes, ${of(compared)} conversions and ${of(stated)} keyed times: no difference, none guessed`,
  })
})

// The comparison can fail: each fault is one that date code is known for.
describe('a planted fault is seen', () => {
  const sydney = 'Australia/Sydney'
  const [springs = 0 as Instant] = changesOf(sydney, { from: 2026, to: 2026 }).slice(1)
  const [falls = 0 as Instant] = changesOf(sydney, { from: 2026, to: 2026 })

  test('a wall clock read in the zone of the process', () => {
    const byProcess: Clocks['instantsShowing'] = ({ year, month, day, hour, minute }) => [
      new Date(year, month - 1, day, hour, minute).getTime() as Instant,
    ]
    const spoilt = { ...clocks, instantsShowing: byProcess }
    expect(conversionFaults(spoilt, sydney, springs).faults.length).toBeGreaterThan(0)
  })

  test('the offset of the day’s beginning used for the whole day', () => {
    const byMidnight: Clocks['wallClockAt'] = (at, zone) => {
      const midnight = (at - (at % 86_400_000)) as Instant
      const shift = wallClockAt(midnight, zone)
      const minutes = shift.hour * 60 + shift.minute
      return wallClockAt((at + minutes * 60_000) as Instant, 'UTC')
    }
    const spoilt = { ...clocks, wallClockAt: byMidnight }
    expect(conversionFaults(spoilt, sydney, falls).faults.length).toBeGreaterThan(0)
  })

  test('a day added on the calendar where 24 hours were meant', () => {
    const byCalendar: Clocks['plusHours'] = (at, hours) => {
      if (hours !== 24) return plusHours(at, hours)
      const wall = wallClockAt(at, sydney)
      return instantsShowing({ ...wall, day: wall.day + 1 }, sydney)[0] ?? at
    }
    const spoilt = { ...clocks, plusHours: byCalendar }
    expect(elapsedFaults(spoilt, sydney, falls).length).toBeGreaterThan(0)
  })

  test('one of two times picked without asking, and a missing one moved', () => {
    const guessing: Clocks['readTime'] = (time, now, zone) => {
      const read = readTime(time, now, zone)
      if (read.kind === 'ambiguous') return { kind: 'at', at: read.earlier, late: true }
      if (read.kind === 'refused') return { kind: 'at', at: now, late: false }
      return read
    }
    const spoilt = { ...clocks, readTime: guessing }
    expect(statedFaults(spoilt, sydney, falls, 30).faults.length).toBeGreaterThan(0)
    expect(statedFaults(spoilt, sydney, springs, 30).faults.length).toBeGreaterThan(0)
  })
})

test('now means now, in a repeated hour too', () => {
  for (const change of changes('Australia/Sydney')) {
    const now = plusHours(change, 0.5)
    expect(readTime(NOW, now, 'Australia/Sydney')).toEqual({ kind: 'at', at: now, late: false })
  }
})
