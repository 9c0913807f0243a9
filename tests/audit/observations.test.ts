import { expect, test } from 'vitest'
import type { Course } from '../chart/support/course.ts'
import { deviation, held, noBleeding, prescriptionOf, running } from '../chart/support/wards.ts'
import { figureValue, share } from './support/ward.ts'

/** Decreases to 12 mL/hr by the nomogram at 15:00, on a sample of 14:00. */
function decreased(course: Course = running()): Course {
  const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:50' })
  course.at('15:00').both('changeRate', { resultSeq, newRateMlPerHour: 12 })
  return course
}

test('AUDIT-1: a change, no change and a stop that the nomogram advised are as it said', () => {
  const course = decreased()
  const kept = course.result('60.0', { collected: '21:00' })
  course.do('adams', 'keepRate', { resultSeq: kept })
  const high = course.result('150.0', { collected: '27:00' })
  course.do('adams', 'stopInfusion', { reason: 'nomogram', resultSeq: high })

  expect(share('concordance', course)).toBe('3 of 3')
})

test('AUDIT-1, DEV-1: another rate, ordered as a deviation, is not as the nomogram said, and counts as one', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:50' })
  const order = course
    .at('15:00')
    .do('haddad', 'orderRate', { resultSeq, rateMlPerHour: 13, reason: 'Bleeds easily', deviation })
  course.both('changeRate', { orderSeq: order.seq, newRateMlPerHour: 13 })

  expect(share('concordance', course)).toBe('0 of 1')
  expect(figureValue('count', 'deviations', course)).toEqual({ kind: 'count', count: 1 })
})

test('AUDIT-1: where the nomogram refers there is nothing to be in accord with', () => {
  const course = running()
  const resultSeq = course.result('> 94', { collected: '14:00', resulted: '14:50' })
  const order = course
    .at('15:00')
    .do('chen', 'orderRate', { resultSeq, rateMlPerHour: 12, reason: 'Row of 95.1 to 105' })
  course.both('changeRate', { orderSeq: order.seq, newRateMlPerHour: 12 })

  expect(share('concordance', course)).toBe('0 of 0')
})

// Stopped at 15:00: the hold of 90 minutes ends at 16:30.
test.each([
  ['16:30', '1 of 1'],
  ['17:00', '1 of 1'],
  ['17:01', '0 of 1'],
])('AUDIT-1: a hold that ended at 16:30 and a restart at %s: %s kept', (restart, told) => {
  const course = held()
  course.at('16:00').do('chen', 'assessBleeding', noBleeding)
  course.at(restart).both('restartInfusion', { rateMlPerHour: 12, orderSeq: null })

  expect(share('hold-fidelity', course)).toBe(told)
})

test('AUDIT-1: a hold may still be kept for 30 minutes, then it is missed', () => {
  expect(share('hold-fidelity', held().at('17:00'))).toBe('0 of 0')
  expect(share('hold-fidelity', held().at('17:01'))).toBe('0 of 1')
})

test('AUDIT-1: a hold that an MO put off, and one that a cease ended, are left out', () => {
  const later = held()
  later.at('16:00').do('chen', 'assessBleeding', {
    finding: 'minor',
    plan: 'later',
    until: later.iso('19:00'),
  })
  later.at('20:00')
  expect(share('hold-fidelity', later)).toBe('0 of 0')

  const ceased = held()
  ceased.at('16:50').do('chen', 'ceaseInfusion', { reason: 'procedure' })
  expect(share('hold-fidelity', ceased.at('20:00'))).toBe('0 of 0')

  const tooLate = held()
  tooLate.at('18:00').do('chen', 'ceaseInfusion', { reason: 'procedure' })
  expect(share('hold-fidelity', tooLate)).toBe('0 of 1')
})

test('AUDIT-1, CHART-7: a change of protocol during the hold lengthens it to 17:00', () => {
  const course = held()
  course.at('16:00').do('chen', 'prescribe', prescriptionOf(course, 'stroke'))
  course.do('chen', 'assessBleeding', noBleeding)
  course.at('17:20').both('restartInfusion', { rateMlPerHour: 12, orderSeq: null })

  expect(share('hold-fidelity', course)).toBe('1 of 1')
})

test('AUDIT-1: a provisional stop has no hold to keep', () => {
  const course = running()
  course.at('12:00').do('adams', 'stopInfusion', { reason: 'concern' })
  expect(share('hold-fidelity', course.at('20:00'))).toBe('0 of 0')
})

// Started at 08:00: the first APTT is due at 14:00.
test.each([
  ['13:30', '1 of 1'],
  ['14:30', '1 of 1'],
  ['14:31', '0 of 1'],
])('AUDIT-1, TIME-1: an APTT due at 14:00 and collected at %s: %s on time', (collected, told) => {
  const course = running()
  course.at(collected).do('adams', 'recordCollection', { site: 'away-from-heparin' })
  expect(share('collected-on-time', course)).toBe(told)
})

test('AUDIT-1: an APTT that nobody collects is missed half an hour after it was due', () => {
  expect(share('collected-on-time', running().at('14:30'))).toBe('0 of 0')
  expect(share('collected-on-time', running().at('14:31'))).toBe('0 of 1')
})

test('AUDIT-1: a dose change sets another time; the APTT it overtakes is missed only if it was late already', () => {
  const inTime = running()
  inTime.at('14:20').do('adams', 'stopInfusion', { reason: 'concern' })
  expect(share('collected-on-time', inTime.at('16:00'))).toBe('0 of 0')

  const late = running()
  late.at('14:40').do('adams', 'stopInfusion', { reason: 'concern' })
  expect(share('collected-on-time', late.at('16:00'))).toBe('0 of 1')
})

