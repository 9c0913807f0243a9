import { describe, expect, test } from 'vitest'
import type { ProcedureKind } from '../../src/chart/careFields.ts'
import { procedureName } from '../../src/chart/procedureName.ts'
import { ceaseHours, ceaseWindow, recommenceWindow } from '../../src/chart/procedureTimes.ts'
import { instantOf, isoOf, plusHours, plusMinutes } from '../../src/time.ts'

const BOOKED = instantOf('2027-03-11T14:00:00Z')
const ENDED = instantOf('2027-03-11T15:00:00Z')

/** Typed again from the procedure's section on ceasing and recommencing, in hours. */
const CEASE: readonly (readonly [ProcedureKind, number, number])[] = [
  ['surgery', 6, 4],
  ['central-venous-catheter', 6, 4],
  ['biopsy', 6, 4],
  // "6 hours or more": off at 6; the hour before it is this chart's own.
  ['lumbar-puncture', 7, 6],
  ['neuraxial-catheter', 7, 6],
]

interface After {
  readonly procedure: ProcedureKind
  readonly risk?: true
  readonly blood?: true
  /** From the end to the first minute allowed, and to the latest one named. */
  readonly earliest: string
  readonly latest: string | null
}
const AFTER: readonly After[] = [
  { procedure: 'surgery', risk: true, earliest: '21:00', latest: '23:00' },
  { procedure: 'surgery', earliest: '15:00 next day', latest: '15:00 in two days' },
  { procedure: 'central-venous-catheter', earliest: '17:00', latest: null },
  { procedure: 'biopsy', earliest: '17:00', latest: null },
  { procedure: 'lumbar-puncture', earliest: '17:01', latest: null },
  { procedure: 'lumbar-puncture', blood: true, earliest: '15:00 next day', latest: null },
  { procedure: 'neuraxial-catheter', earliest: '17:01', latest: null },
  { procedure: 'neuraxial-catheter', blood: true, earliest: '15:00 next day', latest: null },
  // Blood is part of these: it moves nothing.
  { procedure: 'surgery', risk: true, blood: true, earliest: '21:00', latest: '23:00' },
  { procedure: 'biopsy', blood: true, earliest: '17:00', latest: null },
]

function clock(at: string): string {
  const [time = '', ...day] = at.split(' ')
  const date = { '': '11', 'next day': '12', 'in two days': '13' }[day.join(' ')]
  return `2027-03-${date}T${time}:00Z`
}

describe('PROC-1, TIME-7: the times of each procedure', () => {
  test.each(CEASE)(
    'PROC-1, TIME-7: %s: the cease window before the booked time',
    (procedure, from, to) => {
      const window = ceaseWindow({ procedure, bookedAt: BOOKED })
      expect([window.opens, window.closes]).toEqual([
        plusHours(BOOKED, -from),
        plusHours(BOOKED, -to),
      ])
      expect(ceaseHours(procedure).atLeast).toBe(from === 7)
    },
  )

  test.each(AFTER)('PROC-1: $procedure, risk $risk, blood $blood: from $earliest', (row) => {
    const window = recommenceWindow(
      { procedure: row.procedure, veryHighThromboticRisk: row.risk ?? false },
      { at: ENDED, bloodSeenAt: row.blood ? ENDED : null },
    )
    expect(isoOf(window.earliest)).toBe(clock(row.earliest))
    expect(window.latest && isoOf(window.latest)).toBe(row.latest && clock(row.latest))
  })

  test('PROC-1: an end within a minute never brings the earliest time forward', () => {
    const at = plusMinutes(ENDED, 0.5)
    const earliestOf = (procedure: ProcedureKind) =>
      isoOf(
        recommenceWindow({ procedure, veryHighThromboticRisk: false }, { at, bloodSeenAt: null })
          .earliest,
      )
    expect(earliestOf('biopsy')).toBe('2027-03-11T17:01:00Z')
    expect(earliestOf('lumbar-puncture')).toBe('2027-03-11T17:01:00Z')
  })

  test('PROC-1: blood seen later than the end delays from when it was seen', () => {
    const window = recommenceWindow(
      { procedure: 'lumbar-puncture', veryHighThromboticRisk: false },
      { at: ENDED, bloodSeenAt: plusHours(ENDED, 1) },
    )
    expect(isoOf(window.countsFrom)).toBe('2027-03-11T16:00:00Z')
    expect(isoOf(window.earliest)).toBe('2027-03-12T16:00:00Z')
  })

  test('PROC-1, TIME-7: through the night that daylight saving ends the hours are elapsed ones', () => {
    // 4 April 2027, Sydney: 03:00 AEDT becomes 02:00 AEST at 16:00 UTC of the 3rd.
    const bookedAt = instantOf('2027-04-03T20:00:00Z')
    const { opens, closes } = ceaseWindow({ procedure: 'surgery', bookedAt })
    expect([isoOf(opens), isoOf(closes)]).toEqual(['2027-04-03T14:00:00Z', '2027-04-03T16:00:00Z'])
    const { earliest } = recommenceWindow(
      { procedure: 'lumbar-puncture', veryHighThromboticRisk: false },
      { at: instantOf('2027-04-03T15:30:00Z'), bloodSeenAt: null },
    )
    expect(isoOf(earliest)).toBe('2027-04-03T17:31:00Z')
  })

  test('PROC-1: each procedure has its own name', () => {
    const names = CEASE.map(([procedure]) => procedureName(procedure))
    expect(new Set(names).size).toBe(CEASE.length)
  })
})
