import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ageYears,
  earlierOf,
  type Instant,
  instantOf,
  instantsShowing,
  isIsoInstant,
  isoOf,
  isTimeZone,
  laterOf,
  MS_PER_MINUTE,
  minuteOf,
  minutesBetween,
  nearClockChange,
  plusHours,
  plusMinutes,
  wallClockAt,
  zoneNameAt,
} from '../src/time.ts'

const sydney = 'Australia/Sydney'

describe('an instant on the wire', () => {
  test.each([
    ['2027-04-03T13:30:00Z', Date.UTC(2027, 3, 3, 13, 30)],
    ['2027-04-03T13:30:00.250Z', Date.UTC(2027, 3, 3, 13, 30, 0, 250)],
    ['2028-02-29T23:59:59Z', Date.UTC(2028, 1, 29, 23, 59, 59)],
  ])('%s is read and written as it is', (iso, ms) => {
    expect(isIsoInstant(iso)).toBe(true)
    expect(instantOf(iso)).toBe(ms)
    expect(isoOf(instantOf(iso))).toBe(iso)
  })

  test.each([
    '2027-04-03T13:30:00+10:00',
    '2027-04-03T13:30:00',
    '2027-04-03T13:30Z',
    '2027-04-03',
    '2027-02-29T00:00:00Z',
    '2027-02-30T00:00:00Z',
    '2027-04-31T00:00:00Z',
    '2027-13-01T00:00:00Z',
    '2027-04-03T24:00:00Z',
    '2027-04-03T13:60:00Z',
    '2027-04-03T13:30:60Z',
    '2027-04-03T13:30:00.1234Z',
    '2027-04-03t13:30:00z',
    ' 2027-04-03T13:30:00Z',
    '20270403T133000Z',
    '1775223000000',
    '',
  ])('%o is no instant, and never another one', (iso) => {
    expect(isIsoInstant(iso)).toBe(false)
    expect(() => instantOf(iso)).toThrow(new RangeError(`not an instant in UTC: ${iso}`))
  })
})

describe('NOMO-8: elapsed time', () => {
  const at = instantOf('2027-04-03T13:30:00Z')

  test('hours and minutes are added in elapsed time', () => {
    expect(isoOf(plusHours(at, 6))).toBe('2027-04-03T19:30:00Z')
    expect(isoOf(plusMinutes(at, 90))).toBe('2027-04-03T15:00:00Z')
    expect(isoOf(plusMinutes(at, -30))).toBe('2027-04-03T13:00:00Z')
    expect(minutesBetween(at, plusHours(at, 24))).toBe(1440)
    expect(minutesBetween(plusMinutes(at, 1), at)).toBe(-1)
    expect(minutesBetween(at, (at + 30_000) as Instant)).toBe(0.5)
    expect(MS_PER_MINUTE).toBe(60_000)
  })

  test('NOMO-9: two times in the same minute are the same minute, the next second is not', () => {
    const late = instantOf('2027-04-03T13:30:59.999Z')
    expect(minuteOf(late)).toBe(minuteOf(at))
    expect(minuteOf((late + 1) as Instant)).toBe(minuteOf(at) + 1)
  })

  test('the later and the earlier of two instants', () => {
    const next = plusMinutes(at, 1)
    expect([laterOf(at, next), laterOf(next, at), laterOf(at, at)]).toEqual([next, next, at])
    expect([earlierOf(at, next), earlierOf(next, at), earlierOf(at, at)]).toEqual([at, at, at])
  })
})

