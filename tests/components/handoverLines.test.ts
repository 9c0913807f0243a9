import { expect, test } from 'vitest'
import {
  backgroundLines,
  type HandoverLine,
  situationLines,
} from '../../src/components/handoverLines.ts'
import { handoverRequests } from '../../src/components/handoverRequests.ts'
import { type Course, unproven } from '../chart/support/course.ts'
import { people } from '../chart/support/people.ts'
import { deviation, running } from '../chart/support/wards.ts'

const inputsOf = ({ chart, entries, now }: Course) => ({
  chart,
  entries,
  now,
  zone: 'UTC',
  ward: '7 West',
})

function line(lines: readonly HandoverLine[], label: string): HandoverLine | undefined {
  const said = lines.find((each) => each.label === label)
  return said && { ...said, value: said.value.replaceAll('\u00a0', ' ') }
}

function deviating(until?: 'ended') {
  const course = running().at('10:00')
  const order = course.do('haddad', 'orderRate', {
    resultSeq: null,
    rateMlPerHour: 11,
    reason: 'Gums bleed',
    deviation: { ...deviation, ...(until ? { until } : {}) },
  })
  return { course, order }
}

test('HAND-1, DEV-1: a deviation is handed over with its time, person and reason, and that it is in force', () => {
  const past = line(backgroundLines(inputsOf(deviating().course)), 'Deviations')
  expect(past).toMatchObject({
    value: '10:00, Haddad, Sami: Discussed with the AMO. Told to the nurses',
    alert: false,
  })
  const lasting = line(backgroundLines(inputsOf(deviating('ended').course)), 'Deviations')
  expect(lasting).toMatchObject({
    value:
      '10:00, Haddad, Sami (in force until it is ended): Discussed with the AMO. Told to the nurses',
    alert: true,
  })
})

test('HAND-1, CHART-1: what is struck out is not handed over', () => {
  const { course, order } = deviating('ended')
  course.at('10:05').do('haddad', 'strikeOut', { struckSeq: order.seq, reason: 'Wrong patient' })
  expect(line(backgroundLines(inputsOf(course)), 'Deviations')?.value).toBe('None')
})

test('HAND-1: an interruption says what ran, a concern that a medical officer decides', () => {
  const off = running().at('09:00')
  off.do('adams', 'interruptInfusion', { reason: 'To the scanner' })
  expect(line(situationLines(inputsOf(off)), 'Infusion')).toMatchObject({
    value: 'Off since 09:00. It ran 14 mL/hr',
    alert: true,
  })
  const stopped = running().at('09:00')
  stopped.do('adams', 'stopInfusion', { reason: 'concern', text: 'Pale' })
  expect(line(situationLines(inputsOf(stopped)), 'Infusion')?.value).toBe(
    'Stopped since 09:00. It ran 14 mL/hr. No hold: a medical officer decides',
  )
})

test('HAND-1, CHART-1: a rate that is unconfirmed is never handed over as running', () => {
  const course = running().at('09:00')
  const start = course.entries.find(({ kind }) => kind === 'infusionStarted')
  course.do('chen', 'strikeOut', { struckSeq: start?.seq ?? 0, reason: 'Wrong chart' })
  const said = line(situationLines(inputsOf(course)), 'Infusion')
  expect(said).toMatchObject({ value: 'Rate unconfirmed: read the pump', alert: true })
  const asked = handoverRequests({ ...inputsOf(course), user: people.adams })
  expect(asked.map(({ what }) => what)).toContain('MO reviews the struck-out entry')
})

test('HAND-1, SIGN-5: a stop of unconfirmed identity asks its signer, by name', () => {
  const course = running().at('09:00')
  course.do(unproven('adams'), 'stopInfusion', { reason: 'concern', text: 'Pale' })
  const asked = handoverRequests({ ...inputsOf(course), user: people.baker })
  expect(asked).toContainEqual(
    expect.objectContaining({ what: 'Signature: identity unconfirmed', who: 'Adams, Jo' }),
  )
})

test('HAND-1, SIGN-5: an owed signature and a medical officer’s question are asked for, with whose they are', () => {
  const course = running().at('09:00')
  course.do('adams', 'stopInfusion', { reason: 'concern', text: 'Pale' })
  const asked = handoverRequests({ ...inputsOf(course), user: people.adams })
  expect(asked).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ what: 'MO decides on the stop', who: 'MO' }),
      expect.objectContaining({ what: 'Countersign', who: 'Adams, Jo, with a second person' }),
    ]),
  )
})

test('HAND-1, CHART-3, CHART-4, CHART-6: what the prescription was weighed against is handed over', () => {
  const secondIndication = {
    indication: 'Atrial fibrillation',
    amo: 'Dr Roy',
    protocol: 'vte',
    rationale: 'The clot counts more',
  } as const
  const course = running({
    prescription: {
      secondIndication,
      precautions: ['ulcer'],
      medicines: { antiplatelets: [], anticoagulants: [], others: ['Ibuprofen'] },
    },
  })
  const inputs = inputsOf(course)
  expect(line(situationLines(inputs), 'Second indication')?.value).toBe(
    'Atrial fibrillation; Dr Roy (AMO) chose VTE/ATE/AF: The clot counts more',
  )
  expect(line(backgroundLines(inputs), 'Precautions')?.value).toBe('Stomach or duodenal ulcer')
  expect(line(backgroundLines(inputs), 'Other medicines')?.value).toBe('Ibuprofen')
})
