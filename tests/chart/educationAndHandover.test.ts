import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { command } from '../../src/chart/commands.ts'
import { mayUse } from '../../src/chart/policy.ts'
import { type Course, openedChart } from './support/course.ts'
import { given } from './support/given.ts'
import { people, type Who } from './support/people.ts'

const toPatient = { to: 'patient', interpreter: null, what: 'leaflet' } as const
const toDaughter = {
  to: 'family',
  name: 'Nguyen, Linh',
  interpreter: 'Vietnamese, by telephone',
  what: 'leaflet',
} as const

const clinical: Who[] = ['chen', 'silva', 'haddad', 'adams', 'cole', 'dunn', 'evans', 'fox', 'gray']

function isShaped(fields: object): boolean {
  const whole = {
    commandId: '00000000-0000-4000-8000-000000000001',
    expectedVersion: 0,
    happenedAt: '2027-03-10T07:00:00Z',
    kind: 'recordEducation',
    ...fields,
  }
  return z.safeParse(command, whole).success
}

test.each(clinical)('EDU-2: %s records that the leaflet was gone through', (who) => {
  given(openedChart())
    .at('08:00')
    .when(who, 'recordEducation', toPatient)
    .thenEntry({
      kind: 'educationGiven',
      ...toPatient,
      by: { userId: people[who].userId, name: people[who].name, role: people[who].role },
      happenedAt: '2027-03-10T08:00:00Z',
    })
})

test('EDU-2: an administrator records none', () => {
  given(openedChart())
    .when('hall', 'recordEducation', toPatient)
    .thenRefused('not-clinical', 'SIGN-1')
})

test('EDU-2: a carer or a family member is named, with the interpreter in words', () => {
  given(openedChart())
    .when('gray', 'recordEducation', toDaughter)
    .thenEntry({ kind: 'educationGiven', ...toDaughter })
})

test('EDU-2: only the patient goes without a name, and the interpreter is always answered', () => {
  expect(isShaped(toPatient)).toBe(true)
  expect(isShaped(toDaughter)).toBe(true)
  expect(isShaped({ ...toPatient, name: 'Nguyen, Alex' })).toBe(false)
  expect(isShaped({ to: 'carer', interpreter: null, what: 'leaflet' })).toBe(false)
  expect(isShaped({ ...toDaughter, name: ' ' })).toBe(false)
  expect(isShaped({ to: 'patient', what: 'leaflet' })).toBe(false)
  expect(isShaped({ ...toPatient, interpreter: '' })).toBe(false)
  expect(isShaped({ ...toPatient, what: 'a talk' })).toBe(false)
})

/** All that a chart says beside its entries and the number of the last one. */
function without({ chart }: Course) {
  const { entries: _, seq: __, ...rest } = chart
  return rest
}

test.each([
  ['EDU-2: education given', 'recordEducation', toPatient],
  ['HAND-1: a handover', 'recordHandover', { to: { name: 'Baker, Lee', role: 'RN' } }],
] as const)('%s changes no dose, raises nothing due and fails no signature', (_, kind, fields) => {
  const course = openedChart()
  course.at('07:10').do('adams', 'recordWeight', { kg: 70, method: 'estimated', reason: 'Bed' })
  const before = { chart: without(course), due: course.due, version: course.chart.version }

  course.do('adams', kind, { ...fields, expectedVersion: 0 } as never)

  expect(without(course)).toEqual(before.chart)
  expect(course.due).toEqual(before.due)
  expect(course.chart.version).toBe(before.version)
})

test('HAND-1: a handover says from whom, to whom and when', () => {
  given(openedChart())
    .at('15:00')
    .when('adams', 'recordHandover', { to: { name: 'Baker, Lee', role: 'RN' } })
    .thenEntry({
      kind: 'handedOver',
      by: { userId: 'rn.adams', name: 'Adams, Jo', role: 'RN' },
      to: { name: 'Baker, Lee', role: 'RN' },
      happenedAt: '2027-03-10T15:00:00Z',
    })
})

test('HAND-1: doctors and nurses hand over, enrolled nurses among them; a pharmacist does not', () => {
  const { now } = openedChart()
  const handing = (Object.keys(people) as Who[]).filter(
    (who) => mayUse('recordHandover', people[who], now) === null,
  )
  expect(handing).toEqual([
    'chen',
    'silva',
    'haddad',
    'adams',
    'baker',
    'cole',
    'dunn',
    'evans',
    'fox',
  ])
  given(openedChart())
    .when('gray', 'recordHandover', { to: { name: 'Baker, Lee', role: 'RN' } })
    .thenRefused('doctor-or-nurse-only', 'HAND-1')
})

test('HAND-1: nobody but a doctor or a nurse takes over', () => {
  const to = (role: string) =>
    isShaped({ kind: 'recordHandover', to: { name: 'Gray, Alex', role } })
  expect(to('EN')).toBe(true)
  expect(to('registrar')).toBe(true)
  expect(to('pharmacist')).toBe(false)
  expect(to('administrator')).toBe(false)
  expect(isShaped({ kind: 'recordHandover', to: { name: '', role: 'RN' } })).toBe(false)
})

test.each([
  ['EDU-2', 'recordEducation', toPatient],
  ['HAND-1', 'recordHandover', { to: { name: 'Baker, Lee', role: 'RN' } }],
] as const)(
  '%s, SIGN-7: it is not stated for later than now, and late only with a reason',
  (_, kind, fields) => {
    const course = openedChart().at('12:00')
    const stated = (clock: string, more = {}) =>
      ({ ...fields, happenedAt: course.iso(clock), ...more }) as never
    given(course).when('adams', kind, stated('12:10')).thenRefused('in-the-future', 'SIGN-7')
    given(course).when('adams', kind, stated('10:00')).thenRefused('late-without-reason', 'SIGN-7')
    given(course)
      .when('adams', kind, stated('10:00', { lateReason: 'Busy with another patient' }))
      .thenEntry({ happenedAt: course.iso('10:00') })
  },
)
