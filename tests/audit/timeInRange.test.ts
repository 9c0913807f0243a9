import { expect, test } from 'vitest'
import { factsOf } from '../../src/audit/factsOf.ts'
import { spanInRange } from '../../src/audit/timeInRange.ts'
import { instantOf, plusHours } from '../../src/time.ts'
import type { Course } from '../chart/support/course.ts'
import { prescriptionOf, running } from '../chart/support/wards.ts'
import { figureValue } from './support/ward.ts'
import example from './workedExample.json' with { type: 'json' }

function measuredOn(course: Course) {
  return factsOf(course.chart, course.now).episodes.flatMap(({ measured }) => measured)
}

/** Minutes in range and minutes measured, as the ward's figure has them. */
function minutes(course: Course): string {
  const { minutes: inRange, ofMinutes } = figureValue('in-range', 'time-in-range', course)
  return `${inRange} of ${ofMinutes}`
}

test('AUDIT-1: time in range of the worked example: 3 + 3 + 1.5 + 24 of 42 hours, 75 %', () => {
  const course = running()
  for (const { collected, text } of example.samples) course.result(text, { collected })

  expect(measuredOn(course).flatMap(({ inRange }) => inRange)).toEqual(
    example.inRange.map(({ from, to }) => ({ from: course.time(from), to: course.time(to) })),
  )
  expect(figureValue('in-range', 'time-in-range', course)).toMatchObject({
    minutes: example.minutesInRange,
    ofMinutes: example.minutesMeasured,
    percent: example.percent,
    infusions: [{ percent: example.percent, startedAt: course.iso('08:00') }],
  })
})

test('AUDIT-1: samples exactly 26 hours apart are joined, one minute more and they are not', () => {
  const joined = running()
  joined.result('60.0', { collected: '14:00' })
  joined.result('62.0', { collected: '40:00' })
  expect(minutes(joined)).toBe('1560 of 1560')

  const apart = running()
  apart.result('60.0', { collected: '14:00' })
  apart.result('62.0', { collected: '40:01' })
  expect(minutes(apart)).toBe('0 of 0')
  expect(figureValue('in-range', 'time-in-range', apart).percent).toBeNull()
})

test('AUDIT-1: nothing is measured across a stop, and in the minute of a sample the stop follows it', () => {
  const across = running()
  across.result('60.0', { collected: '14:00' })
  across.at('15:00').do('adams', 'stopInfusion', { reason: 'concern' })
  across.at('15:10').both('resumeInfusion', { rateMlPerHour: 14 }, 'chen')
  across.result('62.0', { collected: '21:00' })
  expect(minutes(across)).toBe('0 of 0')

  const atFirst = running()
  atFirst.result('60.0', { collected: '14:00' })
  atFirst.do('adams', 'stopInfusion', { reason: 'concern' })
  atFirst.at('14:30').both('resumeInfusion', { rateMlPerHour: 14 }, 'chen')
  atFirst.result('62.0', { collected: '20:00' })
  expect(minutes(atFirst)).toBe('0 of 0')

  const atLast = running()
  atLast.result('60.0', { collected: '14:00' })
  atLast.result('62.0', { collected: '20:00' })
  atLast.do('adams', 'stopInfusion', { reason: 'concern' })
  expect(minutes(atLast)).toBe('360 of 360')
})

test.each([
  ['15:30', '360 of 360'],
  ['15:31', '0 of 0'],
])('AUDIT-1, INT-1: off from 15:00 to %s: %s minutes measured', (back, told) => {
  const course = running()
  course.result('60.0', { collected: '14:00' })
  course.at('15:00').do('adams', 'interruptInfusion', { reason: 'Cannula tissued' })
  course.at(back).both('resumeInfusion', { rateMlPerHour: 14 })
  course.result('62.0', { collected: '20:00' })
  expect(minutes(course)).toBe(told)
})

test('AUDIT-1, CHART-7: each part is judged by the protocol in force: 3 h of VTE to 90, then stroke to 60', () => {
  const course = running()
  course.result('50.0', { collected: '14:00' })
  course.at('17:00').do('chen', 'prescribe', prescriptionOf(course, 'stroke'))
  course.result('80.0', { collected: '20:00' })
  // 50 to 80 in 6 h passes 65 at 17:00: in range until then, above 60 from then on.
  expect(minutes(course)).toBe('180 of 360')
})

test('AUDIT-1, CHART-7: the later protocol alone would give 2 of 6 hours', () => {
  const course = running({ protocol: 'stroke', kg: 70 })
  course.result('50.0', { collected: '14:00' })
  course.result('80.0', { collected: '20:00' })
  expect(minutes(course)).toBe('120 of 360')
})

