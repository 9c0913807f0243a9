import { expect, test } from 'vitest'
import type { Fields } from './support/course.ts'
import { openedChart } from './support/course.ts'
import { given } from './support/given.ts'
import { advisedBy, bag, deviation, prescribed, prescriptionOf, running } from './support/wards.ts'

function weighed(kg: number, more: object = {}) {
  const course = openedChart().at('07:05')
  course.do('adams', 'recordWeight', { kg, method: 'measured', ...more })
  return course
}
type Prescription = Partial<Fields<'prescribe'>>

/** VTE at 78 kg: 6,000 units and 14 mL/hr; without a reason unless one is given. */
function vte(more: Prescription, kg = 78) {
  const course = weighed(kg)
  const { reason: _, ...fields } = prescriptionOf(course, 'vte')
  return { course, fields: { ...fields, bolusUnits: 6000, rateMlPerHour: 14, ...more } }
}

test('INIT-6, H17: weights are accepted from 20.0 to 350.0 kg to one decimal; anything else is an entry error', () => {
  const weigh = (kg: number) => {
    const course = openedChart()
    const decision = course.decide('adams', 'recordWeight', { kg, method: 'measured' })
    return decision.kind === 'refused' ? decision.refusal.code : decision.kind
  }
  expect([20, 350, 72.4].map(weigh)).toEqual(['accepted', 'accepted', 'accepted'])
  expect([19.9, 350.1, 0, -70].map(weigh)).toEqual(Array(4).fill('weight-out-of-range'))
  expect(weigh(72.45)).toBe('weight-decimals')
})

test('INIT-6, H16: an estimate needs its reason, keeps "weigh" open, due at 12 h and overdue at 24 h, until measured', () => {
  const course = openedChart().at('07:05')
  given(course)
    .when('adams', 'recordWeight', { kg: 80, method: 'estimated' })
    .thenRefused('reason-for-estimate', 'INIT-6')
  course.do('adams', 'recordWeight', { kg: 80, method: 'estimated', reason: 'Intubated' })
  expect(course.chart.weight).toMatchObject({ kg: 80, method: 'estimated', reason: 'Intubated' })
  expect(course.item('weigh')).toMatchObject({
    due: course.iso('19:05'),
    overdue: course.iso('31:05'),
    owner: 'nurse',
  })
  course.at('09:00').do('adams', 'recordWeight', { kg: 78, method: 'measured' })
  expect(course.dueOf('weigh')).toEqual([])
  course.at('10:00').do('adams', 'recordWeight', { kg: 90, method: 'estimated', reason: 'Bed' })
  expect(course.chart.weight?.kg).toBe(78)
})

test('INIT-6: a measured weight that differs changes no running rate; the MO reviews it when bolus or rate would differ', () => {
  const course = running()
  course.at('09:00').do('adams', 'recordWeight', { kg: 78.1, method: 'measured' })
  expect(course.dueOf('mo-decision')).toEqual([])
  course.at('09:10').do('adams', 'recordWeight', { kg: 90, method: 'measured' })

  expect(course.infusion.rateMlPerHour).toBe(14)
  expect(course.item('mo-decision')).toMatchObject({
    about: 'weight-differs',
    rules: ['INIT-6'],
    anchor: { at: course.time('09:10') },
  })
  course.do('chen', 'orderRate', { resultSeq: null, rateMlPerHour: 14, reason: 'APTT decides' })
  expect(course.dueOf('mo-decision')).toEqual([])
})

test('INIT-5: outside the published weights only a deviation with haematology’s advice prescribes', () => {
  for (const kg of [39.9, 170.1]) {
    const { course, fields } = vte({ bolusUnits: null, rateMlPerHour: 6 }, kg)
    given(course).when('haddad', 'prescribe', fields).thenRefused('no-published-dose', 'INIT-5')
    given(course)
      .when('haddad', 'prescribe', { ...fields, deviation })
      .thenRefused('no-published-dose-advice', 'INIT-5')
    given(course)
      .when('chen', 'prescribe', { ...fields, deviation })
      .thenRefused('deviation-authority', 'DEV-1')
    given(course)
      .when('haddad', 'prescribe', {
        ...fields,
        deviation,
        adviceFrom: advisedBy(course, 'haematologist'),
      })
      .thenEntry({ kind: 'infusionPrescribed', rateMlPerHour: 6 })
  }
})

test('INIT-7: the figures are accepted as calculated', () => {
  const { course, fields } = vte({})
  given(course)
    .when('chen', 'prescribe', fields)
    .thenEntry({ protocolVersion: '402.3', weightSeq: 2, bolusUnits: 6000, rateMlPerHour: 14 })
})

