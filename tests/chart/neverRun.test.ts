import { expect, test } from 'vitest'
import { given } from './support/given.ts'
import { advisedBy, deviation, prescribed, prescriptionOf, running } from './support/wards.ts'

const cleared = { finding: 'Looked at', nextStep: 'As charted' }

test('RECOM-1, CHART-4, H33: HIT suspected before the first start and cleared asks for haematology at the next prescription', () => {
  const course = prescribed().at('07:20')
  course.do('adams', 'recordAdverseEvent', { event: 'suspected-hit', text: 'Platelets fell' })
  course.do('chen', 'clearSuspension', { reason: 'suspected-hit', ...cleared })
  const again = prescriptionOf(course, 'vte', { rateMlPerHour: 14 })
  given(course).when('chen', 'prescribe', again).thenRefused('haematologist-after-hit', 'RECOM-1')
  const adviceFrom = advisedBy(course, 'haematologist')
  expect(course.decide('chen', 'prescribe', { ...again, adviceFrom }).kind).toBe('accepted')
})

test('INIT-5, INIT-7, H17: a cease of what never ran opens no rate but the weight’s own', () => {
  const course = prescribed().at('07:30')
  course.do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
  const prescribe = (more: Parameters<typeof prescriptionOf>[2], who: 'chen' | 'haddad' = 'chen') =>
    given(course).when(who, 'prescribe', prescriptionOf(course, 'vte', more))
  prescribe({ rateMlPerHour: 40 }).thenRefused('above-calculated-rate', 'INIT-7')
  prescribe({ rateMlPerHour: 6 }).thenRefused('below-half-rate', 'INIT-7')
  prescribe({ rateMlPerHour: 14, bolusUnits: 6000 }).thenRefused('no-bolus-at-recommencing')
  prescribe({ rateMlPerHour: 16, deviation }, 'haddad').thenEntry({ rateMlPerHour: 16 })
  prescribe({ rateMlPerHour: 12 }).thenEntry({ rateMlPerHour: 12 })
  const { reason: _, ...plain } = prescriptionOf(course, 'vte', { rateMlPerHour: 14 })
  const { seq: orderSeq } = course.do('chen', 'prescribe', plain)
  course.both('recommenceInfusion', { orderSeq, rateMlPerHour: 14 })
  expect(course.infusion.status).toBe('running')
})

test('RECOM-1: once heparin has run the rate is the MO’s own', () => {
  const course = running().at('10:00')
  course.do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
  const again = prescriptionOf(course, 'vte', { rateMlPerHour: 20 })
  expect(course.decide('chen', 'prescribe', again).kind).toBe('accepted')
})
