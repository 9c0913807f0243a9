import { expect, test } from 'vitest'
import type { Medicines } from '../../src/chart/careFields.ts'
import type { Course, Fields } from './support/course.ts'
import { openedChart } from './support/course.ts'
import { given } from './support/given.ts'
import { advisedBy, deviation, prescribed, prescriptionOf, running } from './support/wards.ts'

const NONE: Medicines = { antiplatelets: [], anticoagulants: [], others: [] }
const ALL_SIX = [
  'age',
  'renal-function',
  'bleeding',
  'falls',
  'other-medicines',
  'other-illness',
] as const

function warfarin(therapeutic: 'yes' | 'no' | 'unknown'): Medicines {
  const agent = { agent: 'Warfarin', dose: '5 mg', lastDoseAt: null, therapeutic }
  return { ...NONE, anticoagulants: [agent] }
}
function aspirin(plan: 'continue' | 'cease', amo?: string): Medicines {
  return { ...NONE, antiplatelets: [{ agent: 'Aspirin', plan, ...(amo ? { amo } : {}) }] }
}
const AF = {
  indication: 'Atrial fibrillation',
  amo: 'Dr Haddad',
  protocol: 'vte',
  rationale: 'The clot counts more',
} as const

/** Weighed, with what a prescription as calculated would bring. */
function toPrescribe(
  protocol: 'vte' | 'nstemi' | 'stemi',
  more: Partial<Fields<'prescribe'>> = {},
) {
  const course = openedChart().at('07:05')
  course.do('adams', 'recordWeight', { kg: 78, method: 'measured' })
  const rate = { vte: 14, nstemi: 10, stemi: 9 }[protocol]
  return { course, fields: prescriptionOf(course, protocol, { rateMlPerHour: rate, ...more }) }
}

function asks(course: Course, fields: Fields<'prescribe'>, who: 'chen' | 'haddad' = 'chen') {
  const decision = course.decide(who, 'prescribe', fields)
  return decision.kind === 'refused' ? decision.refusal.code : decision.kind
}

test('CHART-3, H19: a second indication whose chosen protocol is not the prescribed one is refused', () => {
  const { course, fields } = toPrescribe('nstemi', { secondIndication: AF })
  given(course)
    .when('chen', 'prescribe', fields)
    .thenRefused('second-indication-protocol', 'CHART-3')
  const chosen = { ...AF, protocol: 'nstemi' } as const
  given(course)
    .when('chen', 'prescribe', { ...fields, secondIndication: chosen })
    .thenEntry({ kind: 'infusionPrescribed' })
  expect(course.chart.secondIndication).toEqual(chosen)
})

test('CHART-3, H19: recorded beforehand it binds the prescription, until the prescription says there is none', () => {
  const { course, fields } = toPrescribe('nstemi')
  course.do('chen', 'recordSecondIndication', { secondIndication: AF })
  expect(asks(course, fields)).toBe('second-indication-protocol')
  expect(asks(course, { ...fields, secondIndication: null })).toBe('accepted')
  course.do('chen', 'prescribe', { ...fields, secondIndication: null })
  expect(course.chart.secondIndication).toBeNull()
})

test('CHART-3: while one runs, another protocol comes with the prescription of its change alone', () => {
  const course = running({ protocol: 'nstemi' }).at('09:00')
  given(course)
    .when('chen', 'recordSecondIndication', { secondIndication: AF })
    .thenRefused('second-indication-protocol', 'CHART-3')
  course.do('chen', 'prescribe', prescriptionOf(course, 'vte', { secondIndication: AF }))
  expect(course.chart.secondIndication).toEqual(AF)
  const later = { ...AF, rationale: 'Still' }
  course.do('chen', 'recordSecondIndication', { secondIndication: later })
  expect(course.chart.secondIndication).toEqual(later)
})

