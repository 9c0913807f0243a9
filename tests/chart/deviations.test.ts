import { expect, test } from 'vitest'
import { deviationAt, deviationInForce } from '../../src/chart/deviationAt.ts'
import { dueItems } from '../../src/chart/due.ts'
import type { Course, Fields } from './support/course.ts'
import { given } from './support/given.ts'
import { deviation, prescribed, running } from './support/wards.ts'

type Until = NonNullable<Fields<'orderRate'>['deviation']>['until']

/** Runs 14 since 08:00; the AMO orders 11 at 10:00 as a deviation, and it is set. */
function deviating(until?: Until) {
  const course = running().at('10:00')
  const { seq: orderSeq } = course.do('haddad', 'orderRate', orderOf(until))
  course.both('changeRate', { orderSeq, newRateMlPerHour: 11 })
  return { course, deviationSeq: orderSeq }
}

function orderOf(until: Until, rateMlPerHour = 11) {
  return {
    resultSeq: null,
    rateMlPerHour,
    reason: 'Bleeding gums',
    deviation: { ...deviation, ...(until === undefined ? {} : { until }) },
  }
}

function inForce({ chart, now }: Course) {
  return deviationInForce(chart, now)?.seq ?? null
}

test('DEV-1: it is ended by the AMO or a registrar for a named AMO, and by nobody else', () => {
  const { course, deviationSeq } = deviating('ended')
  const end = { deviationSeq, reason: 'Bleeding has stopped' }
  for (const who of ['chen', 'adams'] as const) {
    expect(course.refused(who, 'endDeviation', end)).toMatchObject({ status: 403 })
  }
  given(course).when('chen', 'endDeviation', end).thenRefused('deviation-end-authority', 'DEV-1')
  given(course).when('silva', 'endDeviation', end).thenRefused('deviation-names-no-amo', 'DEV-1')
  expect(inForce(course)).toBe(deviationSeq)
  given(course)
    .when('silva', 'endDeviation', { ...end, amo: 'Dr Haddad' })
    .thenEntry({ kind: 'deviationEnded', amo: 'Dr Haddad' })
  expect(inForce(course)).toBeNull()
  given(course).when('haddad', 'endDeviation', end).thenRefused('deviation-not-in-force', 'DEV-1')
})

test('DEV-1: ended, the next usable sample is read by the nomogram from the running rate; one that came within it never is', () => {
  const { course, deviationSeq } = deviating('ended')
  const within = course.result('98.0', { collected: '16:00' })
  expect(course.view(within)).toMatchObject({ use: 'usable', advice: null })
  course.at('16:10').do('haddad', 'endDeviation', { deviationSeq, reason: 'Over' })
  expect(course.view(within).advice).toBeNull()
  given(course)
    .when('adams', 'changeRate', { resultSeq: within, newRateMlPerHour: 9 })
    .thenRefused('deviation-in-force', 'DEV-1')
  const after = course.result('98.0', { collected: '22:00' })
  expect(course.view(after).advice).toMatchObject({ kind: 'change', newRateMlPerHour: 9 })
})

test('DEV-1, CHART-1: the end struck out, it is in force again and the nomogram is silent', () => {
  const { course, deviationSeq } = deviating('ended')
  const { seq } = course.do('haddad', 'endDeviation', { deviationSeq, reason: 'Over' })
  course.do('haddad', 'strikeOut', { struckSeq: seq, reason: 'Not yet' })
  expect(inForce(course)).toBe(deviationSeq)
  const within = course.result('98.0', { collected: '16:00' })
  expect(course.view(within).advice).toBeNull()
})

for (const until of ['ended', 'next-result', '2027-03-10T15:00:00Z'] as const) {
  test(`DEV-1: a result that stood undecided when it began (${until}) is left to its instructions, then and later`, () => {
    const course = running()
    const before = course.result('98.0', { collected: '14:00' })
    expect(course.view(before).advice?.kind).toBe('change')
    course.at('14:10').do('haddad', 'orderRate', orderOf(until, 14))
    expect(course.view(before).advice).toBeNull()
    given(course)
      .when('adams', 'changeRate', { resultSeq: before, newRateMlPerHour: 12 })
      .thenRefused('deviation-in-force', 'DEV-1')
    course.at('15:30')
    expect(course.view(before).advice).toBeNull()
  })
}

