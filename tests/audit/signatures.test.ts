import { expect, test } from 'vitest'
import { prescribed, running } from '../chart/support/wards.ts'
import { figureValue, share } from './support/ward.ts'

const start = { rateMlPerHour: 14, bag: { units: 25_000, volumeMl: 250 } }

/** Prescribed, and first signed for the start at 08:00; gives the act too. */
function waiting() {
  const course = prescribed().at('08:00')
  return { course, seq: course.do('adams', 'startInfusion', start).seq }
}

test('AUDIT-1, SIGN-8: a first signature that nobody checks lapses after ten minutes, read from the clock', () => {
  const { course } = waiting()
  expect(share('lapses', course.at('08:09:59'))).toBe('0 of 0')
  expect(share('lapses', course.at('08:10'))).toBe('1 of 1')
})

test('AUDIT-1: a countersigned, withdrawn, voided or matched act has not lapsed', () => {
  const signed = waiting()
  signed.course.at('08:09').sign('baker', signed.seq)
  expect(share('lapses', signed.course.at('12:00'))).toBe('0 of 1')

  const withdrawn = waiting()
  withdrawn.course.at('08:05').do('adams', 'withdraw', { actSeq: withdrawn.seq })
  expect(share('lapses', withdrawn.course.at('12:00'))).toBe('0 of 1')

  const voided = waiting()
  voided.course.at('08:05').do('adams', 'ceaseInfusion', { reason: 'procedure' })
  expect(share('lapses', voided.course.at('12:00'))).toBe('0 of 1')

  const matched = waiting()
  matched.course.at('08:05').check('baker', matched.seq)
  expect(share('lapses', matched.course.at('12:00'))).toBe('0 of 0')
  matched.course.sign('baker', matched.seq)
  expect(share('lapses', matched.course)).toBe('0 of 1')
})

test('AUDIT-1: what came after the lapse does not undo it: signed again, one of two has lapsed', () => {
  const { course } = waiting()
  course.at('08:15').both('startInfusion', start)
  expect(share('lapses', course)).toBe('1 of 2')
})

test('AUDIT-1, SIGN-4: each second check and read-back that differs is a mismatch caught', () => {
  const { course, seq } = waiting()
  course.at('08:02').check('baker', seq, { checkedRateMlPerHour: 41 })
  course.at('08:03').check('baker', seq)
  course.refused('baker', 'countersign', course.countersign(seq, { pumpReadBackMlPerHour: 41 }))
  course.sign('baker', seq)

  expect(figureValue('count', 'mismatches', course)).toEqual({ kind: 'count', count: 2 })
})

test('AUDIT-1: time between the signatures: 1, 4 and 9 minutes: middle 4', () => {
  const course = prescribed().at('08:00')
  const { seq } = course.do('adams', 'startInfusion', start)
  course.at('08:04').sign('baker', seq)
  for (const [collected, first, second, rate] of [
    ['14:00', '14:30', '14:39', 12],
    ['21:00', '21:30', '21:31', 10],
  ] as const) {
    const resultSeq = course.result('98.0', { collected })
    const act = course.at(first).do('adams', 'changeRate', { resultSeq, newRateMlPerHour: rate })
    course.at(second).sign('baker', act.seq)
  }

  expect(figureValue('between', 'between-signatures', course)).toEqual({
    kind: 'between',
    of: 3,
    medianMinutes: 4,
    shortestMinutes: 1,
    longestMinutes: 9,
  })
  // Without the last one: between 4 and 9.
  expect(figureValue('between', 'between-signatures', course, { to: '21:00' }).medianMinutes).toBe(
    6.5,
  )
})

test('AUDIT-1: a second signature is missing an hour after the first; one that comes late was missing too', () => {
  const course = running()
  const stop = course.at('12:00').do('adams', 'stopInfusion', { reason: 'concern' })
  expect(share('missing-second-checks', course.at('12:59'))).toBe('0 of 0')
  expect(share('missing-second-checks', course.at('13:00'))).toBe('1 of 1')
  course.at('13:01').sign('baker', stop.seq)
  expect(share('missing-second-checks', course)).toBe('1 of 1')
})

test('AUDIT-1: a second signature within the hour is not missing, and stands in the count', () => {
  const course = running()
  const stop = course.at('12:00').do('adams', 'stopInfusion', { reason: 'concern' })
  course.at('13:00').sign('baker', stop.seq)
  expect(share('missing-second-checks', course)).toBe('0 of 1')
})