test('CHART-4: a risk assessment weighs all six, and a benefit that does not outweigh the risk prescribes nothing, by deviation neither', () => {
  const { course, fields } = toPrescribe('vte')
  const assessed = (riskAssessment: Fields<'prescribe'>['riskAssessment']) => ({
    ...fields,
    riskAssessment,
  })
  const half = { considered: ALL_SIX.slice(1), benefitOutweighsRisk: true }
  expect(asks(course, assessed(half))).toBe('risks-not-considered')
  const no = assessed({ considered: [...ALL_SIX], benefitOutweighsRisk: false })
  expect(asks(course, no)).toBe('risk-outweighs-benefit')
  expect(asks(course, { ...no, deviation }, 'haddad')).toBe('risk-outweighs-benefit')
  expect(asks(course, assessed({ considered: [...ALL_SIX], benefitOutweighsRisk: true }))).toBe(
    'accepted',
  )
})

test('CHART-4: precautions block nothing and stay with the prescription', () => {
  const precautions = ['ulcer', 'renal-disease'] as const
  const course = prescribed({ prescription: { precautions: [...precautions] } })
  expect(course.chart.prescription?.entry.precautions).toEqual(precautions)
})

test('CHART-6, BOL-3, H5: an anticoagulant that is or may be therapeutic needs "already anticoagulated"', () => {
  const { course, fields } = toPrescribe('vte')
  for (const therapeutic of ['yes', 'unknown'] as const) {
    const medicines = warfarin(therapeutic)
    given(course)
      .when('chen', 'prescribe', { ...fields, medicines })
      .thenRefused('anticoagulant-not-answered', 'BOL-3')
    const restricted = { ...fields, medicines, restrictions: ['anticoagulated' as const] }
    expect(asks(course, restricted)).toBe('accepted')
  }
  expect(asks(course, { ...fields, medicines: warfarin('no') })).toBe('accepted')
})

test('CHART-6, BOL-3, H5: the list on the chart counts where the prescription brings none', () => {
  const { course, fields } = toPrescribe('vte')
  course.do('adams', 'recordMedicines', { medicines: warfarin('unknown') })
  expect(asks(course, fields)).toBe('anticoagulant-not-answered')
  course.do('chen', 'prescribe', { ...fields, medicines: NONE })
  expect(course.chart.medicines).toEqual(NONE)
})

test('BOL-3, H5: an anticoagulant found after the prescription bars the bolus that is not given yet, and its countersign', () => {
  const { course, fields } = toPrescribe('vte', { bolusUnits: 6000 })
  const { seq: orderSeq } = course.do('chen', 'prescribe', fields)
  const act = course.do('adams', 'giveBolus', { orderSeq, units: 6000 })
  course.do('adams', 'recordMedicines', { medicines: warfarin('yes') })

  expect(course.chart.restrictions).toEqual(['anticoagulated'])
  expect(course.chart.pending).toBeNull()
  expect(course.refused('baker', 'countersign', course.countersign(act.seq)).code).toBe(
    'lapsed-or-void',
  )
  const refusal = course.refused('adams', 'giveBolus', { orderSeq, units: 6000 })
  expect(refusal).toMatchObject({ code: 'bolus-lapsed', facts: { lapse: 'anticoagulant' } })
})

test('BOL-3, BOL-6, H5: found while it runs, it bars the nomogram’s bolus until haematology is named', () => {
  const course = running().at('09:00')
  course.do('adams', 'recordMedicines', { medicines: warfarin('unknown') })
  const resultSeq = course.result('35.0', { collected: '14:00' })
  const order = { resultSeq, units: 5000, adviceFrom: [] }
  given(course).when('chen', 'orderBolus', order).thenRefused('bolus-barred', 'BOL-3')
  const advised = { ...order, adviceFrom: advisedBy(course, 'haematologist') }
  const { seq: orderSeq } = course.do('chen', 'orderBolus', advised)
  expect(course.decide('adams', 'giveBolus', { orderSeq, units: 5000 }).kind).toBe('accepted')
})