test('AUDIT-1: an extra sample that answers no due APTT is left out, the due one still counts', () => {
  const course = running()
  course.result('40.0', { collected: '10:00' })
  course.result('60.0', { collected: '14:10' })
  expect(share('collected-on-time', course)).toBe('1 of 1')
})

test('AUDIT-1: each APTT of a course has its own due time: 14:00, then 6 h after the change at 15:00', () => {
  const course = decreased()
  const kept = course.result('60.0', { collected: '21:40', resulted: '22:00' })
  course.do('adams', 'keepRate', { resultSeq: kept })
  // 6 h after the collection at 21:40.
  course.result('60.0', { collected: '27:40' })
  expect(share('collected-on-time', course)).toBe('2 of 3')
})

test('AUDIT-1: a sample told with its result is measured by its collection', () => {
  const course = running().at('15:00')
  course.do('adams', 'recordResult', {
    text: '60.0',
    sample: { collectedAt: course.iso('14:05'), site: 'away-from-heparin' },
  })
  expect(share('collected-on-time', course)).toBe('1 of 1')
})

test.each([
  ['16:00', '1 of 1'],
  ['16:01', '0 of 1'],
])(
  'AUDIT-1, TIME-2: a sample of 14:00 with its result entered at %s: %s checked',
  (resulted, told) => {
    const course = running()
    course.result('60.0', { collected: '14:00', resulted })
    expect(share('results-checked', course)).toBe(told)
  },
)

test('AUDIT-1: a sample without a result counts once two hours are over; a struck one and a baseline never', () => {
  const course = running()
  course.result('30.0', { collected: '08:00', resulted: '12:00' })
  course.at('14:00').do('adams', 'recordCollection', { site: 'away-from-heparin' })
  expect(share('results-checked', course.at('16:00'))).toBe('0 of 0')
  expect(share('results-checked', course.at('16:01'))).toBe('0 of 1')

  const struckSeq = course.entries.at(-1)?.seq ?? 0
  course.do('adams', 'strikeOut', { struckSeq, reason: 'Never sent' })
  expect(share('results-checked', course)).toBe('0 of 0')
})

test('AUDIT-1: MO reviews: on time at 24 h, and one missed for each day without', () => {
  const course = running()
  course.at('32:00').do('chen', 'reviewInfusion', review)
  expect(share('mo-reviews', course)).toBe('1 of 1')
  expect(share('mo-reviews', course.at('56:00'))).toBe('1 of 1')
  expect(share('mo-reviews', course.at('56:01'))).toBe('1 of 2')
  // Late by a minute: the day was missed, and the review begins another.
  course.do('chen', 'reviewInfusion', review)
  expect(share('mo-reviews', course.at('80:00'))).toBe('1 of 2')
  expect(share('mo-reviews', course.at('128:02'))).toBe('1 of 5')
})

const review = {
  effect: 'As wanted',
  bleeding: 'none',
  clots: 'none',
  orderStands: true,
} as const

test('AUDIT-1: the review and platelet clocks rest after a cease', () => {
  const course = counted(running(), '09:00')
  course.at('10:00').do('chen', 'ceaseInfusion', { reason: 'treatment-complete' })
  course.at('200:00')
  expect(share('mo-reviews', course)).toBe('0 of 0')
})

test('AUDIT-1, RECOM-1: a clock that ran out while nothing ran is missed at the recommencing', () => {
  const course = running()
  course.at('10:00').do('chen', 'ceaseInfusion', { reason: 'procedure' })
  course.at('39:00').do('chen', 'prescribe', prescriptionOf(course, 'vte', { rateMlPerHour: 13 }))
  const orderSeq = course.entries.at(-1)?.seq ?? 0
  course.at('40:00').both('recommenceInfusion', { orderSeq, rateMlPerHour: 13 })
  expect(share('mo-reviews', course.at('41:00'))).toBe('0 of 1')
})

/** A platelet count collected at a time of the course's clock. */
function counted(course: Course, collected: string): Course {
  course.at(collected).do('adams', 'recordBloods', {
    collectedAt: course.iso(collected),
    plateletsE9PerL: 240,
  })
  return course
}

test('AUDIT-1: platelets: none before the start is missing, then at most 72 h apart', () => {
  const course = running()
  expect(share('platelet-counts', course.at('09:00'))).toBe('0 of 1')
  counted(course, '10:00')
  expect(share('platelet-counts', course)).toBe('1 of 2')
  counted(course, '82:00')
  expect(share('platelet-counts', course)).toBe('2 of 3')
  expect(share('platelet-counts', course.at('154:01'))).toBe('2 of 4')
})

test('AUDIT-1: bloods without platelets are no platelet count', () => {
  const course = running()
  course
    .at('10:00')
    .do('adams', 'recordBloods', { collectedAt: course.iso('10:00'), creatinineUmolPerL: 80 })
  expect(share('platelet-counts', course)).toBe('0 of 1')
})

test('AUDIT-1, AE-1: an adverse event counts until a medical officer says that it is none', () => {
  const course = running()
  const { seq } = course
    .at('10:00')
    .do('adams', 'recordAdverseEvent', { event: 'other', text: 'Dizzy' })
  course.do('adams', 'recordAdverseEvent', { event: 'other', text: 'Rash' })
  expect(figureValue('count', 'adverse-events', course).count).toBe(2)
  course.do('chen', 'reviewEvent', {
    eventSeq: seq,
    isAdverseEvent: false,
    finding: 'Stood up too fast',
    plan: 'None',
  })
  expect(figureValue('count', 'adverse-events', course).count).toBe(1)
})
