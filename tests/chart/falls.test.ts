import { expect, test } from 'vitest'
import type { Course } from './support/course.ts'
import { given } from './support/given.ts'
import { deviation, held, prescriptionOf, running } from './support/wards.ts'

const reasons = (course: Course) => course.chart.suspensions.map(({ reason }) => reason)
const SEEN = { witnessed: true, headInjury: 'none-seen' } as const
const UNSEEN = { witnessed: false, headInjury: 'not-known' } as const
const HEAD = { witnessed: true, headInjury: 'evidence' } as const

test('FALL-1, BLEED-0: any fall, seen or unseen, suspends until its medical review, overdue after 30 min', () => {
  for (const witnessed of [true, false]) {
    const course = running().at('10:00')
    const { version } = course.chart
    const { seq } = course.do('evans', 'recordFall', { ...SEEN, witnessed })
    expect([reasons(course), course.chart.version]).toEqual([['fall'], version + 1])
    expect(course.item('mo-decision', 'suspension')).toMatchObject({
      due: course.iso('10:00'),
      overdue: course.iso('10:30'),
      owner: 'mo',
      rules: ['BLEED-0', 'FALL-1'],
      anchor: { seq },
      stopAdvised: false,
    })
    const cleared = { reason: 'fall', finding: 'No injury', nextStep: 'Go on' } as const
    given(course).when('adams', 'clearSuspension', cleared).thenRefused('prescribers-only')
    course.at('10:20').do('chen', 'clearSuspension', cleared)
    expect([reasons(course), course.dueOf('mo-decision')]).toEqual([[], []])
    expect(course.infusion.rateMlPerHour).toBe(14)
  }
})

test('FALL-1, BLEED-0: evidence of a head injury suspends beside the fall and asks for a stop, which it does not record', () => {
  const course = running().at('10:00')
  course.do('cole', 'recordFall', HEAD)
  expect(reasons(course)).toEqual(['fall', 'head-injury'])
  expect(course.infusion.status).toBe('running')
  expect(course.item('mo-decision', 'suspension')).toMatchObject({ stopAdvised: true })
  course.do('chen', 'clearSuspension', { reason: 'fall', finding: 'Seen', nextStep: 'CT' })
  expect(reasons(course)).toEqual(['head-injury'])
  expect(course.dueOf('mo-decision', 'suspension')).toHaveLength(1)
})

test('FALL-1: a head injury that nobody has ruled out counts as one', () => {
  const course = running().at('10:00')
  course.do('adams', 'recordFall', UNSEEN)
  expect(reasons(course)).toEqual(['fall', 'head-injury'])
})

test('FALL-1, BLEED-0: until the review nothing is raised or restarted, a deviation included', () => {
  const course = held().at('16:35')
  course.do('chen', 'assessBleeding', { finding: 'none', plan: 'restart' })
  course.do('adams', 'recordFall', SEEN)
  expect(course.dueOf('restart')).toEqual([])
  given(course)
    .when('adams', 'restartInfusion', { rateMlPerHour: 12, orderSeq: null })
    .thenRefused('suspended', 'BLEED-0')
  given(course)
    .when('haddad', 'orderRate', { resultSeq: null, rateMlPerHour: 12, reason: 'x', deviation })
    .thenRefused('suspended', 'BLEED-0')
})

test('SIGN-9, FALL-1: a fall voids what waits for its check', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00' })
  course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  course.do('cole', 'recordFall', SEEN)
  expect(course.chart.pending).toBeNull()
})

test('FALL-1, CHART-1: a fall struck out stays suspended until an MO has cleared it', () => {
  const course = running().at('10:00')
  const { seq } = course.do('adams', 'recordFall', SEEN)
  course.do('adams', 'strikeOut', { struckSeq: seq, reason: 'Another patient' })
  expect(reasons(course)).toEqual(['fall'])
})

test('AE-1: any clinical role records an adverse event; a medical review at once, overdue after 30 min', () => {
  for (const who of ['evans', 'fox', 'cole', 'adams', 'gray', 'chen', 'silva', 'haddad'] as const) {
    const course = running().at('10:00')
    const { version } = course.chart
    const { seq } = course.do(who, 'recordAdverseEvent', { event: 'other', text: 'Chest pain' })
    expect(course.item('adverse-event')).toMatchObject({
      due: course.iso('10:00'),
      overdue: course.iso('10:30'),
      owner: 'mo',
      rules: ['AE-1'],
      anchor: { seq },
      about: 'adverse-event',
    })
    expect([reasons(course), course.chart.version]).toEqual([[], version])
  }
})

