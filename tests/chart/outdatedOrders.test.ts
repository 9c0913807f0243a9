import { expect, test } from 'vitest'
import type { Course, Fields } from './support/course.ts'
import { given } from './support/given.ts'
import { deviation, held, noBleeding, running } from './support/wards.ts'

const raise = {
  resultSeq: null,
  rateMlPerHour: 18,
  reason: 'Clot grows',
  deviation,
} as const

/** Runs 14; at 09:00 the AMO orders another rate by a deviation for this act, and nobody carries it out. */
function orderedAtNine(more: Partial<Fields<'orderRate'>> = {}) {
  const course = running()
  const { seq: orderSeq } = course.at('09:00').do('haddad', 'orderRate', { ...raise, ...more })
  return { course, orderSeq }
}

const toCarryOut = (course: Course) => course.dueOf('titration', 'rate-order')

test('NOMO-17, H34: an increase ordered before a newer sample stays outdated once that one was acted on, and is asked for no more', () => {
  const { course, orderSeq } = orderedAtNine()
  expect(toCarryOut(course)).toHaveLength(1)
  const resultSeq = course.result('88.0', { collected: '14:00', resulted: '14:20' })
  const carryOut = { orderSeq, newRateMlPerHour: 18 }
  given(course).when('adams', 'changeRate', carryOut).thenRefused('order-outdated', 'NOMO-17')
  const keep = course.do('adams', 'keepRate', { resultSeq })
  course.sign('baker', keep.seq)
  given(course.at('15:00'))
    .when('adams', 'changeRate', carryOut)
    .thenRefused('order-outdated', 'NOMO-17')
  expect(toCarryOut(course)).toEqual([])
  const again = course.do('haddad', 'orderRate', raise)
  const anew = { orderSeq: again.seq, newRateMlPerHour: 18 }
  given(course).when('adams', 'changeRate', anew).thenEntry({ kind: 'rateChanged' })
})

test('NOMO-17, NOMO-9: nor is it carried out once the newer sample has become old', () => {
  const { course, orderSeq } = orderedAtNine()
  course.result('102.0', { collected: '14:00', resulted: '14:20' })
  given(course.at('20:30'))
    .when('adams', 'changeRate', { orderSeq, newRateMlPerHour: 18 })
    .thenRefused('order-outdated', 'NOMO-17')
  expect(toCarryOut(course)).toEqual([])
})

test('NOMO-16, H13: no ordered increase, a lasting one neither, goes over a newer stop-band value that waits for the MO', () => {
  for (const until of [undefined, 'ended'] as const) {
    const { course, orderSeq } = orderedAtNine({
      deviation: { ...deviation, ...(until && { until }) },
    })
    course.result('150.0', { collected: '11:00', resulted: '11:20' })
    expect(course.dueOf('mo-decision', 'stop-band-not-usable')).toHaveLength(1)
    given(course.at('11:25'))
      .when('adams', 'changeRate', { orderSeq, newRateMlPerHour: 18 })
      .thenRefused('newer-says-stop', 'NOMO-9')
    expect(toCarryOut(course)).toEqual([])
  }
})

test('TIME-8, NOMO-17: an ordered decrease goes on beside what a newer sample asks of the MO, or after it was kept', () => {
  const lower = { rateMlPerHour: 11, reason: 'Bleeding gums' }
  for (const text of ['150.0', '88.0']) {
    const { course, orderSeq } = orderedAtNine(lower)
    const resultSeq = course.result(text, { collected: '14:00', resulted: '14:20' })
    if (text === '88.0') course.sign('baker', course.do('adams', 'keepRate', { resultSeq }).seq)
    else course.at('20:30')
    expect(toCarryOut(course)).toHaveLength(1)
    given(course)
      .when('adams', 'changeRate', { orderSeq, newRateMlPerHour: 11 })
      .thenEntry({ kind: 'rateChanged' })
  }
})

test('TIME-3, NOMO-10, H8: an order for a running rate lifts no hold of a stop that is told after it', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:20' })
  course.both('changeRate', { resultSeq, newRateMlPerHour: 12 })
  const order = course.at('14:30').do('haddad', 'orderRate', { ...raise, rateMlPerHour: 16 })
  course.at('14:32')
  const sample = { collectedAt: course.iso('13:50'), site: 'away-from-heparin' } as const
  const high = course.do('adams', 'recordResult', { text: '150.0', sample }).seq
  course.at('14:40').do('chen', 'stopInfusion', {
    reason: 'nomogram',
    resultSeq: high,
    happenedAt: course.iso('14:10'),
  })
  expect(course.infusion.status).toBe('stopped')
  course.at('14:45').do('chen', 'assessBleeding', noBleeding)
  given(course.at('14:50'))
    .when('adams', 'restartInfusion', { rateMlPerHour: 16, orderSeq: order.seq })
    .thenRefused('no-such-order')
  const anew = course.do('haddad', 'orderRate', { ...raise, rateMlPerHour: 16 })
  given(course)
    .when('adams', 'restartInfusion', { rateMlPerHour: 16, orderSeq: anew.seq })
    .thenEntry({ kind: 'infusionRestarted' })
})

test('TIME-3, H9: more than 4 h after hold and order nobody restarts by that order, and the MO is asked again; a new one is good for 4 h', () => {
  const course = held()
  course.at('15:10').do('chen', 'assessBleeding', noBleeding)
  const advised = { resultSeq: null, rateMlPerHour: 12, reason: 'As advised' }
  const restart = (orderSeq: number) =>
    given(course).when('adams', 'restartInfusion', { rateMlPerHour: 12, orderSeq })
  const { seq: first } = course.at('15:20').do('chen', 'orderRate', advised)
  course.at('20:30')
  restart(first).thenEntry({ kind: 'infusionRestarted' })
  course.do('adams', 'withdraw', { actSeq: course.entries.length })
  expect(course.dueOf('mo-decision', 'restart-late')).toEqual([])
  course.at('23:30')
  restart(first).thenRefused('restart-late', 'TIME-3')
  expect(course.item('mo-decision', 'restart-late').due).toBe(course.iso('20:30'))
  const { seq: second } = course.do('chen', 'orderRate', advised)
  expect(course.dueOf('mo-decision', 'restart-late')).toEqual([])
  course.at('27:30')
  restart(second).thenEntry({ kind: 'infusionRestarted' })
  course.do('adams', 'withdraw', { actSeq: course.entries.length })
  course.at('27:31')
  restart(second).thenRefused('restart-late', 'TIME-3')
})