test('DEV-1, H31: a stop-band result that stood when it began still offers STOP', () => {
  const course = running()
  const resultSeq = course.result('150.0', { collected: '14:00' })
  course.at('14:10').do('haddad', 'orderRate', orderOf('ended', 14))
  expect(course.item('mo-decision')).toMatchObject({ stopAdvised: true })
  given(course)
    .when('adams', 'stopInfusion', { reason: 'nomogram', resultSeq })
    .thenEntry({ kind: 'infusionStopped', restartRateMlPerHour: 12 })
})

test('DEV-1: until the next result: it stands until the laboratory can give one, and that one is read', () => {
  const { course, deviationSeq } = deviating('next-result')
  course.result('clotted', { collected: '15:00' })
  expect(inForce(course)).toBe(deviationSeq)
  expect(deviationAt(course.chart, course.now)).toBeNull()
  const next = course.result('98.0', { collected: '16:00' })
  expect(course.view(next).advice).toMatchObject({ newRateMlPerHour: 9 })
  expect(inForce(course)).toBeNull()
})

test('DEV-1: until a time: in force before it, over at it; a time that is past is refused', () => {
  const { course, deviationSeq } = deviating('2027-03-10T17:00:00Z')
  expect([inForce(course.at('16:59')), inForce(course.at('17:00'))]).toEqual([deviationSeq, null])
  given(course)
    .when('haddad', 'orderRate', orderOf('2027-03-10T17:00:00Z'))
    .thenRefused('deviation-until-past', 'DEV-1')
})

test('DEV-1: each deviation waits to be explained and copied: the MO’s, at once, never overdue, behind everything else', () => {
  const { course, deviationSeq } = deviating()
  const item = { status: 'due', owner: 'mo', rules: ['DEV-1'], anchor: { seq: deviationSeq } }
  course.at('60:00')
  expect(course.dueOf('deviation-explained')).toMatchObject([item])
  expect(dueItems(course.chart, course.now).at(-1)).toMatchObject({ overdueAt: null, ...item })

  const told = { deviationSeq, to: 'Adams, Baker', copiedToRecord: false }
  course.do('adams', 'explainDeviation', told)
  expect(course.dueOf('deviation-explained')).toHaveLength(1)
  const { seq: struckSeq } = course.do('chen', 'explainDeviation', {
    ...told,
    copiedToRecord: true,
  })
  expect(course.dueOf('deviation-explained')).toEqual([])
  course.do('chen', 'strikeOut', { struckSeq, reason: 'Not copied' })
  expect(course.dueOf('deviation-explained')).toHaveLength(1)
})

test('DEV-1: what deviates from nothing is not explained, nor one struck out', () => {
  const course = prescribed({ rate: 10 })
  const seq = course.chart.prescription?.seq ?? 0
  const told = { to: 'Adams', copiedToRecord: true }
  given(course)
    .when('adams', 'explainDeviation', { ...told, deviationSeq: 2 })
    .thenRefused('no-such-deviation', 'DEV-1')
  course.do('haddad', 'strikeOut', { struckSeq: seq, reason: 'Wrong patient' })
  expect(course.dueOf('deviation-explained')).toEqual([])
  given(course)
    .when('adams', 'explainDeviation', { ...told, deviationSeq: seq })
    .thenRefused('no-such-deviation', 'DEV-1')
})

test('DEV-1, BLEED-0: a lasting one lifts no suspension', () => {
  const { course } = deviating('ended')
  course.at('11:00').do('adams', 'ceaseInfusion', { reason: 'suspected-major-bleed' })
  expect(inForce(course)).toBeNull()
  given(course)
    .when('haddad', 'prescribe', {
      indication: 'x',
      protocol: 'vte',
      bolusUnits: null,
      rateMlPerHour: 10,
      restrictions: [],
      contraindications: [],
      adviceFrom: [],
      deviation: { ...deviation, until: 'ended' },
    })
    .thenRefused('suspended', 'BLEED-0')
})