describe('NOMO-8: daylight saving ends in Sydney, 3 to 2 o’clock on 4 April 2027', () => {
  const beforeChange = instantOf('2027-04-03T13:30:00Z')

  test('six hours on, the wall clock shows five and a half hours past midnight', () => {
    expect(wallClockAt(beforeChange, sydney)).toEqual({
      year: 2027,
      month: 4,
      day: 4,
      weekday: 0,
      hour: 0,
      minute: 30,
    })
    expect(wallClockAt(plusHours(beforeChange, 6), sydney)).toMatchObject({ hour: 5, minute: 30 })
    expect(wallClockAt(plusHours(beforeChange, 24), sydney)).toMatchObject({ hour: 23, minute: 30 })
  })

  test('02:30 is shown twice, an hour apart, the summer one first', () => {
    const shown = instantsShowing({ year: 2027, month: 4, day: 4, hour: 2, minute: 30 }, sydney)
    expect(shown.map(isoOf)).toEqual(['2027-04-03T15:30:00Z', '2027-04-03T16:30:00Z'])
    expect(shown.map((at) => zoneNameAt(at, sydney))).toEqual(['AEDT', 'AEST'])
  })

  test.each([
    [1, 59, ['2027-04-03T14:59:00Z']],
    [2, 0, ['2027-04-03T15:00:00Z', '2027-04-03T16:00:00Z']],
    [2, 59, ['2027-04-03T15:59:00Z', '2027-04-03T16:59:00Z']],
    [3, 0, ['2027-04-03T17:00:00Z']],
  ])('%d:%d is shown at %o', (hour, minute, shown) => {
    const wall = { year: 2027, month: 4, day: 4, hour, minute }
    expect(instantsShowing(wall, sydney).map(isoOf)).toEqual(shown)
  })
})

describe('NOMO-8: daylight saving begins in Sydney, 2 to 3 o’clock on 4 October 2026', () => {
  test('six hours on, the wall clock shows seven', () => {
    const start = instantOf('2026-10-03T14:30:00Z')
    expect(wallClockAt(start, sydney)).toMatchObject({ day: 4, hour: 0, minute: 30 })
    expect(wallClockAt(plusHours(start, 6), sydney)).toMatchObject({ day: 4, hour: 7, minute: 30 })
  })

  test.each([
    [1, 59, ['2026-10-03T15:59:00Z']],
    [2, 0, []],
    [2, 30, []],
    [2, 59, []],
    [3, 0, ['2026-10-03T16:00:00Z']],
  ])('%d:%d is shown at %o', (hour, minute, shown) => {
    const wall = { year: 2026, month: 10, day: 4, hour, minute }
    expect(instantsShowing(wall, sydney).map(isoOf)).toEqual(shown)
  })
})