const lowered: [string, Prescription, string][] = [
  ['no bolus', { bolusUnits: null }, 'reason-for-lower-bolus'],
  ['a lower bolus', { bolusUnits: 5000 }, 'reason-for-lower-bolus'],
  ['a lower rate', { rateMlPerHour: 13.9 }, 'reason-for-lower-rate'],
  ['exactly half the rate', { rateMlPerHour: 7 }, 'reason-for-lower-rate'],
]
for (const [what, figures, code] of lowered) {
  test(`INIT-7: ${what} needs a reason, and with it any MO prescribes`, () => {
    const { course, fields } = vte(figures)
    const refusal = course.refused('chen', 'prescribe', fields)
    expect(refusal).toMatchObject({ code, status: 422, rules: ['INIT-7'] })
    expect(course.decide('chen', 'prescribe', { ...fields, reason: 'Frail' }).kind).toBe('accepted')
  })
}

const beyond: [string, Prescription, string][] = [
  ['a higher bolus', { bolusUnits: 6500 }, 'above-calculated-bolus'],
  ['a higher rate', { rateMlPerHour: 14.1 }, 'above-calculated-rate'],
  ['less than half the rate', { rateMlPerHour: 6.9 }, 'below-half-rate'],
]
for (const [what, figures, code] of beyond) {
  test(`INIT-7, DEV-1: ${what} is a deviation, with a reason or without`, () => {
    const { course, fields } = vte({ ...figures, reason: 'Because' })
    expect(course.refused('chen', 'prescribe', fields)).toMatchObject({ code, status: 422 })
    const registrar = { ...fields, deviation }
    given(course)
      .when('silva', 'prescribe', registrar)
      .thenRefused('deviation-names-no-amo', 'DEV-1')
    given(course)
      .when('silva', 'prescribe', { ...fields, deviation: { ...deviation, amo: 'Dr Haddad' } })
      .thenEntry({ kind: 'infusionPrescribed' })
  })
}

test('INIT-7, INIT-2: half of a stroke rate is told in tenths: 4.1 of 8.2 is half, 3.3 of 6.7 is less', () => {
  const decide = (kg: number, rateMlPerHour: number) => {
    const course = weighed(kg)
    return course.decide('chen', 'prescribe', prescriptionOf(course, 'stroke', { rateMlPerHour }))
  }
  expect(decide(55, 4.1).kind).toBe('accepted')
  expect(decide(45, 3.4).kind).toBe('accepted')
  expect(decide(45, 3.3)).toMatchObject({ refusal: { code: 'below-half-rate' } })
})

test('INIT-8: the start runs the pump rate that was prescribed, not the units calculated', () => {
  const course = prescribed({ protocol: 'nstemi', kg: 45 }).at('08:00')
  expect(course.chart.prescription?.entry.rateMlPerHour).toBe(7)
  given(course)
    .when('adams', 'startInfusion', { rateMlPerHour: 6.8, bag })
    .thenRefused('figure-differs', 'SIGN-8')
  course.both('startInfusion', { rateMlPerHour: 7, bag })
  expect(course.infusion.rateMlPerHour).toBe(7)
})

test('INIT-9: stroke is prescribed after consulting the neurologist, also as a change of protocol', () => {
  const course = weighed(70)
  const stroke = prescriptionOf(course, 'stroke', { rateMlPerHour: 10, adviceFrom: [] })
  given(course).when('chen', 'prescribe', stroke).thenRefused('neurologist-first', 'INIT-9')
  const change = running()
  given(change)
    .when('chen', 'prescribe', prescriptionOf(change, 'stroke', { adviceFrom: [] }))
    .thenRefused('neurologist-first', 'INIT-9')
})

test('INIT-9: STEMI belongs with thrombolysis, agent and time', () => {
  const course = weighed(70)
  const { thrombolysis: _, ...fields } = prescriptionOf(course, 'stemi', { rateMlPerHour: 8 })
  given(course).when('chen', 'prescribe', fields).thenRefused('thrombolysis-first', 'INIT-9')
})

test('INIT-6, SIGN-2: nothing is prescribed without a weight and a rate, and only by an MO', () => {
  const course = openedChart()
  const fields = prescriptionOf(course, 'vte', { rateMlPerHour: 14 })
  given(course).when('chen', 'prescribe', fields).thenRefused('weigh-first', 'INIT-6')
  given(course).when('adams', 'prescribe', fields).thenRefused('prescribers-only', 'SIGN-2')
  const { course: ready, fields: noRate } = vte({ rateMlPerHour: null })
  given(ready).when('chen', 'prescribe', noRate).thenRefused('rate-missing', 'INIT-7')
})

