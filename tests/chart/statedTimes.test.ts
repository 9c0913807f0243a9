import { expect, test } from 'vitest'
import { isoOf, plusMinutes } from '../../src/time.ts'
import type { Fields } from './support/course.ts'
import { given } from './support/given.ts'
import { prescribed, prescriptionOf, running } from './support/wards.ts'

const warfarin = (lastDoseAt: string) => ({
  antiplatelets: [],
  others: [],
  anticoagulants: [{ agent: 'Warfarin', dose: '5 mg', lastDoseAt, therapeutic: 'no' as const }],
})

test('SIGN-7, BOL-1, INIT-9, H5: advice, thrombolysis and a last dose of a time to come are none; two minutes of another clock are taken', () => {
  const course = prescribed().at('07:20')
  const told: ((at: string) => Fields<'prescribe'>)[] = [
    (at) => ({
      ...prescriptionOf(course, 'vte', { bolusUnits: 6000, rateMlPerHour: 14 }),
      restrictions: ['stroke'],
      adviceFrom: [{ role: 'neurologist', name: 'Dr Ng', at }],
    }),
    (at) => ({
      ...prescriptionOf(course, 'stemi', { rateMlPerHour: 9, reason: 'Frail' }),
      thrombolysis: { agent: 'Tenecteplase', at },
    }),
    (at) => ({
      ...prescriptionOf(course, 'vte', { rateMlPerHour: 14 }),
      medicines: warfarin(at),
    }),
  ]
  for (const fieldsOf of told) {
    const [late, near] = [3, 2].map((ahead) => isoOf(plusMinutes(course.now, ahead)))
    given(course)
      .when('chen', 'prescribe', fieldsOf(late ?? ''))
      .thenRefused('in-the-future', 'SIGN-7')
    expect(course.decide('chen', 'prescribe', fieldsOf(near ?? '')).kind).toBe('accepted')
  }
  given(course)
    .when('adams', 'recordMedicines', { medicines: warfarin(course.iso('07:23')) })
    .thenRefused('in-the-future', 'SIGN-7')
})

test('SIGN-7, BOL-6: the advice that a bolus order names has been given', () => {
  const course = running({ prescription: { restrictions: ['anticoagulated'] } })
  const resultSeq = course.result('35.0', { collected: '14:00', resulted: '14:20' })
  const at = (clock: string) => ({
    resultSeq,
    units: 5000,
    adviceFrom: [{ role: 'haematologist' as const, name: 'Dr H', at: course.iso(clock) }],
  })
  given(course).when('chen', 'orderBolus', at('16:00')).thenRefused('in-the-future', 'SIGN-7')
  given(course).when('chen', 'orderBolus', at('14:15')).thenEntry({ kind: 'bolusOrdered' })
})

test('SIGN-7, NOMO-9: an MO orders on a sample at no time before it was collected', () => {
  const course = running()
  const resultSeq = course.result('35.0', { collected: '14:00', resulted: '14:20' })
  const happenedAt = course.iso('13:59')
  const bolus = { resultSeq, units: 5000, adviceFrom: [] }
  given(course)
    .when('chen', 'orderBolus', { ...bolus, happenedAt })
    .thenRefused('before-its-sample', 'SIGN-7')
  const rate = { resultSeq, rateMlPerHour: 15, reason: 'The row' }
  given(course)
    .when('chen', 'orderRate', { ...rate, happenedAt })
    .thenRefused('before-its-sample', 'SIGN-7')
  const then = course.iso('14:00')
  given(course)
    .when('chen', 'orderBolus', { ...bolus, happenedAt: then })
    .thenEntry(bolus)
  given(course)
    .when('chen', 'orderRate', { ...rate, happenedAt: then })
    .thenEntry(rate)
})

test('SIGN-7, FALL-1, BLEED-0: a look from before it clears no suspension, nor one from before it was last seen', () => {
  const course = running()
  course.at('10:30').do('adams', 'recordFall', { headInjury: 'none-seen', witnessed: false })
  const clear = (clock: string) => ({
    reason: 'fall' as const,
    finding: 'No injury',
    nextStep: 'Go on',
    happenedAt: course.iso(clock),
  })
  course.at('10:40')
  given(course)
    .when('chen', 'clearSuspension', clear('10:29'))
    .thenRefused('reviewed-before-event', 'SIGN-7')
  given(course)
    .when('chen', 'clearSuspension', clear('10:30'))
    .thenEntry({ kind: 'suspensionCleared' })
})
