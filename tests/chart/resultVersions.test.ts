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

test('NOMO-11, H4: a sample titrates once; a second try is refused with the first decision shown', () => {
  const course = running()
  const resultSeq = course.result('98.0', due)
  const act = course.both('changeRate', { resultSeq, newRateMlPerHour: 12 })
  const twice = again(course.at('14:50'), '98.0')

  expect([course.use(resultSeq), course.use(twice)]).toEqual(['acted', 'acted'])
  for (const seq of [resultSeq, twice]) {
    const refusal = given(course)
      .when('adams', 'changeRate', { resultSeq: seq, newRateMlPerHour: 10 })
      .thenRefused('sample-acted', 'NOMO-11')
    expect(refusal.facts.decidedBy).toBe(act.seq)
  }
  expect(course.dueOf('mo-decision')).toEqual([])
})

test('NOMO-11: accession numbers tell samples of one minute apart; the same number is the same sample at any minute', () => {
  const course = running()
  course.at('14:40')
  const sample = (accession: string, clock: string) => ({
    collectedAt: course.iso(clock),
    site: 'away-from-heparin' as const,
    accession,
  })
  const enter = (accession: string, clock: string) =>
    course.do('adams', 'recordResult', { text: '60.0', sample: sample(accession, clock) }).seq
  const first = enter('A1', '14:00')
  const other = enter('A2', '14:00')
  expect([course.use(first), course.use(other)]).toEqual(['usable', 'usable'])
  course.do('adams', 'keepRate', { resultSeq: first })
  expect(course.use(enter('A1', '14:05'))).toBe('acted')
})

test('NOMO-11, SIGN-9: an amended result not yet acted on replaces the old and voids the pending act', () => {
  const course = running()
  const resultSeq = course.result('98.0', due)
  const act = course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  const amended = again(course, '92.0')

  expect(course.chart.pending).toBeNull()
  expect(course.refused('baker', 'countersign', course.countersign(act.seq)).code).toBe(
    'lapsed-or-void',
  )
  expect([course.use(resultSeq), course.use(amended)]).toEqual(['superseded', 'usable'])
  expect(course.view(amended).advice).toMatchObject({ newRateMlPerHour: 13 })
})

test('NOMO-11, SIGN-9, H4: the same value entered again does not void the pending act', () => {
  const course = running()
  const resultSeq = course.result('98.0', due)
  const act = course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  const twice = again(course, '98')

  expect(course.chart.pending?.actSeq).toBe(act.seq)
  course.sign('baker', act.seq)
  expect(course.infusion.rateMlPerHour).toBe(12)
  expect(course.use(twice)).toBe('acted')
})

test('NOMO-11, NOMO-17, H45: amended after it was acted on, it goes to the MO and titrates no more', () => {
  const course = running()
  const resultSeq = course.result('98.0', due)
  course.both('changeRate', { resultSeq, newRateMlPerHour: 12 })
  const amended = again(course.at('15:00'), '92.0')

  expect(course.view(amended)).toMatchObject({ use: 'acted', advice: null })
  expect(course.item('mo-decision')).toMatchObject({
    about: 'amended',
    rules: ['NOMO-11'],
    due: course.iso('15:00'),
    overdue: course.iso('15:30'),
  })
  given(course)
    .when('chen', 'orderRate', { resultSeq: amended, rateMlPerHour: 13, reason: 'Amended' })
    .thenRefused('order-needs-deviation', 'NOMO-17')
  course.do('chen', 'orderRate', { resultSeq: amended, rateMlPerHour: 12, reason: 'Wait' })
  expect(course.dueOf('mo-decision')).toEqual([])
})

test('NOMO-15: the text of the result is kept as the laboratory gave it, beside what it says', () => {
  const course = running()
  const seq = course.result('  >  150 ', due)

  expect(course.entries.at(-1)).toMatchObject({ text: '  >  150 ' })
  expect(course.view(seq).result).toMatchObject({
    text: '  >  150 ',
    parsed: { kind: 'above', seconds: 150 },
  })
})

test('NOMO-1, NOMO-2, NOMO-3, H12, H13: what is no APTT is refused with its rule, and nothing is written', () => {
  const course = running().at('14:40')
  const sample = { collectedAt: course.iso('14:00'), site: 'away-from-heparin' as const }
  const cases = [
    ['70.05', 'NOMO-1'],
    ['9.9', 'NOMO-3'],
    ['400.1', 'NOMO-3'],
    ['98 s', 'NOMO-2'],
    ['', 'NOMO-2'],
  ] as const
  for (const [text, rule] of cases) {
    given(course).when('adams', 'recordResult', { text, sample }).thenRefused('aptt-refused', rule)
  }
})
