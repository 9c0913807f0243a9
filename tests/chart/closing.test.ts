import { expect, test } from 'vitest'
import { given } from './support/given.ts'
import { ended, plan } from './support/planned.ts'
import { prescribed, running } from './support/wards.ts'

const close = { reason: 'Ceased' }
const cleared = { finding: 'Looked at', nextStep: 'As charted' }

test('CHART-8, BLEED-0, H31: a chart is not closed while a suspension stands, for another would not know of it; once an MO has cleared it, it is', () => {
  for (const reason of ['suspected-major-bleed', 'head-injury', 'suspected-hit'] as const) {
    const course = running().at('10:00')
    course.do('adams', 'ceaseInfusion', { reason })
    for (const who of ['adams', 'chen'] as const) {
      const refusal = given(course.at('10:10'))
        .when(who, 'closeChart', close)
        .thenRefused('close-after-clearing', 'CHART-8', 'BLEED-0')
      expect(refusal.facts).toEqual({ reason, since: course.iso('10:00') })
    }
    course.at('10:20').do('chen', 'clearSuspension', { reason, ...cleared })
    given(course).when('adams', 'closeChart', close).thenEntry({ kind: 'chartClosed' })
  }
})

test('CHART-8, FALL-1: nor is a chart that was never started, before an MO has looked at the fall', () => {
  const course = prescribed().at('07:20')
  course.do('adams', 'recordFall', { headInjury: 'none-seen', witnessed: true })
  given(course).when('chen', 'closeChart', close).thenRefused('close-after-clearing')
  course.do('chen', 'clearSuspension', { reason: 'fall', ...cleared })
  given(course).when('chen', 'closeChart', close).thenEntry({ kind: 'chartClosed' })
})

test('CHART-8, PROC-1, H32: a chart with a lumbar puncture under way is not closed; with its plan cancelled it is', () => {
  const course = running()
  const planSeq = plan(course.at('09:00'), 'lumbar-puncture', '20:00')
  course.at('13:30').do('adams', 'ceaseInfusion', { reason: 'procedure' })
  const refusal = given(course.at('20:30'))
    .when('adams', 'closeChart', close)
    .thenRefused('close-after-procedure', 'CHART-8', 'PROC-1')
  expect(refusal.facts).toEqual({ procedure: 'Lumbar puncture', earliest: null })
  course.do('chen', 'cancelProcedure', { planSeq, reason: 'Not done' })
  given(course).when('adams', 'closeChart', close).thenEntry({ kind: 'chartClosed' })
})

test('CHART-8, PROC-1: nor in the hours after it; from the time that heparin may go on it is', () => {
  const { course } = ended()
  const refusal = given(course.at('21:00'))
    .when('adams', 'closeChart', close)
    .thenRefused('close-after-procedure')
  expect(refusal.facts.earliest).toBe(course.iso('22:41'))
  given(course.at('22:41')).when('adams', 'closeChart', close).thenEntry({ kind: 'chartClosed' })
})

test('CHART-8: what is only planned for another day keeps no chart open', () => {
  const course = prescribed()
  plan(course.at('07:20'), 'lumbar-puncture', '40:00')
  given(course).when('adams', 'closeChart', close).thenEntry({ kind: 'chartClosed' })
})
