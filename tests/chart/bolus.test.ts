import { expect, test } from 'vitest'
import type { AdviceFrom, Restriction } from '../../src/chart/fields.ts'
import { type Course, type Fields, openedChart } from './support/course.ts'
import { given } from './support/given.ts'
import { advisedBy, prescribed, prescriptionOf, running } from './support/wards.ts'

function weighed() {
  const course = openedChart().at('07:05')
  course.do('adams', 'recordWeight', { kg: 78, method: 'measured' })
  return course
}

function withBolus(course: Course, more: Partial<Fields<'prescribe'>>): Fields<'prescribe'> {
  return prescriptionOf(course, 'vte', { bolusUnits: 6000, rateMlPerHour: 14, ...more })
}

const lifted: [string, Restriction, AdviceFrom['role'][]][] = [
  ['BOL-4, BOL-1', 'stroke', ['neurologist']],
  ['BOL-2', 'neurosurgical', ['neurosurgeon', 'haematologist']],
  ['BOL-3', 'anticoagulated', ['haematologist']],
]
for (const [rules, restriction, roles] of lifted) {
  test(`BOL-1, BOL-2, BOL-3, BOL-4, BOL-9, H5: ${restriction} bars the initial bolus until ${roles.join(' and ')} is named`, () => {
    const course = weighed()
    const barred = withBolus(course, { restrictions: [restriction] })
    const refusal = given(course).when('chen', 'prescribe', barred).thenRefused('bolus-barred')
    expect(refusal.rules).toContain(rules.split(', ').at(-1))
    if (roles.length > 1) {
      for (const role of roles) {
        given(course)
          .when('chen', 'prescribe', { ...barred, adviceFrom: advisedBy(course, role) })
          .thenRefused('bolus-barred')
      }
    }
    given(course)
      .when('chen', 'prescribe', { ...barred, adviceFrom: advisedBy(course, ...roles) })
      .thenEntry({ bolusUnits: 6000 })
    expect(course.chart.restrictions).toEqual([restriction])
  })
}

test('BOL-1: on the stroke protocol the neurologist’s own figure is taken, without a deviation', () => {
  const course = weighed()
  const stroke = (adviceFrom: Fields<'prescribe'>['adviceFrom']) =>
    prescriptionOf(course, 'stroke', { rateMlPerHour: 10, bolusUnits: 2500, adviceFrom })
  given(course).when('chen', 'prescribe', stroke([])).thenRefused('neurologist-first')
  given(course)
    .when('chen', 'prescribe', stroke(advisedBy(course, 'neurologist')))
    .thenEntry({ bolusUnits: 2500 })
  expect(course.chart.restrictions).toEqual(['stroke'])
})

test('BOL-4: a stroke patient on another protocol gets the neurologist’s figure, and none is proposed', () => {
  const course = weighed()
  const fields = withBolus(course, {
    restrictions: ['stroke'],
    bolusUnits: 9000,
    adviceFrom: advisedBy(course, 'neurologist'),
  })
  given(course).when('chen', 'prescribe', fields).thenEntry({ bolusUnits: 9000 })
})

test('BOL-2: with both names the neurosurgical patient’s bolus is the protocol’s dose, not more', () => {
  const course = weighed()
  const fields = withBolus(course, {
    restrictions: ['neurosurgical'],
    bolusUnits: 6500,
    adviceFrom: advisedBy(course, 'neurosurgeon', 'haematologist'),
  })
  given(course).when('chen', 'prescribe', fields).thenRefused('above-calculated-bolus')
})

test('BOL-3: an anticoagulated patient starts after haematology’s guidance, or the prescriber’s reason without a bolus', () => {
  const course = weighed()
  const { reason: _, ...fields } = withBolus(course, {
    restrictions: ['anticoagulated'],
    bolusUnits: null,
  })
  given(course)
    .when('chen', 'prescribe', fields)
    .thenRefused('anticoagulated-needs-guidance', 'BOL-3')
  const withReason = { ...fields, reason: 'Last dose three days ago' }
  given(course)
    .when('chen', 'prescribe', { ...withReason, bolusUnits: 6000 })
    .thenRefused('bolus-barred', 'BOL-3')
  expect(course.decide('chen', 'prescribe', withReason).kind).toBe('accepted')
})

test('BOL-5, H32: after a procedure or neuraxial needle no name lifts the bar', () => {
  const course = weighed()
  given(course)
    .when(
      'chen',
      'prescribe',
      withBolus(course, {
        restrictions: ['post-procedure'],
        adviceFrom: advisedBy(course, 'neurologist', 'neurosurgeon', 'haematologist', 'AMO'),
      }),
    )
    .thenRefused('no-bolus-after-procedure', 'BOL-5')
})

