import { expect, test } from 'vitest'
import { instantOf, isoOf } from '../../src/time.ts'
import { people } from './support/people.ts'
import { bag, prescribed } from './support/wards.ts'

/** The chart of the contract's examples: VTE at 14 mL/hr since 09:00 Sydney, APTT 98.0 collected at 04:00 UTC. */
function example() {
  const course = prescribed({ day: '2027-03-09T14:30:00Z', prescription: { bolusUnits: 6000 } })
  course.now = instantOf('2027-03-09T22:00:00Z')
  course.both('giveBolus', { orderSeq: 3, units: 6000 })
  course.both('startInfusion', { rateMlPerHour: 14, bag })
  course.now = instantOf('2027-03-10T04:00:00Z')
  course.do('adams', 'recordCollection', { site: 'away-from-heparin' })
  course.now = instantOf('2027-03-10T04:45:00Z')
  course.do('adams', 'recordResult', { text: '98.0', sample: { collectionSeq: 8 } })
  return course
}

const shown = {
  name: 'NGUYEN, Alex',
  dateOfBirth: '1951-03-09',
  mrn: '9000017',
  protocol: 'vte',
  protocolVersion: '402.3',
  resultText: '98.0',
  collectedAt: '2027-03-10T04:00:00Z',
  oldRateMlPerHour: 14,
}

function titrated() {
  const course = example()
  course.now = instantOf('2027-03-10T04:50:03Z')
  const first = course.do('adams', 'changeRate', {
    commandId: '6f0d0c0e-6c53-4c0e-9a51-0f7c2b1d9e01',
    expectedVersion: 8,
    happenedAt: '2027-03-10T04:50:00Z',
    resultSeq: 9,
    newRateMlPerHour: 12,
    shown,
    signature: { pin: '204811' },
  })
  return { course, first }
}

test('SIGN-3, SIGN-4: the contract’s titration takes its first signature as entry 10 and version 9; 14 mL/hr still runs', () => {
  const { course, first } = titrated()

  expect(first).toMatchObject({
    seq: 10,
    version: 9,
    kind: 'rateChanged',
    by: { userId: 'rn.adams', name: 'Adams, Jo', role: 'RN' },
    recordedAt: '2027-03-10T04:50:03Z',
  })
  expect(first).not.toHaveProperty('signature')
  expect(course.infusion.rateMlPerHour).toBe(14)
  expect(course.chart.pending?.actSeq).toBe(10)
})

function countersigned() {
  const { course } = titrated()
  course.now = instantOf('2027-03-10T04:55:20Z')
  const second = course.do('baker', 'countersign', {
    commandId: '0b9e7a52-7d0c-4a43-8f0a-5a1c6d3e7f02',
    expectedVersion: 9,
    happenedAt: '2027-03-10T04:55:00Z',
    actSeq: 10,
    checkedResultText: '98.0',
    checkedRateMlPerHour: 12,
    pumpReadBackMlPerHour: 12,
    shown,
    signature: { userId: 'rn.baker', pin: '738256' },
  })
  return { course, second }
}

test('SIGN-4, TIME-1, NOMO-8: the contract’s second signature puts 12 mL/hr into effect at 04:55 and asks for the APTT at 10:55', () => {
  const { course, second } = countersigned()

  expect(second).toMatchObject({ seq: 11, version: 10, kind: 'countersigned', actSeq: 10 })
  expect(course.infusion).toMatchObject({
    rateMlPerHour: 12,
    since: instantOf('2027-03-10T04:55:00Z'),
  })
  const { dueAt, overdueAt, anchor, ...item } = course.item('aptt-collection')
  expect(item).toMatchObject({
    kind: 'aptt-collection',
    owner: 'nurse',
    rules: ['TIME-1', 'NOMO-8'],
    status: 'waiting',
  })
  expect([dueAt, overdueAt ?? dueAt, anchor.at].map(isoOf)).toEqual([
    '2027-03-10T10:55:00Z',
    '2027-03-10T11:25:00Z',
    '2027-03-10T04:55:00Z',
  ])
  expect(anchor.seq).toBe(11)
})

test('SIGN-5, BLEED-0: the contract’s emergency stop is taken four versions behind and leaves no restart', () => {
  const { course } = countersigned()
  course.now = instantOf('2027-03-10T05:10:02Z')

  const cease = course.do(people.cole, 'ceaseInfusion', {
    commandId: 'c2a1f4d8-1b7e-4e55-b7a9-93d0e4f5a603',
    expectedVersion: 6,
    reason: 'suspected-major-bleed',
    happenedAt: '2027-03-10T05:10:00Z',
    signature: { pin: '665019' },
  })

  expect(cease).toMatchObject({ seq: 12, version: 11, kind: 'infusionCeased' })
  const { infusion, suspensions, owed } = course.chart
  expect(infusion).toMatchObject({ status: 'ceased', rateMlPerHour: null })
  expect(suspensions.map(({ reason }) => reason)).toEqual(['suspected-major-bleed'])
  expect(owed.map(({ actSeq }) => actSeq)).toEqual([12])
  expect(course.due.map(({ kind }) => kind).sort()).toEqual(['mo-decision', 'second-check'])
})
