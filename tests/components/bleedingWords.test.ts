import { expect, test } from 'vitest'
import { entryText } from '../../src/components/entryText.ts'
import { assessmentLines } from '../../src/components/handoverAssessment.ts'
import { nextSteps } from '../../src/components/nextSteps.ts'
import { timelineLines } from '../../src/components/timelineLines.ts'
import type { Course, Fields } from '../chart/support/course.ts'
import { people } from '../chart/support/people.ts'
import { prescribed, running } from '../chart/support/wards.ts'

const ZONE = 'UTC'
const shown = ({ chart, entries, now }: Course) => ({ chart, entries, now, zone: ZONE })
const NONE: Fields<'recordObservation'> = {
  bleeding: 'none-seen',
  sites: [],
  clots: 'none-seen',
}
const MAJOR: Fields<'recordObservation'> = { bleeding: 'major-suspected', sites: [] }

function steps(course: Course, who: keyof typeof people = 'adams') {
  const user = people[who]
  return nextSteps({ ...shown(course), user }).map(({ title, act }) => [title, act.slug])
}

test('OBS-1, FALL-1, AE-1: the record says in words what was seen and done', () => {
  const course = running().at('10:00')
  const seen = course.do('adams', 'recordObservation', {
    bleeding: 'minor',
    sites: ['gums', 'urine-dipstick'],
    clots: 'new-or-growing',
    text: 'After brushing',
  })
  const major = course.do('adams', 'recordObservation', MAJOR)
  const fall = course.do('adams', 'recordFall', { witnessed: false, headInjury: 'not-known' })
  const event = course.do('gray', 'recordAdverseEvent', { event: 'other', text: 'Chest pain' })
  const review = course.do('chen', 'reviewEvent', {
    eventSeq: event.seq,
    isAdverseEvent: false,
    finding: 'Reflux',
    plan: 'Antacid',
  })
  const tick = course.do('chen', 'tickStep', {
    guideline: 'major-bleed',
    aboutSeq: major.seq,
    step: 'haematologist-before-protamine',
    name: 'Dr Blood',
    spokenAt: course.iso('09:55'),
  })
  expect([seen, major, fall, event, review, tick].map((each) => entryText(each, ZONE))).toEqual([
    'Minor bleeding (gums, urine, on dipstick); new or growing clots. After brushing',
    'Major bleeding suspected; clots not looked for',
    'Unseen, head injury not ruled out',
    'Unexpected: Chest pain',
    'No adverse event of heparin. Reflux. Antacid',
    'Suspected major bleeding: haematologist before protamine. Dr Blood, 09:55',
  ])
})

test('SIGN-9, BLEED-0: an act that a finding voided is told as voided, one that a quiet check left as lapsed', () => {
  for (const [found, outcome] of [
    [MAJOR, 'voided'],
    [NONE, 'lapsed'],
  ] as const) {
    const course = running()
    const resultSeq = course.result('98.0', { collected: '14:00' })
    const { seq } = course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
    course.do('baker', 'recordObservation', found)
    const lines = timelineLines(course, course.at('14:30').now, ZONE, 'rn.baker')
    expect(lines.find(({ entry }) => entry.seq === seq)?.outcome).toBe(outcome)
  }
})

test('HAND-1, OBS-1: the handover says what the last look for bleeding found, and who looked', () => {
  const bleeding = (course: Course) =>
    assessmentLines({ ...shown(course), ward: '7 West' }).find(({ label }) => label === 'Bleeding')
  const course = running().at('10:00')
  expect(bleeding(course)).toMatchObject({ value: 'No assessment on this chart' })
  course.do('adams', 'recordObservation', NONE)
  expect(bleeding(course)).toEqual({
    label: 'Bleeding',
    value: 'No bleeding seen; no new clots (Adams, Jo, RN, 10:00)',
    alert: false,
  })
  course.do('adams', 'recordObservation', { ...NONE, clots: 'new-or-growing' })
  expect(bleeding(course)?.alert).toBe(true)
})

test('BLEED-0: suspended, the chart proposes no start and no resume; off, it leads to the review', () => {
  const fresh = prescribed().at('07:30')
  expect(steps(fresh)).toContainEqual(['Start the infusion', 'start'])
  fresh.do('adams', 'recordFall', { witnessed: true, headInjury: 'none-seen' })
  expect(steps(fresh).map(([, slug]) => slug)).not.toContain('start')

  const off = running().at('10:00')
  off.do('adams', 'interruptInfusion', { reason: 'Transport' })
  expect(steps(off)).toContainEqual(['Resume the infusion', 'resume'])
  off.do('adams', 'recordFall', { witnessed: true, headInjury: 'none-seen' })
  expect(steps(off, 'chen').map(([, slug]) => slug)).not.toContain('resume')
  expect(steps(off, 'chen')).toContainEqual(['Infusion off: tell the MO', 'clear'])
})

test('BLEED-0: STOP leads while it runs on under a suspected bleed, and is gone once it has ceased', () => {
  const course = running().at('10:00')
  course.do('adams', 'recordObservation', MAJOR)
  expect(steps(course)[0]).toEqual(['STOP: suspected major bleeding', 'stop'])
  course.do('adams', 'ceaseInfusion', { reason: 'suspected-major-bleed' })
  expect(steps(course).map(([, slug]) => slug)).not.toContain('stop')
})