test('BOL-9: under a restriction a prescription without bolus needs no reason for that', () => {
  const course = weighed()
  const { reason: _, ...fields } = withBolus(course, {
    restrictions: ['post-procedure'],
    bolusUnits: null,
  })
  expect(course.decide('chen', 'prescribe', fields).kind).toBe('accepted')
})

// The re-bolus of the nomogram
const low = { collected: '14:00', resulted: '14:20' }

/** VTE, APTT 38.0: +1 mL/hr and a bolus that waits for its order. */
function lowResult(restrictions: Restriction[] = []) {
  const course = running({ prescription: { restrictions, reason: 'Given in theatre' } })
  const resultSeq = course.result('38.0', low)
  return { course, resultSeq }
}

test('BOL-6: the rate rise goes ahead by itself, the bolus waits for an MO’s order', () => {
  const { course, resultSeq } = lowResult()
  expect(course.view(resultSeq).advice).toMatchObject({ bolusUnits: 5000, newRateMlPerHour: 15 })
  expect(course.item('mo-decision')).toMatchObject({ about: 'bolus-order', rules: ['BOL-6'] })
  course.both('changeRate', { resultSeq, newRateMlPerHour: 15 })

  expect(course.infusion.rateMlPerHour).toBe(15)
  expect(course.item('mo-decision', 'bolus-order').overdue).toBe(course.iso('14:50'))
  given(course)
    .when('adams', 'orderBolus', { resultSeq, units: 5000, adviceFrom: [] })
    .thenRefused('prescribers-only')
  const { seq } = course.do('chen', 'orderBolus', { resultSeq, units: 5000, adviceFrom: [] })
  expect(course.dueOf('mo-decision')).toEqual([])
  course.both('giveBolus', { orderSeq: seq, units: 5000 })
  expect(course.chart.bolusOrders.at(-1)?.givenBy).not.toBeNull()
})

test('BOL-6, NOMO-11: only the row’s own bolus, once for one result, and none where the row has none', () => {
  const { course, resultSeq } = lowResult()
  const order = { resultSeq, adviceFrom: [] }
  given(course)
    .when('chen', 'orderBolus', { ...order, units: 4000 })
    .thenRefused('figure-differs', 'BOL-6')
  course.do('chen', 'orderBolus', { ...order, units: 5000 })
  given(course)
    .when('chen', 'orderBolus', { ...order, units: 5000 })
    .thenRefused('bolus-already-ordered', 'BOL-6')
  const other = running()
  const seq = other.result('42.0', low)
  given(other)
    .when('chen', 'orderBolus', { resultSeq: seq, units: 5000, adviceFrom: [] })
    .thenRefused('no-bolus-advised', 'BOL-6')
})

for (const [, restriction, roles] of lifted) {
  test(`BOL-6, BOL-9, H5: ${restriction} bars the nomogram’s bolus until its names are in the order`, () => {
    const { course, resultSeq } = lowResult([restriction])
    given(course)
      .when('chen', 'orderBolus', { resultSeq, units: 5000, adviceFrom: [] })
      .thenRefused('bolus-barred')
    given(course)
      .when('chen', 'orderBolus', {
        resultSeq,
        units: 5000,
        adviceFrom: advisedBy(course, ...roles),
      })
      .thenEntry({ kind: 'bolusOrdered' })
  })
}

test('BOL-6, BOL-5: after a procedure the nomogram’s bolus stays barred', () => {
  const { course, resultSeq } = lowResult(['post-procedure'])
  given(course)
    .when('chen', 'orderBolus', {
      resultSeq,
      units: 5000,
      adviceFrom: advisedBy(course, 'haematologist', 'AMO'),
    })
    .thenRefused('no-bolus-after-procedure', 'BOL-5')
})

/** Ordered at 14:20, the rate changed at 14:30. */
function ordered() {
  const { course, resultSeq } = lowResult()
  const { seq: orderSeq } = course.do('chen', 'orderBolus', {
    resultSeq,
    units: 5000,
    adviceFrom: [],
  })
  course.at('14:30').both('changeRate', { resultSeq, newRateMlPerHour: 15 })
  return { course, give: { orderSeq, units: 5000 } }
}

test('BOL-6: an order that is none is not given', () => {
  const { course } = ordered()
  const refusal = course.refused('adams', 'giveBolus', { orderSeq: 999, units: 5000 })
  expect(refusal.code).toBe('no-such-order')
})

test('BOL-6: the order lapses 2 h after the rate change', () => {
  const { course, give } = ordered()
  course.at('16:29:59')
  expect(course.decide('adams', 'giveBolus', give).kind).toBe('accepted')
  given(course.at('16:30')).when('adams', 'giveBolus', give).thenRefused('bolus-lapsed', 'BOL-6')
})

