import { expect, test } from 'vitest'
import { weightReview } from '../../src/chart/weightReview.ts'
import { openedChart } from './support/course.ts'
import { given } from './support/given.ts'
import { bag, prescriptionOf } from './support/wards.ts'

const reason = 'Weight of the next bed'

/** Prescribed at 16 for 90 kg, after the weights that stand on the chart before. */
function prescribedFor(before: readonly number[], method: 'measured' | 'estimated' = 'measured') {
  const course = openedChart().at('07:02')
  for (const kg of before) course.do('adams', 'recordWeight', { kg, method: 'measured' })
  const weight = { kg: 90, method, ...(method === 'estimated' ? { reason: 'Intubated' } : {}) }
  const { seq: weightSeq } = course.at('07:05').do('adams', 'recordWeight', weight)
  course.at('07:10').do('chen', 'prescribe', prescriptionOf(course, 'vte', { rateMlPerHour: 16 }))
  return { course, weightSeq }
}

test('CHART-1, INIT-6, H16: the weight prescribed for struck out: an MO is asked, with the dose of the weight that stands', () => {
  const { course, weightSeq } = prescribedFor([60])
  course.at('08:00').both('startInfusion', { rateMlPerHour: 16, bag })
  expect(weightReview(course.chart)).toBeNull()
  course.at('09:00').do('adams', 'strikeOut', { struckSeq: weightSeq, reason })

  expect(course.infusion.rateMlPerHour).toBe(16)
  expect(course.dueOf('mo-decision', 'strike-out')).toHaveLength(1)
  expect(weightReview(course.chart)).toMatchObject({
    prescribedFor: { kg: 90 },
    measured: { kg: 60, dose: { pumpRateMlPerHour: 11 } },
  })
})

test('CHART-1, INIT-6, H16: struck out before the start: nothing is started until an MO has answered', () => {
  const { course, weightSeq } = prescribedFor([60])
  const act = course.at('08:00').do('adams', 'startInfusion', { rateMlPerHour: 16, bag })
  course.do('adams', 'strikeOut', { struckSeq: weightSeq, reason })
  given(course)
    .when('baker', 'countersign', course.countersign(act.seq))
    .thenRefused('lapsed-or-void')
  given(course)
    .when('adams', 'startInfusion', { rateMlPerHour: 16, bag })
    .thenRefused('mo-decides-first', 'CHART-1')
  course.do('chen', 'prescribe', prescriptionOf(course, 'vte', { rateMlPerHour: 11 }))
  course.both('startInfusion', { rateMlPerHour: 11, bag })
  expect(course.infusion.rateMlPerHour).toBe(11)
})

test('CHART-1, INIT-6: the only weight struck out: weighing is due at once, overdue after 12 h, until it is measured', () => {
  const { course, weightSeq } = prescribedFor([], 'estimated')
  course.at('08:00').both('startInfusion', { rateMlPerHour: 16, bag })
  course.at('09:00').do('adams', 'strikeOut', { struckSeq: weightSeq, reason })
  expect(course.item('weigh')).toMatchObject({
    due: course.iso('09:00'),
    overdue: course.iso('21:00'),
    owner: 'nurse',
    rules: ['INIT-6'],
  })
  course.do('adams', 'recordWeight', { kg: 60, method: 'measured' })
  expect(course.dueOf('weigh')).toEqual([])
})

test('CHART-1, INIT-6: a weight that nobody prescribed for, struck out, asks nobody', () => {
  const { course } = prescribedFor([])
  course.at('08:00').both('startInfusion', { rateMlPerHour: 16, bag })
  const { seq } = course.at('08:30').do('adams', 'recordWeight', { kg: 91, method: 'measured' })
  course.do('adams', 'strikeOut', { struckSeq: seq, reason })
  expect(course.dueOf('mo-decision')).toEqual([])
})