test('BOL-3, CHART-1: the list struck out, the bolus stands again; one that is not therapeutic bars nothing', () => {
  const { course, fields } = toPrescribe('vte', { bolusUnits: 6000 })
  const { seq: orderSeq } = course.do('chen', 'prescribe', fields)
  course.do('adams', 'recordMedicines', { medicines: warfarin('no') })
  expect(course.chart.restrictions).toEqual([])
  const { seq: struckSeq } = course.do('adams', 'recordMedicines', { medicines: warfarin('yes') })
  course.do('adams', 'strikeOut', { struckSeq, reason: 'Another patient’s list' })
  expect(course.chart.medicines).toEqual(warfarin('no'))
  expect(course.chart.restrictions).toEqual([])
  expect(course.decide('adams', 'giveBolus', { orderSeq, units: 6000 }).kind).toBe('accepted')
})

for (const protocol of ['nstemi', 'stemi'] as const) {
  test(`CHART-6: on ${protocol} an antiplatelet is not ceased, save by deviation`, () => {
    const { course, fields } = toPrescribe(protocol)
    const ceasing = { ...fields, medicines: aspirin('cease', 'Dr Haddad') }
    given(course)
      .when('haddad', 'prescribe', ceasing)
      .thenRefused('antiplatelet-not-ceased', 'CHART-6')
    expect(asks(course, { ...ceasing, medicines: aspirin('continue') })).toBe('accepted')
    course.do('haddad', 'prescribe', { ...ceasing, deviation })
    // Recorded once under the deviation, the decision is not asked again.
    course.do('adams', 'recordMedicines', {
      medicines: { ...aspirin('cease'), others: ['Paracetamol'] },
    })
    given(course)
      .when('adams', 'recordMedicines', {
        medicines: { ...NONE, antiplatelets: [{ agent: 'Clopidogrel', plan: 'cease', amo: 'x' }] },
      })
      .thenRefused('antiplatelet-not-ceased', 'CHART-6')
  })
}

test('CHART-6: elsewhere ceasing one needs the name of the AMO who decided, or the AMO’s own signature', () => {
  const { course, fields } = toPrescribe('vte')
  const ceasing = { ...fields, medicines: aspirin('cease') }
  given(course)
    .when('chen', 'prescribe', ceasing)
    .thenRefused('antiplatelet-names-no-amo', 'CHART-6')
  given(course)
    .when('adams', 'recordMedicines', { medicines: aspirin('cease') })
    .thenRefused('antiplatelet-names-no-amo', 'CHART-6')
  expect(asks(course, ceasing, 'haddad')).toBe('accepted')
  expect(asks(course, { ...ceasing, medicines: aspirin('cease', 'Dr Haddad') })).toBe('accepted')
})

test('CHART-6: what was ceased on another protocol is asked again at a change to NSTEMI', () => {
  const course = running({ prescription: { medicines: aspirin('cease', 'Dr Haddad') } }).at('09:00')
  const change = prescriptionOf(course, 'nstemi')
  expect(asks(course, change)).toBe('antiplatelet-not-ceased')
  expect(asks(course, { ...change, medicines: aspirin('continue') })).toBe('accepted')
})

test('CHART-2: allergies and AMO replace those before, and struck out they come back', () => {
  const course = openedChart()
  const before = course.chart.allergies
  const allergies = [{ to: 'Penicillin', reaction: 'Rash' }]
  const { seq: struckSeq } = course.do('evans', 'recordAllergies', { allergies })
  course.do('adams', 'changeAmo', { amo: 'Dr Roy' })
  expect(course.chart).toMatchObject({ allergies, amo: 'Dr Roy' })
  course.do('chen', 'strikeOut', { struckSeq, reason: 'Wrong patient' })
  expect(course.chart.allergies).toEqual(before)
})