describe('the wall clock', () => {
  test.each([
    [2027, 2, 29, 10, 0],
    [2027, 4, 31, 10, 0],
    [2027, 13, 1, 10, 0],
    [2027, 0, 1, 10, 0],
    [2027, 4, 3, 24, 0],
    [2027, 4, 3, 10, 60],
    [2027, 4, 3, -1, 0],
    [2027, 4, 3, Number.NaN, 0],
  ])('%d-%d-%d %d:%d is on no clock, and never another time', (year, month, day, hour, minute) => {
    expect(instantsShowing({ year, month, day, hour, minute }, sydney)).toEqual([])
  })

  test.each([sydney, 'UTC', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'])(
    'what a clock in %s shows leads back to its minute',
    (zone) => {
      const minutes = fc.integer({
        min: Date.UTC(2020, 0, 1) / MS_PER_MINUTE,
        max: Date.UTC(2040, 0, 1) / MS_PER_MINUTE,
      })
      fc.assert(
        fc.property(minutes, (minute) => {
          const at = (minute * MS_PER_MINUTE) as Instant
          const shown = instantsShowing(wallClockAt(at, zone), zone)
          expect(shown).toContain(at)
          expect(shown.length).toBeLessThanOrEqual(2)
        }),
        { seed: 402, numRuns: 500 },
      )
    },
  )

  test('midnight belongs to the day that begins', () => {
    expect(wallClockAt(instantOf('2027-01-09T13:00:00Z'), sydney)).toEqual({
      year: 2027,
      month: 1,
      day: 10,
      weekday: 0,
      hour: 0,
      minute: 0,
    })
  })

  test('every minute of both changeover nights is shown by the right number of instants', () => {
    const shownOn = (year: number, month: number) =>
      Array.from({ length: 24 * 60 }, (_, minute) => {
        const wall = { year, month, day: 4, hour: Math.floor(minute / 60), minute: minute % 60 }
        return instantsShowing(wall, sydney).length
      })
    expect(tally(shownOn(2027, 4))).toEqual({ 1: 23 * 60, 2: 60 })
    expect(tally(shownOn(2026, 10))).toEqual({ 0: 60, 1: 23 * 60 })
  })
})

describe('the zone on a changeover night', () => {
  const change = instantOf('2027-04-03T16:00:00Z')

  test.each([
    [-24 * 60 - 1, false],
    [-24 * 60, true],
    [0, true],
    [24 * 60 - 1, true],
    [24 * 60, false],
  ])('%d minutes from the change it is named: %o', (minutes, isNear) => {
    expect(nearClockChange(plusMinutes(change, minutes), sydney)).toBe(isNear)
  })

  test('a zone without daylight saving has no such night', () => {
    expect(nearClockChange(change, 'Australia/Brisbane')).toBe(false)
    expect(zoneNameAt(change, 'Australia/Brisbane')).toBe('AEST')
  })

  test.each([
    [sydney, true],
    ['UTC', true],
    ['Australia/Sidney', false],
    ['', false],
    ['AEDT!', false],
  ])('%o is a time zone: %o', (name, isZone) => {
    expect(isTimeZone(name)).toBe(isZone)
  })
})

describe('age', () => {
  test.each([
    ['1963-03-10', '2027-03-09T12:59:59Z', 63],
    ['1963-03-10', '2027-03-09T13:00:00Z', 64],
    ['1963-03-10', '2027-03-10T12:59:59Z', 64],
    ['2027-03-10', '2027-03-09T13:00:00Z', 0],
    ['1927-12-31', '2027-12-30T13:00:00Z', 100],
    ['1963-01-01', '2026-12-31T12:59:59Z', 63],
    ['1963-01-01', '2026-12-31T13:00:00Z', 64],
    ['1963-10-04', '2026-10-03T13:59:59Z', 62],
    ['1963-10-04', '2026-10-03T14:00:00Z', 63],
  ])(
    'born %s, at %s: %d years, turning on the birthday in the facility’s zone',
    (born, at, years) => {
      expect(ageYears(born, instantOf(at), sydney)).toBe(years)
    },
  )

  test.each([
    ['2027-02-28T12:59:59Z', 62],
    ['2027-02-28T13:00:00Z', 63],
    ['2028-02-27T13:00:00Z', 63],
    ['2028-02-28T13:00:00Z', 64],
  ])('born on 29 February 1964, at %s: %d years', (at, years) => {
    expect(ageYears('1964-02-29', instantOf(at), sydney)).toBe(years)
  })

  test('on any day in any zone it is what the calendar says', () => {
    const day = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2040-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    const zones = fc.constantFrom(sydney, 'UTC', 'America/New_York', 'America/Santiago')
    fc.assert(
      fc.property(day, day, zones, (one, other, zone) => {
        const [birth, now] = one <= other ? [one, other] : [other, one]
        const born = birth.toISOString().slice(0, 10)
        const at = plusHours(now.getTime() as Instant, 48)
        const { year, month, day: dayOfMonth } = wallClockAt(at, zone)
        const [bornYear = 0, bornMonth = 0, bornDay = 0] = born.split('-').map(Number)
        const before = month < bornMonth || (month === bornMonth && dayOfMonth < bornDay)
        expect(ageYears(born, at, zone)).toBe(year - bornYear - (before ? 1 : 0))
      }),
      { seed: 402, numRuns: 1000 },
    )
  })
})

function tally(numbers: readonly number[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const n of numbers) counts[n] = (counts[n] ?? 0) + 1
  return counts
}

test('every day of 400 years, by its last second, is read as the platform reads it', () => {
  const wrong: string[] = []
  for (let at = Date.UTC(1800, 0, 1) - 1_000; at < Date.UTC(2200, 0, 1); at += 86_400_000) {
    const iso = new Date(at).toISOString()
    if (instantOf(iso) !== at) wrong.push(iso)
  }
  expect(wrong).toEqual([])
})

test.each([
  '2027-02-29T00:00:00Z',
  '2100-02-29T00:00:00Z',
  '2027-04-31T00:00:00Z',
  '2027-00-10T00:00:00Z',
  '2027-13-10T00:00:00Z',
  '2027-01-00T00:00:00Z',
  '2027-01-10T24:00:00Z',
  '2027-01-10T23:60:00Z',
  '2027-01-10T23:59:60Z',
])('%s is no instant', (text) => {
  expect(isIsoInstant(text)).toBe(false)
})

test('milliseconds are read to the last place', () => {
  expect(instantOf('2027-01-10T00:00:00.5Z') % 1_000).toBe(500)
  expect(instantOf('2027-01-10T00:00:00.07Z') % 1_000).toBe(70)
  expect(instantOf('2027-01-10T00:00:00.289Z') % 1_000).toBe(289)
})
