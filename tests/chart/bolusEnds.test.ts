import { describe, expect, test } from 'vitest'
import { given } from './support/given.ts'
import { advisedBy, prescribed, prescriptionOf, running } from './support/wards.ts'

const cleared = { finding: 'Looked at', nextStep: 'As charted' }
const withBolus = { prescription: { bolusUnits: 6000, rateMlPerHour: 14 } }

/** Runs since 08:00 with 6,000 units prescribed and not given. */
function bolusOpen() {
  const course = running(withBolus)
  return { course, give: { orderSeq: course.chart.bolusOrders[0]?.seq ?? 0, units: 6000 } }
}

describe('a bolus that a suspension ended', () => {
  test('BOL-6, BLEED-0, H5: ordered on a result it is not given once an MO has cleared the suspension', () => {
    const course = running()
    const resultSeq = course.result('35.0', { collected: '14:00', resulted: '14:20' })
    const order = { resultSeq, units: 5000, adviceFrom: [] }
    const { seq: orderSeq } = course.at('14:25').do('chen', 'orderBolus', order)
    course.at('14:30').do('adams', 'recordFall', { headInjury: 'none-seen', witnessed: false })
    course.at('14:50').do('chen', 'clearSuspension', { reason: 'fall', ...cleared })
    const refusal = given(course.at('15:00'))
      .when('adams', 'giveBolus', { orderSeq, units: 5000 })
      .thenRefused('bolus-lapsed', 'BOL-6')
    expect(refusal.facts.lapse).toBe('suspension')
    // The rise goes ahead by itself.
    course.both('changeRate', { resultSeq, newRateMlPerHour: 15 })
    expect(course.infusion.rateMlPerHour).toBe(15)
  })

  test('BOL-8, BLEED-0: nor the starting one, and only a new prescription brings another', () => {
    const course = prescribed(withBolus)
    const first = course.chart.bolusOrders[0]?.seq ?? 0
    course.at('07:30').do('adams', 'recordFall', { headInjury: 'evidence', witnessed: false })
    for (const reason of ['fall', 'head-injury'] as const) {
      course.at('07:40').do('chen', 'clearSuspension', { reason, ...cleared })
    }
    given(course)
      .when('adams', 'giveBolus', { orderSeq: first, units: 6000 })
      .thenRefused('bolus-lapsed')
    const again = prescriptionOf(course, 'vte', { bolusUnits: 6000, rateMlPerHour: 14 })
    const { seq: orderSeq } = course.do('chen', 'prescribe', again)
    course.both('giveBolus', { orderSeq, units: 6000 })
    expect(course.chart.events).toMatchObject([{ kind: 'bolus' }])
  })

  test('BOL-8, CHART-1: a clearing that is struck out leaves the patient suspended and the bolus barred', () => {
    const { course, give } = bolusOpen()
    course.at('08:10').do('adams', 'recordFall', { headInjury: 'none-seen', witnessed: true })
    const clear = { reason: 'fall', ...cleared } as const
    const { seq } = course.at('08:20').do('chen', 'clearSuspension', clear)
    course.at('08:30').do('chen', 'strikeOut', { struckSeq: seq, reason: 'Wrong patient' })
    given(course).when('adams', 'giveBolus', give).thenRefused('suspended')
    course.do('chen', 'clearSuspension', clear)
    given(course.at('08:40')).when('adams', 'giveBolus', give).thenRefused('bolus-lapsed')
  })
})

describe('the starting bolus once heparin has been measured', () => {
  test('BOL-8, NOMO-16: not given over a result in the stop band that waits for the MO, nor over any of a sample drawn since the start', () => {
    for (const text of ['150.0', '62.0', '41.0', '> 100']) {
      const { course, give } = bolusOpen()
      course.result(text, { collected: '09:00', resulted: '09:30' })
      const refusal = given(course.at('09:40'))
        .when('adams', 'giveBolus', give)
        .thenRefused('bolus-lapsed')
      expect(refusal.facts.lapse).toBe('newer-sample')
    }
  })

  test('BOL-8: a tube without its result, a specimen that the laboratory refused, one that is struck out and a baseline leave it', () => {
    const { course, give } = bolusOpen()
    course.result('29.0', { collected: '08:00', resulted: '08:20' })
    course.result('clotted', { collected: '08:30', resulted: '08:40' })
    const wrong = course.result('150.0', { collected: '08:50', resulted: '09:00' })
    course.do('adams', 'strikeOut', { struckSeq: wrong, reason: 'Another patient' })
    course.at('09:10').do('adams', 'recordCollection', { site: 'away-from-heparin' })
    expect(course.at('09:20').decide('adams', 'giveBolus', give).kind).toBe('accepted')
  })

  test('BOL-6: the way on is the MO’s order on the low result', () => {
    const { course } = bolusOpen()
    const resultSeq = course.result('35.0', { collected: '09:00', resulted: '09:30' })
    const order = { resultSeq, units: 5000, adviceFrom: [] }
    expect(course.decide('chen', 'orderBolus', order).kind).toBe('accepted')
  })
})

test('BOL-1, BOL-6, H5: a stroke patient’s bolus is ordered on a low result only, whatever the neurologist’s figure', () => {
  const bolusOn = (text: string) => {
    const course = running({ prescription: { restrictions: ['stroke'] } })
    const resultSeq = course.result(text, { collected: '14:00', resulted: '14:20' })
    const adviceFrom = advisedBy(course, 'neurologist')
    return given(course).when('chen', 'orderBolus', { resultSeq, units: 3000, adviceFrom })
  }
  for (const text of ['150.0', '98.0', '62.0', '> 100']) {
    bolusOn(text).thenRefused('no-bolus-advised', 'BOL-6')
  }
  for (const text of ['35.0', '42.0'])
    bolusOn(text).thenEntry({ kind: 'bolusOrdered', units: 3000 })
})