test('AUDIT-1: what is struck out, rejected, from the line, or replaced is no sample: its neighbours are joined', () => {
  const course = running()
  course.result('60.0', { collected: '14:00' })
  const wrong = course.result('400.0', { collected: '15:00' })
  course.do('adams', 'strikeOut', { struckSeq: wrong, reason: 'Another patient' })
  course.result('clotted', { collected: '16:00' })
  course.result('150.0', { collected: '17:00', site: 'heparin-line-or-limb' })
  course.result('62.0', { collected: '20:00', resulted: '20:10' })
  course.at('20:20').do('adams', 'recordResult', {
    text: '64.0',
    sample: { collectedAt: course.iso('20:00'), site: 'away-from-heparin' },
  })

  expect(minutes(course)).toBe('360 of 360')
  expect(figureValue('share', 'aptts-in-range', course)).toMatchObject({ count: 2, of: 2 })
})

test('AUDIT-1: a limit measures no time, and no line is drawn past it', () => {
  const course = running()
  course.result('60.0', { collected: '14:00' })
  course.result('> 150', { collected: '17:00' })
  course.result('62.0', { collected: '20:00' })
  course.result('62.0', { collected: '26:00' })

  expect(minutes(course)).toBe('360 of 360')
  // As a value it counts: above 150 is out of range, whatever it was.
  expect(figureValue('share', 'aptts-in-range', course)).toMatchObject({ count: 3, of: 4 })
})

test('AUDIT-1: a sample older than one decided on, before the start, or while off is none', () => {
  const course = running()
  course.result('60.0', { collected: '08:00' })
  course.result('50.0', { collected: '07:30' })
  course.at('13:50').do('adams', 'recordCollection', { site: 'away-from-heparin' })
  const { seq: late } = course.entries.at(-1) ?? { seq: 0 }
  const decided = course.result('60.0', { collected: '14:00' })
  course.do('adams', 'keepRate', { resultSeq: decided })
  course.at('14:30').do('adams', 'recordResult', { text: '120.0', sample: { collectionSeq: late } })
  course.at('15:00').do('adams', 'interruptInfusion', { reason: 'Transport' })
  course.result('40.0', { collected: '15:20' })

  expect(figureValue('share', 'aptts-in-range', course)).toMatchObject({ count: 1, of: 1 })
  expect(minutes(course)).toBe('0 of 0')
})

test('AUDIT-1: samples of two infusions of one chart are not joined, and each infusion has its own share', () => {
  const course = running()
  course.result('60.0', { collected: '14:00' })
  course.result('62.0', { collected: '20:00' })
  course.at('21:00').do('adams', 'ceaseInfusion', { reason: 'procedure' })
  course.at('28:00').do('chen', 'prescribe', prescriptionOf(course, 'vte', { rateMlPerHour: 13 }))
  const orderSeq = course.entries.at(-1)?.seq ?? 0
  course.at('28:10').both('recommenceInfusion', { orderSeq, rateMlPerHour: 13 })
  course.result('30.0', { collected: '34:10' })
  course.result('40.0', { collected: '40:10' })

  const value = figureValue('in-range', 'time-in-range', course)
  expect(value.infusions.map(({ percent }) => percent)).toEqual([100, 0])
  expect(value).toMatchObject({ minutes: 360, ofMinutes: 720, percent: 50 })
})

const vte = { fromSeconds: 45, toSeconds: 90 }
const at = instantOf('2027-03-10T00:00:00Z')
const line = (fromTenths: number, toTenths: number) => ({
  from: at,
  to: plusHours(at, 6),
  fromTenths,
  toTenths,
})
const hours = (from: number, to: number) => ({ from: plusHours(at, from), to: plusHours(at, to) })

test.each([
  ['level on the lower limit', line(450, 450), hours(0, 6)],
  ['level on the upper limit', line(900, 900), hours(0, 6)],
  ['level a tenth above', line(901, 901), null],
  ['level a tenth below', line(449, 449), null],
  ['through the whole range upwards', line(300, 1200), hours(1, 4)],
  ['through the whole range downwards', line(1200, 300), hours(2, 5)],
  ['up to its lower limit', line(300, 450), null],
  ['down to its upper limit', line(1000, 900), null],
  ['from its upper limit upwards', line(900, 1200), null],
  ['wholly below', line(300, 440), null],
  ['wholly above', line(1000, 950), null],
])('AUDIT-1: a line %s', (_, drawn, within) => {
  expect(spanInRange(drawn, vte)).toEqual(within)
})

test('AUDIT-1: a crossing between two milliseconds goes to the nearer one', () => {
  // 45 is passed after 1/7 of 1,000 ms = 142.857 ms.
  const short = { from: at, to: instantOf('2027-03-10T00:00:01Z'), fromTenths: 440, toTenths: 510 }
  expect(spanInRange(short, vte)?.from).toBe(at + 143)
})