test('NOMO-4, H14, H25: a rate outside 0.1 to 60.0 mL/hr or a bolus outside 1 to 15,000 units is refused outright, deviations too', () => {
  const by = (figures: Prescription) => {
    const { course, fields } = vte({ ...figures, deviation })
    const decision = course.decide('haddad', 'prescribe', fields)
    return decision.kind === 'refused' ? decision.refusal.code : decision.kind
  }
  expect([0.1, 60].map((rateMlPerHour) => by({ rateMlPerHour }))).toEqual(['accepted', 'accepted'])
  expect([0, -1, 60.1, 1400].map((rateMlPerHour) => by({ rateMlPerHour }))).toEqual(
    Array(4).fill('rate-out-of-range'),
  )
  expect(by({ rateMlPerHour: 13.95 })).toBe('rate-decimals')
  expect([1, 15_000].map((bolusUnits) => by({ bolusUnits }))).toEqual(['accepted', 'accepted'])
  expect([0, 15_001, 80.5].map((bolusUnits) => by({ bolusUnits }))).toEqual(
    Array(3).fill('bolus-out-of-range'),
  )
})

test('CHART-4, H33: a contraindication blocks, save a deviation; hypersensitivity and HIT also ask for a haematologist', () => {
  const { course, fields } = vte({ contraindications: ['active-bleeding'] })
  given(course).when('chen', 'prescribe', fields).thenRefused('contraindicated', 'CHART-4')
  expect(course.decide('haddad', 'prescribe', { ...fields, deviation }).kind).toBe('accepted')
  for (const contraindication of ['hypersensitivity', 'hit-history'] as const) {
    const immune = { ...fields, deviation, contraindications: [contraindication] }
    given(course)
      .when('haddad', 'prescribe', immune)
      .thenRefused('haematologist-for-contraindication', 'CHART-4')
    const advised = { ...immune, adviceFrom: advisedBy(course, 'haematologist') }
    expect(course.decide('haddad', 'prescribe', advised).kind).toBe('accepted')
  }
})

test('CHART-9, H26: only the bag of 25,000 units in 250 mL starts the infusion', () => {
  const course = prescribed().at('08:00')
  for (const other of [
    { units: 50_000, volumeMl: 250 },
    { units: 25_000, volumeMl: 500 },
    { units: 12_500, volumeMl: 125 },
  ]) {
    given(course)
      .when('adams', 'startInfusion', { rateMlPerHour: 14, bag: other })
      .thenRefused('wrong-bag', 'CHART-9')
  }
})

test('SIGN-2: nothing starts without a prescription', () => {
  const course = weighed(78)
  const shown = {
    name: 'NGUYEN, Alex',
    dateOfBirth: '1951-03-09',
    mrn: '9000017',
    protocol: 'vte',
    protocolVersion: '402.3',
    resultText: null,
    collectedAt: null,
    oldRateMlPerHour: null,
  }
  given(course)
    .when('adams', 'startInfusion', { rateMlPerHour: 14, bag, shown })
    .thenRefused('not-prescribed', 'SIGN-2')
})

test('CHART-2: the chart offers what its banner shows', () => {
  const course = prescribed({ prescription: { restrictions: ['neurosurgical'] } })
  const baseline = course.result('31.0', { collected: '07:30' })
  const { chart } = course

  expect(chart.patient).toMatchObject({ surname: 'Nguyen', mrn: '9000017', sex: 'female' })
  expect(chart.allergies).toEqual([{ to: 'Penicillin', reaction: 'Rash' }])
  expect(chart.weight).toMatchObject({ kg: 78, method: 'measured' })
  expect(chart.prescription?.entry).toMatchObject({
    indication: 'An indication',
    protocol: 'vte',
    protocolVersion: '402.3',
  })
  expect(chart.amo).toBe('Dr Sami Haddad')
  expect(chart.restrictions).toEqual(['neurosurgical'])
  expect(course.view(baseline)).toMatchObject({ use: 'baseline', result: { text: '31.0' } })
  expect(chart.suspensions).toEqual([])
})

test('CHART-8, H37: a chart closes only when ceased or never started, and takes nothing more; a transfer moves it', () => {
  const course = running()
  course.do('adams', 'transferWard', { wardId: 'ccu', bed: '3' })
  expect(course.chart).toMatchObject({ wardId: 'ccu', bed: '3' })
  given(course)
    .when('chen', 'closeChart', { reason: 'Done' })
    .thenRefused('close-after-cease', 'CHART-8')
  course.do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
  course.do('chen', 'closeChart', { reason: 'Done' })
  expect(course.chart.open).toBe(false)
  expect(course.due).toEqual([])
  given(course).when('adams', 'writeNote', { text: 'Late' }).thenRefused('chart-closed', 'CHART-8')
})

test('CHART-8: a start that waits falls with the closing of its chart', () => {
  const course = prescribed().at('08:00')
  const { seq } = course.do('adams', 'startInfusion', { rateMlPerHour: 14, bag })
  course.do('chen', 'closeChart', { reason: 'Wrong patient' })

  expect(course.chart.pending).toBeNull()
  given(course).whenChecked('baker', seq).thenRefused('lapsed-or-void')
})