const lapses: [string, string, (course: Course) => unknown][] = [
  ['a newer sample', 'newer-sample', (course) => course.result('60.0', { collected: '15:30' })],
  ['a stop', 'stop', (course) => course.do('adams', 'stopInfusion', { reason: 'concern' })],
  ['an interruption', 'stop', (course) => course.do('adams', 'interruptInfusion', { reason: 'x' })],
  [
    'a rate change of another cause',
    'dose-change',
    (course) => {
      course.do('adams', 'recordBedsideFact', {
        fact: 'pump-found-at',
        rateMlPerHour: 16,
        reason: 'Read',
      })
      course.do('chen', 'orderRate', { resultSeq: null, rateMlPerHour: 16, reason: 'Keep' })
    },
  ],
]
for (const [what, lapse, happens] of lapses) {
  test(`BOL-6: the order lapses at ${what}`, () => {
    const { course, give } = ordered()
    happens(course.at('15:00'))
    const refusal = given(course).when('adams', 'giveBolus', give).thenRefused('bolus-lapsed')
    expect(refusal.facts.lapse).toBe(lapse)
  })
}

test('BOL-6, BLEED-0: a suspension bars the bolus that was ordered', () => {
  const { course, give } = ordered()
  course.at('15:00').do('adams', 'ceaseInfusion', { reason: 'head-injury' })
  given(course).when('adams', 'giveBolus', give).thenRefused('suspended', 'BLEED-0')
})

test('BOL-6, CHART-7: a change of protocol takes the order away', () => {
  const { course, give } = ordered()
  course.at('15:00').do('chen', 'prescribe', prescriptionOf(course, 'nstemi'))
  expect(course.chart.bolusOrders).toEqual([])
  expect(course.decide('adams', 'giveBolus', give).kind).toBe('refused')
})

test('BOL-6, NOMO-11, H4: the same result entered once more leaves its order standing', () => {
  const { course, give } = ordered()
  course.do('baker', 'recordResult', {
    text: '38.0',
    sample: { collectedAt: course.iso('14:00'), site: 'away-from-heparin' },
  })
  expect(course.decide('adams', 'giveBolus', give).kind).toBe('accepted')
})

test('BOL-6, CHART-10: a bolus recorded as given takes the place of every order', () => {
  const { course, give } = ordered()
  course.do('adams', 'recordBedsideFact', {
    fact: 'bolus-given',
    units: 5000,
    reason: 'Second checker called away',
  })
  course.do('chen', 'orderRate', { resultSeq: null, rateMlPerHour: 15, reason: 'Seen' })
  const refusal = given(course).when('adams', 'giveBolus', give).thenRefused('bolus-lapsed')
  expect(refusal.facts.lapse).toBe('given')
})

test('BOL-7, BOL-8: a bolus is checked by two, its units keyed blind, and given at the time stated', () => {
  const { course, give } = ordered()
  const { seq } = course.do('adams', 'giveBolus', give)
  given(course)
    .when('evans', 'countersign', course.countersign(seq))
    .thenRefused('enrolled-nurse-no-bolus', 'SIGN-2')
  given(course)
    .when('baker', 'countersign', course.countersign(seq, { checkedUnits: 500 }))
    .thenMismatch('second-check-differs')
  course.at('14:36').sign('baker', seq, { happenedAt: course.iso('14:35') })

  expect(course.item('aptt-collection')).toMatchObject({
    due: course.iso('20:35'),
    anchor: { at: course.time('14:35') },
  })
  given(course).when('adams', 'giveBolus', give).thenRefused('bolus-lapsed')
})

test('BOL-8, SIGN-8: a bolus that lapsed unchecked was not given; whether it was is asked and recorded as a fact', () => {
  const course = prescribed({ prescription: { bolusUnits: 6000 } }).at('07:50')
  course.do('adams', 'giveBolus', { orderSeq: 3, units: 6000 })
  course.at('08:00')
  expect(course.chart.bolusOrders[0]?.givenBy).toBeNull()
  course.do('adams', 'recordBedsideFact', {
    fact: 'bolus-given',
    units: 6000,
    happenedAt: course.iso('07:52'),
    reason: 'Checker left',
  })

  expect(course.chart.bolusOrders[0]?.givenBy).not.toBeNull()
  expect(course.chart.events.map(({ kind, at }) => [kind, at])).toEqual([
    ['bolus', course.time('07:52')],
  ])
})

test('SIGN-2, CHART-10: an enrolled nurse is no second to a bolus recorded as a fact', () => {
  const course = running().at('09:00')
  const { seq } = course.do('adams', 'recordBedsideFact', {
    fact: 'bolus-given',
    units: 1000,
    reason: 'Found',
  })
  given(course)
    .when('evans', 'countersign', course.countersign(seq, { checkedUnits: undefined }))
    .thenRefused('enrolled-nurse-no-bolus')
  course.sign('baker', seq, { checkedUnits: undefined })
  expect(course.chart.owed).toEqual([])
})