test('AE-1: an administrator records none', () => {
  given(running().at('10:00'))
    .when('hall', 'recordAdverseEvent', { event: 'other', text: 'Chest pain' })
    .thenRefused('not-clinical')
})

test('AE-1, BLEED-0: allergic reaction and suspected HIT suspend, move the version and void what waits', () => {
  for (const event of ['allergic-reaction', 'suspected-hit'] as const) {
    const course = running()
    const resultSeq = course.result('98.0', { collected: '14:00' })
    course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
    const { version } = course.chart
    course.do('gray', 'recordAdverseEvent', { event, text: 'Seen on the round' })
    expect([reasons(course), course.chart.version]).toEqual([[event], version + 1])
    expect(course.chart.pending).toBeNull()
    expect(course.dueOf('adverse-event')).toHaveLength(1)
    expect(course.item('mo-decision', 'suspension').stopAdvised).toBe(false)
  }
})

test('AE-1: the review is an MO’s, of an event on this chart, once, and not earlier than it', () => {
  const course = running().at('10:00')
  const { seq } = course.do('adams', 'recordAdverseEvent', { event: 'other', text: 'Chest pain' })
  const review = { eventSeq: seq, isAdverseEvent: true, finding: 'Reflux', plan: 'Antacid' }
  for (const who of ['adams', 'gray', 'evans'] as const) {
    given(course).when(who, 'reviewEvent', review).thenRefused('prescribers-only')
  }
  given(course)
    .when('chen', 'reviewEvent', { ...review, eventSeq: 3 })
    .thenRefused('no-such-event', 'AE-1')
  given(course)
    .at('10:05')
    .when('chen', 'reviewEvent', { ...review, happenedAt: course.iso('09:59') })
    .thenRefused('reviewed-before-event', 'SIGN-7')
  course.do('chen', 'reviewEvent', { ...review, happenedAt: course.iso('10:00') })
  given(course).when('haddad', 'reviewEvent', review).thenRefused('event-reviewed-already', 'AE-1')
  expect(course.dueOf('adverse-event')).toEqual([])
})

test('AE-1, CHART-10: what was done at the bedside without a second check opens an adverse event, which an MO reviews', () => {
  for (const [fact, opens] of [
    [{ fact: 'pump-found-at', rateMlPerHour: 16, reason: 'At handover' }, 1],
    [{ fact: 'bolus-given', units: 5000, reason: 'In theatre' }, 1],
    [{ fact: 'pump-not-changed', reason: 'Called away' }, 0],
  ] as const) {
    const course = running().at('10:00')
    const { seq } = course.do('adams', 'recordBedsideFact', fact)
    expect(course.dueOf('adverse-event')).toHaveLength(opens)
    expect(course.dueOf('mo-decision', 'bedside-fact')).toHaveLength(opens)
    if (opens === 0) continue
    course.do('chen', 'reviewEvent', { eventSeq: seq, finding: 'No harm', plan: 'APTT' })
    expect(course.dueOf('adverse-event')).toEqual([])
    expect(course.dueOf('mo-decision', 'bedside-fact')).toHaveLength(1)
  }
})

test('AE-1, RECOM-1: HIT suspected as an adverse event blocks recommencing until haematology is named', () => {
  const course = running().at('10:00')
  course.do('gray', 'recordAdverseEvent', { event: 'suspected-hit', text: 'Platelets 60' })
  course.at('10:30').do('chen', 'ceaseInfusion', { reason: 'other', text: 'Under review' })
  const clearing = { reason: 'suspected-hit', finding: 'Not HIT', nextStep: 'Go on' } as const
  course.at('12:00').do('chen', 'clearSuspension', clearing)
  const again = prescriptionOf(course, 'vte', { rateMlPerHour: 12 })
  given(course).when('chen', 'prescribe', again).thenRefused('haematologist-after-hit', 'RECOM-1')
})
