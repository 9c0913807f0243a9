import { expect, test } from 'vitest'
import { urgency } from '../../src/chart/due.ts'
import { isoOf } from '../../src/time.ts'
import type { Course } from './support/course.ts'
import { held, noBleeding, prescribed, running, withBaseline } from './support/wards.ts'

test('TIME-2, H29: a result is expected 60 min after collection, overdue at 2 h, owned by nurse and MO', () => {
  const course = running()
  course.at('14:00').do('adams', 'recordCollection', { site: 'away-from-heparin' })

  expect(course.item('aptt-result')).toMatchObject({
    due: course.iso('15:00'),
    overdue: course.iso('16:00'),
    owner: 'nurse-and-mo',
    rules: ['TIME-2'],
    anchor: { seq: course.chart.seq, at: course.time('14:00') },
  })
  course.at('14:50').do('adams', 'recordResult', {
    text: '60.0',
    sample: { collectionSeq: course.chart.seq },
  })
  expect(course.dueOf('aptt-result')).toEqual([])
})

test('TIME-2: a baseline tube is waited for too, and a later sample’s result takes a lost tube’s place', () => {
  const course = prescribed().at('07:30')
  course.do('adams', 'recordCollection', { site: 'away-from-heparin' })
  expect(course.item('aptt-result').due).toBe(course.iso('08:30'))
  const lost = running()
  lost.at('14:00').do('adams', 'recordCollection', { site: 'away-from-heparin' })
  lost.result('60.0', { collected: '15:00' })
  expect(lost.dueOf('aptt-result')).toEqual([])
})

test('TIME-2: a result typed with the tube’s own minute belongs to that tube', () => {
  const course = running()
  course.at('14:00:20').do('adams', 'recordCollection', { site: 'away-from-heparin' })
  course.at('14:30').do('adams', 'recordResult', {
    text: '60.0',
    sample: { collectedAt: course.iso('14:00'), site: 'away-from-heparin' },
  })
  expect(course.dueOf('aptt-result')).toEqual([])
})

test('TIME-8: a result is acted on at once, overdue after 30 min, after 5 min if it says stop', () => {
  const overdue = (text: string) => {
    const course = running()
    course.result(text, { collected: '14:00', resulted: '14:40' })
    return course.item('titration').overdue
  }
  expect([overdue('98.0'), overdue('60.0'), overdue('150.0')]).toEqual([
    '2027-03-10T15:10:00Z',
    '2027-03-10T15:10:00Z',
    '2027-03-10T14:45:00Z',
  ])
})

test('TIME-8: while its act waits for the second check the result is not asked for again', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00' })
  course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  expect(course.dueOf('titration')).toEqual([])
  expect(course.at('14:10').dueOf('titration')).toHaveLength(1)
})

test('TIME-1: nothing is collected before the start, while stopped or after a cease', () => {
  expect(prescribed().dueOf('aptt-collection')).toEqual([])
  expect(held().dueOf('aptt-collection')).toEqual([])
  const course = running()
  course.at('12:00').do('adams', 'interruptInfusion', { reason: 'Transport' })
  expect(course.dueOf('aptt-collection')).toEqual([])
})

test('TIME-8: the board’s order: stop advised, other overdue, second check, due, soon, waiting; then by time', () => {
  const stopAdvised = running()
  stopAdvised.result('150.0', { collected: '14:00', resulted: '14:40' })
  const overdue = running().at('14:40')
  const pending = running()
  const resultSeq = pending.result('98.0', { collected: '14:00', resulted: '14:40' })
  pending.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  const due = running()
  due.result('98.0', { collected: '14:00', resulted: '14:40' })
  const soon = lateStart('09:00')
  const waiting = lateStart('12:00')
  const restartOverdue = held().at('16:30')

  const now = stopAdvised.time('14:40')
  for (const course of [stopAdvised, overdue, pending, due, soon, waiting, restartOverdue]) {
    withBaseline(course)
  }
  const ranks = [stopAdvised, overdue, pending, due, soon, waiting].map(
    (course) => urgency(course.chart, now)[0],
  )
  expect(ranks).toEqual([0, 1, 2, 3, 4, 5])
  expect(urgency(restartOverdue.chart, restartOverdue.now)[0]).toBe(0)
  expect(urgency(prescribed().chart, now)[0]).toBe(7)
})

test('TIME-8, HIT-1: charts without a platelet count stand in the order of what is due at their pumps', () => {
  const overdue = running().at('15:00')
  const due = lateStart('09:00')
  const soon = lateStart('09:20')
  const waiting = running()
  const resultSeq = waiting.result('60.0', { collected: '14:00', resulted: '14:40' })
  waiting.both('keepRate', { resultSeq })
  const [first, ...others] = [overdue, due, soon, waiting].map((course) =>
    urgency(course.chart, course.time('15:00')),
  )
  // The collection before it; then each is overdue by its count alone, whenever it was started.
  expect(first?.slice(0, 3)).toEqual([1, 0, 1])
  expect(others.map((places) => places.slice(0, 3))).toEqual([
    [1, 1, 3],
    [1, 1, 4],
    [1, 1, 5],
  ])
})

function lateStart(clock: string): Course {
  const course = prescribed().at(clock)
  course.both('startInfusion', { rateMlPerHour: 14, bag: { units: 25_000, volumeMl: 250 } })
  return course
}

test('TIME-8: items of one chart stand in the same order, ties by due time', () => {
  const course = held().at('16:40')
  course.do('chen', 'assessBleeding', noBleeding)
  course.do('adams', 'recordWeight', { kg: 80, method: 'estimated', reason: 'Bed' })
  course.result('150.0', { collected: '16:41', resulted: '16:42' })
  const order = course.due.map(({ kind, status, dueAt }) => [kind, status, isoOf(dueAt)])

  expect(order[0]).toEqual(['restart', 'overdue', course.iso('16:30')])
})
