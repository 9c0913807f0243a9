import { expect, test } from 'vitest'
import { dueTitle } from '../../src/components/dueWords.ts'
import { prescribed, prescriptionOf, running } from './support/wards.ts'

/** Runs since 08:00; its only prescription is struck out at 08:30, and an MO lets the rate stay. */
function withoutProtocol() {
  const course = running()
  const { seq: struckSeq } = course.chart.prescription ?? { seq: 0 }
  const strike = course.at('08:30').do('chen', 'strikeOut', { struckSeq, reason: 'Wrong protocol' })
  const stays = { resultSeq: null, rateMlPerHour: 14, reason: 'Goes on' }
  const order = () => course.at('08:40').do('chen', 'orderRate', stays)
  return { course, strike, order }
}

test('CHART-1: a chart that runs without a protocol asks an MO for one until one is prescribed; an order is none', () => {
  const { course, strike, order } = withoutProtocol()
  // The strike-out itself asks first.
  expect(course.dueOf('mo-decision').map(({ about }) => about)).toEqual(['strike-out'])
  order()
  expect(course.infusion).toMatchObject({ status: 'running', rateMlPerHour: 14 })
  const item = course.item('mo-decision', 'no-protocol')
  expect(item).toMatchObject({ anchor: { seq: strike.seq }, due: course.iso('08:30') })
  expect(item).toMatchObject({ overdue: course.iso('09:00'), rules: ['CHART-1'] })
  expect(dueTitle(item)).toBe('MO prescribes: no protocol in force')
  course.do('chen', 'prescribe', prescriptionOf(course, 'vte'))
  expect(course.dueOf('mo-decision')).toEqual([])
})

test('NOMO-16, H13: meanwhile a result is read by the lowest stop band there is, and the MO is called', () => {
  const { course, order } = withoutProtocol()
  order()
  for (const [text, collected, calls] of [
    ['80.0', '14:00', 0],
    ['80.1', '15:00', 1],
    ['150.0', '16:00', 2],
  ] as const) {
    course.result(text, { collected, resulted: collected })
    expect(course.dueOf('mo-decision', 'stop-band-not-usable')).toHaveLength(calls)
  }
  expect(course.due[0]).toMatchObject({ about: 'stop-band-not-usable', stopAdvised: true })
  // A stop on it is provisional: no protocol says how long.
  const resultSeq = course.chart.results.at(-1)?.seq ?? 0
  course.do('adams', 'stopInfusion', { reason: 'nomogram', resultSeq })
  expect(course.infusion.stop).toMatchObject({ restartNotBefore: null })
})

test('CHART-1: a chart that never ran, and one that is ceased, ask for none', () => {
  const fresh = prescribed()
  const { seq: struckSeq } = fresh.chart.prescription ?? { seq: 0 }
  fresh.do('chen', 'strikeOut', { struckSeq, reason: 'Wrong patient' })
  fresh.result('150.0', { collected: '07:20' })
  expect(fresh.view(fresh.chart.results[0]?.seq ?? 0).couldStop).toBe(false)
  const { course, order } = withoutProtocol()
  order()
  course.do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
  for (const each of [fresh, course]) expect(each.dueOf('mo-decision', 'no-protocol')).toEqual([])
})
