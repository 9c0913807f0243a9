import { expect, test } from 'vitest'
import { given } from './support/given.ts'
import { held, prescriptionOf, running } from './support/wards.ts'

const due = { collected: '14:00', resulted: '14:40' }

test('CHART-7, H20: a change of protocol keeps rate and hold, brings no figures, and changes the nomogram from its time on', () => {
  const course = running()
  given(course.at('09:00'))
    .when('chen', 'prescribe', { ...prescriptionOf(course, 'nstemi'), rateMlPerHour: 12 })
    .thenRefused('change-keeps-the-rate', 'CHART-7')
  course.do('chen', 'prescribe', prescriptionOf(course, 'nstemi'))

  expect(course.infusion.rateMlPerHour).toBe(14)
  expect(course.item('aptt-collection').due).toBe(course.iso('14:00'))
  const seq = course.result('75.0', { collected: '14:00' })
  expect(course.view(seq).advice).toMatchObject({ kind: 'change', newRateMlPerHour: 13 })
})

test('CHART-7: the next APTT stays at the due time already set, at latest 6 h after the change', () => {
  const course = running()
  for (const collected of ['14:00', '20:00']) {
    course.do('adams', 'keepRate', { resultSeq: course.result('60.0', { collected }) })
  }
  expect(course.item('aptt-collection').due).toBe(course.iso('44:00'))
  course.at('22:00').do('chen', 'prescribe', prescriptionOf(course, 'nstemi'))

  expect(course.item('aptt-collection').due).toBe(course.iso('28:00'))
})

test('CHART-7, H8: at a change of protocol during a hold the longer hold counts', () => {
  const course = held()
  course.at('15:30').do('chen', 'prescribe', prescriptionOf(course, 'stroke'))
  expect(course.infusion.stop?.restartNotBefore).toBe(course.time('17:00'))

  const stroke = held({ protocol: 'stroke', kg: 70 })
  stroke.at('15:30').do('chen', 'prescribe', prescriptionOf(stroke, 'vte'))
  expect(stroke.infusion.stop?.restartNotBefore).toBe(stroke.time('17:00'))
})

test('CHART-7, SIGN-9: a change of protocol voids the pending act and the open orders', () => {
  const course = running()
  const resultSeq = course.result('98.0', due)
  course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  course.do('chen', 'prescribe', prescriptionOf(course, 'nstemi'))

  expect(course.chart.pending).toBeNull()
  expect(course.chart.rateOrders).toEqual([])
})

test('CHART-7, TIME-1: samples from before the change are counted by the bands they were drawn under', () => {
  const course = running()
  for (const [text, collected] of [
    ['80.0', '14:00'],
    ['82.0', '20:00'],
  ] as const) {
    course.do('adams', 'keepRate', { resultSeq: course.result(text, { collected }) })
  }
  expect(course.item('aptt-collection').due).toBe(course.iso('44:00'))
  // 82 s is out of the new range; nothing is overdue by that.
  course.at('30:00').do('chen', 'prescribe', prescriptionOf(course, 'nstemi'))
  expect(course.item('aptt-collection').due).toBe(course.iso('36:00'))
})
