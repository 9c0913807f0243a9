import { expect, test } from 'vitest'
import { given } from './support/given.ts'
import { running } from './support/wards.ts'

const units = 5000

/** Runs 14; 35.0 s of 14:00, entered at 14:20, asks for 5,000 units and one more mL/hr. */
function low() {
  const course = running()
  const sample = { collectedAt: course.iso('14:00'), site: 'away-from-heparin' } as const
  const enter = (text: string) => course.do('adams', 'recordResult', { text, sample }).seq
  course.at('14:20')
  const resultSeq = enter('35.0')
  const order = (onSeq: number) =>
    given(course).when('chen', 'orderBolus', { resultSeq: onSeq, units, adviceFrom: [] })
  const give = (orderSeq: number) => given(course).when('adams', 'giveBolus', { orderSeq, units })
  return { course, enter, resultSeq, order, give }
}

test('BOL-6, NOMO-9, H5: a bolus whose rate rise never came ends when its sample is old, and none is ordered on it any more', () => {
  const { course, resultSeq, order, give } = low()
  const { seq } = order(resultSeq).thenEntry({ kind: 'bolusOrdered' })
  course.at('20:00')
  give(seq).thenEntry({ kind: 'bolusGiven' })
  course.do('adams', 'withdraw', { actSeq: course.entries.length })
  course.at('20:01')
  expect(give(seq).thenRefused('bolus-lapsed', 'BOL-6').facts).toMatchObject({ lapse: 'time' })
})

test('BOL-6: a rise that comes only after that brings no lapsed bolus back', () => {
  const { course, resultSeq, order, give } = low()
  const { seq } = order(resultSeq).thenEntry({ kind: 'bolusOrdered' })
  course.at('20:10')
  const { seq: orderSeq } = course.do('chen', 'orderRate', {
    resultSeq,
    rateMlPerHour: 15,
    reason: 'This row now',
  })
  course.both('changeRate', { orderSeq, newRateMlPerHour: 15 })
  give(seq).thenRefused('bolus-lapsed', 'BOL-6')
})

test('NOMO-11, BOL-6, H4: a sample whose result was entered twice has one bolus order, and asks for no second', () => {
  const { course, enter, resultSeq, order } = low()
  order(resultSeq).thenEntry({ kind: 'bolusOrdered' })
  course.at('14:22')
  const again = enter('35.0')
  order(again).thenRefused('bolus-already-ordered', 'NOMO-11')
  expect(course.dueOf('mo-decision', 'bolus-order')).toEqual([])
})

test('NOMO-11, BOL-6: the ordered bolus is given also where the rate was changed on the second entry of its result', () => {
  const { course, enter, resultSeq, order, give } = low()
  const { seq } = order(resultSeq).thenEntry({ kind: 'bolusOrdered' })
  course.at('14:22')
  const again = enter('35.0')
  course.at('14:25').both('changeRate', { resultSeq: again, newRateMlPerHour: 15 })
  course.at('14:30')
  give(seq).thenEntry({ kind: 'bolusGiven' })
})

test('NOMO-11, CHART-1: an amended result, or one entered anew after a strike-out, may be ordered on', () => {
  const amended = low()
  amended.order(amended.resultSeq).thenEntry({ kind: 'bolusOrdered' })
  amended.order(amended.enter('37.0')).thenEntry({ kind: 'bolusOrdered' })

  const { course, enter, resultSeq, order } = low()
  order(resultSeq).thenEntry({ kind: 'bolusOrdered' })
  course.do('adams', 'strikeOut', { struckSeq: resultSeq, reason: 'Another patient’s' })
  course.do('chen', 'orderRate', { resultSeq: null, rateMlPerHour: 14, reason: 'Goes on' })
  order(enter('35.0')).thenEntry({ kind: 'bolusOrdered' })
})
