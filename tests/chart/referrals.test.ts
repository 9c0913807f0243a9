import { expect, test } from 'vitest'
import type { Course } from './support/course.ts'
import { given } from './support/given.ts'
import { running } from './support/wards.ts'

const due = { collected: '14:00', resulted: '14:40' }

function again(course: Course, text: string, accession?: string) {
  return course.do('baker', 'recordResult', {
    text,
    sample: {
      collectedAt: course.iso('14:00'),
      site: 'away-from-heparin',
      ...(accession ? { accession } : {}),
    },
  }).seq
}

const unusable: [string, (course: Course) => number][] = [
  [
    'stale',
    (course) => {
      course.at('14:00')
      const { seq: collectionSeq } = course.do('adams', 'recordCollection', {
        site: 'away-from-heparin',
      })
      course.at('14:20').do('adams', 'recordBedsideFact', {
        fact: 'pump-found-at',
        rateMlPerHour: 15,
        reason: 'Read',
      })
      course.at('14:40')
      return course.do('adams', 'recordResult', { text: '150.0', sample: { collectionSeq } }).seq
    },
  ],
  ['early', (course) => course.result('150.0', { collected: '10:00', resulted: '14:40' })],
  ['line', (course) => course.result('150.0', { ...due, site: 'heparin-line-or-limb' })],
  [
    'amended',
    (course) => {
      course.do('adams', 'keepRate', { resultSeq: course.result('60.0', due) })
      return again(course, '150.0')
    },
  ],
]
for (const [what, make] of unusable) {
  test(`NOMO-16, H48: a stop-band value that is ${what}: call the MO, overdue after 15 min, repeat now, no hold on one signature`, () => {
    const course = running()
    const resultSeq = make(course)

    expect(course.view(resultSeq).inStopBand).toBe(true)
    expect(course.item('mo-decision', 'stop-band-not-usable')).toMatchObject({
      rules: ['NOMO-16'],
      stopAdvised: true,
      due: course.iso('14:40'),
      overdue: course.iso('14:55'),
    })
    expect(course.item('aptt-collection').dueAt).toBeLessThanOrEqual(course.now)
    expect(course.dueOf('titration')).toEqual([])
    given(course)
      .when('adams', 'stopInfusion', { reason: 'nomogram', resultSeq })
      .thenEntry({ restartNotBefore: null, restartRateMlPerHour: null })
    expect(course.item('mo-decision', 'provisional-stop').status).toBe('overdue')
  })
}

test('NOMO-16: once the infusion has stopped since the collection the value asks nothing more', () => {
  const course = running()
  course.at('10:00')
  const { seq: collectionSeq } = course.do('adams', 'recordCollection', {
    site: 'away-from-heparin',
  })
  course.at('10:10').do('adams', 'stopInfusion', { reason: 'concern' })
  course.at('10:30').both('resumeInfusion', { rateMlPerHour: 14 }, 'chen', 'adams')
  course.do('adams', 'recordResult', { text: '150.0', sample: { collectionSeq } })

  expect(course.dueOf('mo-decision')).toEqual([])
})

test('NOMO-16, SIGN-5: after a repeat below the stop band the MO resumes the previous rate without -2', () => {
  const course = running()
  course.result('150.0', { collected: '10:00', resulted: '10:40' })
  course.do('adams', 'stopInfusion', { reason: 'concern' })
  course.result('60.0', { collected: '10:50', resulted: '11:20' })
  given(course)
    .when('adams', 'resumeInfusion', { rateMlPerHour: 14 })
    .thenRefused('mo-resumes', 'SIGN-5')
  given(course)
    .when('chen', 'resumeInfusion', { rateMlPerHour: 12 })
    .thenRefused('figure-differs', 'SIGN-8')
  course.both('resumeInfusion', { rateMlPerHour: 14 }, 'chen', 'adams')

  expect(course.infusion).toMatchObject({ status: 'running', rateMlPerHour: 14, stop: null })
})

test('NOMO-17, NOMO-2: on a limit over two bands an MO chooses a row shown or waits; any other figure is a deviation', () => {
  const order = (rateMlPerHour: number) => {
    const course = running()
    const resultSeq = course.result('> 94.0', due)
    const decision = course.decide('chen', 'orderRate', { resultSeq, rateMlPerHour, reason: 'Row' })
    return decision.kind
  }
  expect([14, 13, 12].map(order)).toEqual(['accepted', 'accepted', 'accepted'])
  expect([11, 15, 13.5].map(order)).toEqual(['refused', 'refused', 'refused'])
})

test('NOMO-17, NOMO-2: the MO item stands at once, overdue at 30 min, and STOP stays offered', () => {
  const course = running()
  const resultSeq = course.result('> 100', due)

  expect(course.view(resultSeq)).toMatchObject({ couldStop: true, inStopBand: false })
  expect(course.item('mo-decision')).toMatchObject({
    about: 'referred',
    due: course.iso('14:40'),
    overdue: course.iso('15:10'),
  })
  given(course)
    .when('chen', 'stopInfusion', { reason: 'nomogram', resultSeq })
    .thenEntry({ restartNotBefore: course.iso('16:10'), restartRateMlPerHour: 12 })
})

test('NOMO-17: early: this row now on the MO’s order, or wait for the sample that is due', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '11:00', resulted: '11:40' })
  given(course)
    .when('chen', 'orderRate', { resultSeq, rateMlPerHour: 13, reason: 'Half' })
    .thenRefused('order-needs-deviation')
  const { seq: orderSeq } = course.do('chen', 'orderRate', {
    resultSeq,
    rateMlPerHour: 12,
    reason: 'This row now',
  })
  expect(course.dueOf('mo-decision')).toEqual([])
  expect(course.item('titration', 'rate-order')).toMatchObject({ due: course.iso('11:40') })
  course.both('changeRate', { orderSeq, newRateMlPerHour: 12 })
  expect(course.use(resultSeq)).toBe('acted')
  expect(course.item('aptt-collection').due).toBe(course.iso('17:40'))
})

test('NOMO-17: to wait is an order of the same rate; nothing is carried out and the due sample stands', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '11:00', resulted: '11:40' })
  const { seq: orderSeq } = course.do('chen', 'orderRate', {
    resultSeq,
    rateMlPerHour: 14,
    reason: 'Wait',
  })

  expect(course.dueOf('mo-decision')).toEqual([])
  expect(course.dueOf('titration')).toEqual([])
  given(course)
    .when('adams', 'changeRate', { orderSeq, newRateMlPerHour: 14 })
    .thenRefused('result-says-keep')
  expect(course.item('aptt-collection').due).toBe(course.iso('14:00'))
})

test('NOMO-17: where the nomogram answers by itself, an MO who wants another figure deviates', () => {
  const course = running()
  const resultSeq = course.result('98.0', due)

  given(course)
    .when('chen', 'orderRate', { resultSeq, rateMlPerHour: 14, reason: 'Stay' })
    .thenRefused('order-needs-deviation', 'NOMO-17')
  given(course)
    .when('chen', 'orderRate', { resultSeq, rateMlPerHour: 12, reason: 'As advised' })
    .thenEntry({ kind: 'rateOrdered' })
})

test('NOMO-17, SIGN-9: an order is outdated by a newer usable result, and used once', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '11:00', resulted: '11:40' })
  const { seq: orderSeq } = course.do('chen', 'orderRate', {
    resultSeq,
    rateMlPerHour: 12,
    reason: 'This row now',
  })
  course.result('60.0', { collected: '14:00', resulted: '14:20' })
  given(course)
    .when('adams', 'changeRate', { orderSeq, newRateMlPerHour: 12 })
    .thenRefused('order-outdated', 'NOMO-17')
})

test('NOMO-17: an order is carried out once and to its figure', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '11:00', resulted: '11:40' })
  const { seq: orderSeq } = course.do('chen', 'orderRate', {
    resultSeq,
    rateMlPerHour: 12,
    reason: 'This row now',
  })
  given(course)
    .when('adams', 'changeRate', { orderSeq, newRateMlPerHour: 13 })
    .thenRefused('figure-differs')
  course.both('changeRate', { orderSeq, newRateMlPerHour: 12 })
  given(course)
    .when('adams', 'changeRate', { orderSeq, newRateMlPerHour: 12 })
    .thenRefused('no-such-order', 'NOMO-17')
  given(course)
    .when('adams', 'changeRate', { orderSeq, resultSeq, newRateMlPerHour: 12 })
    .thenRefused('name-result-or-order')
})
