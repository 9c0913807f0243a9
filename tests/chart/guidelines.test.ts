import { describe, expect, test } from 'vitest'
import { guidelines } from '../../src/chart/careFields.ts'
import { guidelineSteps, openGuidelines } from '../../src/chart/openGuidelines.ts'
import type { Course, Fields } from './support/course.ts'
import { given } from './support/given.ts'
import { held, prescribed, running } from './support/wards.ts'

const open = (course: Course) => openGuidelines(course.chart)
const names = (course: Course) => open(course).map(({ guideline }) => guideline)
const MAJOR: Fields<'recordObservation'> = { bleeding: 'major-suspected', sites: [] }

/** The steps of the first open guideline, each with who did it and when. */
function steps(course: Course, index = 0) {
  return open(course)[index]?.steps.map(({ step, done }) => [step.id, done?.by?.userId ?? null])
}

function bleeding(): Course & { seq: number } {
  const course = running().at('10:00')
  const { seq } = course.do('adams', 'recordObservation', MAJOR)
  return Object.assign(course, { seq })
}
const tick = (aboutSeq: number, step: string, more: object = {}): Fields<'tickStep'> => ({
  guideline: 'major-bleed',
  aboutSeq,
  step,
  ...more,
})

test('BLEED-1: suspected major bleeding opens its steps, none of them done', () => {
  const course = bleeding()
  expect(names(course)).toEqual(['major-bleed'])
  expect(open(course)[0]).toMatchObject({ aboutSeq: course.seq, at: course.now })
  expect(steps(course)).toEqual([
    ['cease', null],
    ['pace-call', null],
    ['urgent-bloods', null],
    ['retroperitoneal-thought-of', null],
    ['plasma-or-platelets-considered', null],
    ['haematologist-before-protamine', null],
  ])
})

test('BLEED-1, SIGN-5: the cease ticks itself: by whom and when it was ceased', () => {
  const course = bleeding()
  given(course)
    .when('adams', 'tickStep', tick(course.seq, 'cease'))
    .thenRefused('step-is-the-cease', 'SIGN-5')
  course.at('10:03').do('cole', 'ceaseInfusion', { reason: 'suspected-major-bleed' })
  expect(open(course)[0]?.steps[0]?.done).toMatchObject({
    by: { userId: 'rn.cole' },
    at: course.now,
  })
})

test('BLEED-1: before anything has run there is nothing to cease', () => {
  const course = prescribed().at('07:30')
  course.do('adams', 'recordObservation', MAJOR)
  expect(steps(course)?.map(([id]) => id)).not.toContain('cease')
})

test('BLEED-1: a step is ticked by any clinical role, once; it moves no version and holds nothing up', () => {
  const course = bleeding()
  const { version } = course.chart
  course.at('10:04').do('fox', 'tickStep', tick(course.seq, 'pace-call'))
  expect(open(course)[0]?.steps[1]?.done).toMatchObject({
    by: { userId: 'en.fox' },
    at: course.now,
  })
  const twice = given(course)
    .when('adams', 'tickStep', tick(course.seq, 'pace-call'))
    .thenRefused('step-done-already', 'BLEED-1')
  expect(twice.facts).toMatchObject({ name: 'Fox, Robin', since: course.iso('10:04') })
  expect(course.chart.version).toBe(version)
  course.do('adams', 'ceaseInfusion', { reason: 'suspected-major-bleed' })
})

test('BLEED-1: protamine is ticked with the haematologist’s name and the time, not ahead', () => {
  const course = bleeding().at('10:10')
  const { seq } = course
  const name = 'Dr Blood'
  for (const more of [{}, { name }, { spokenAt: course.iso('10:08') }]) {
    given(course)
      .when('chen', 'tickStep', tick(seq, 'haematologist-before-protamine', more))
      .thenRefused('step-needs-name', 'BLEED-1')
  }
  given(course)
    .when(
      'chen',
      'tickStep',
      tick(seq, 'haematologist-before-protamine', { name, spokenAt: course.iso('10:13') }),
    )
    .thenRefused('in-the-future', 'SIGN-7')
  course.do(
    'chen',
    'tickStep',
    tick(seq, 'haematologist-before-protamine', { name, spokenAt: course.iso('10:08') }),
  )
  expect(open(course)[0]?.steps[5]?.done).toMatchObject({ name, spokenAt: course.time('10:08') })
})

test('BLEED-1: an unknown step, another guideline and another entry are refused', () => {
  const course = bleeding()
  const { seq } = course
  given(course)
    .when('adams', 'tickStep', tick(seq, 'urgent-ct'))
    .thenRefused('no-such-step', 'BLEED-1')
  for (const wrong of [{ guideline: 'fall' as const }, { aboutSeq: seq - 1 }]) {
    given(course)
      .when('adams', 'tickStep', { ...tick(seq, 'pace-call'), ...wrong })
      .thenRefused('guideline-not-open', 'FALL-1')
  }
})

test('CHART-1: a tick that is struck out is to be done again', () => {
  const course = bleeding()
  const { seq } = course.do('adams', 'tickStep', tick(course.seq, 'pace-call'))
  course.do('adams', 'strikeOut', { struckSeq: seq, reason: 'Not made after all' })
  expect(steps(course)?.[1]).toEqual(['pace-call', null])
  course.do('baker', 'tickStep', tick(course.seq, 'pace-call'))
  expect(steps(course)?.[1]).toEqual(['pace-call', 'rn.baker'])
})

test('BLEED-0, BLEED-1: a guideline closes when an MO clears it; a second bleed begins afresh', () => {
  const course = bleeding()
  course.do('adams', 'tickStep', tick(course.seq, 'pace-call'))
  const clearing = { reason: 'suspected-major-bleed', finding: 'None', nextStep: 'Go on' } as const
  course.do('chen', 'clearSuspension', clearing)
  expect(names(course)).toEqual([])
  given(course)
    .when('adams', 'tickStep', tick(course.seq, 'urgent-bloods'))
    .thenRefused('guideline-not-open')
  course.do('adams', 'recordObservation', MAJOR)
  expect(steps(course)?.[1]).toEqual(['pace-call', null])
})

test('FALL-1: a fall and its head injury open a guideline each, about one entry', () => {
  const course = running().at('10:00')
  const { seq } = course.do('adams', 'recordFall', { witnessed: true, headInjury: 'evidence' })
  expect(open(course).map(({ guideline, aboutSeq }) => [guideline, aboutSeq])).toEqual([
    ['fall', seq],
    ['head-injury', seq],
  ])
  expect(steps(course, 1)?.map(([id]) => id)).toEqual([
    'cease',
    'patients-mo-told',
    'urgent-ct',
    'urgent-bloods',
    'group-and-hold',
  ])
  const named = { name: 'Dr Chen', spokenAt: course.iso('10:00') }
  course.do('adams', 'tickStep', {
    guideline: 'fall',
    aboutSeq: seq,
    step: 'medical-review-asked-for',
    ...named,
  })
  expect(steps(course)?.[0]).toEqual(['medical-review-asked-for', 'rn.adams'])
})

test('SIGN-5, HIT-1, AE-1: a cease for cause opens the guideline of its cause', () => {
  for (const [reason, guideline] of [
    ['suspected-major-bleed', 'major-bleed'],
    ['head-injury', 'head-injury'],
    ['suspected-hit', 'hit'],
    ['allergic-reaction', 'allergic-reaction'],
  ] as const) {
    const course = running().at('10:00')
    course.do('adams', 'ceaseInfusion', { reason })
    expect(names(course)).toEqual([guideline])
  }
})

test('BLEED-1: minor bleeding opens its steps until the review, at a hold until the assessment', () => {
  const course = running().at('10:00')
  const minor: Fields<'recordObservation'> = { bleeding: 'minor', sites: ['nose'] }
  const { seq } = course.do('adams', 'recordObservation', minor)
  expect(names(course)).toEqual(['minor-bleed'])
  course.do('chen', 'reviewEvent', { eventSeq: seq, finding: 'Dry', plan: 'Go on' })
  expect(names(course)).toEqual([])
  const stopped = held().at('15:30')
  stopped.do('adams', 'recordObservation', minor)
  expect(names(stopped)).toEqual(['minor-bleed'])
  stopped.do('chen', 'assessBleeding', { finding: 'minor', plan: 'restart' })
  expect(names(stopped)).toEqual([])
})

describe('AE-1', () => {
  function reported(isAdverseEvent?: boolean) {
    const course = running().at('10:00')
    const { seq } = course.do('adams', 'recordAdverseEvent', { event: 'other', text: 'Chest pain' })
    const asked = { name: 'Dr Chen', spokenAt: course.iso('10:00') }
    const step = { guideline: 'adverse-event', aboutSeq: seq } as const
    course.do('adams', 'tickStep', { ...step, step: 'medical-review-asked-for', ...asked })
    const more = isAdverseEvent === undefined ? {} : { isAdverseEvent }
    course.do('chen', 'reviewEvent', { eventSeq: seq, finding: 'Seen', plan: 'Go on', ...more })
    return { course, report: { ...step, step: 'incident-report' } as const }
  }

  test('AE-1: after the review the incident report stays to be ticked', () => {
    for (const said of [undefined, true]) {
      const { course, report } = reported(said)
      expect(names(course)).toEqual(['adverse-event'])
      course.do('adams', 'tickStep', report)
      expect(names(course)).toEqual([])
    }
  })

  test('AE-1: it counts as an adverse event until a doctor says otherwise', () => {
    expect(names(reported(false).course)).toEqual([])
  })
})

test('HIT-1: a platelet alert opens its steps until haematology has answered', () => {
  const course = prescribed().at('07:30')
  const counted = (collectedAt: string, plateletsE9PerL: number) =>
    course.do('adams', 'recordBloods', { collectedAt: course.iso(collectedAt), plateletsE9PerL })
  counted('07:00', 250)
  course.at('08:00').both('startInfusion', {
    rateMlPerHour: 14,
    bag: { units: 25_000, volumeMl: 250 },
  })
  course.at('60:00')
  expect(names(course)).toEqual([])
  const { seq } = counted('59:00', 120)
  expect(open(course).map(({ guideline, aboutSeq }) => [guideline, aboutSeq])).toEqual([
    ['hit', seq],
  ])
  course.do('chen', 'answerPlateletAlert', {
    bloodsSeq: seq,
    consulted: { role: 'haematology-registrar', name: 'Dr Blood', at: course.iso('60:00') },
    plan: 'Go on',
  })
  expect(names(course)).toEqual([])
})

test('PROC-1: a planned procedure opens its steps until it is cancelled', () => {
  const course = running().at('10:00')
  const { seq } = course.do('chen', 'planProcedure', {
    procedure: 'biopsy',
    bookedAt: course.iso('34:00'),
    veryHighThromboticRisk: false,
    consulted: [],
  })
  expect(names(course)).toEqual(['procedure'])
  course.do('chen', 'cancelProcedure', { planSeq: seq, reason: 'Not needed' })
  expect(names(course)).toEqual([])
})

describe('the steps as they are written', () => {
  test.each(guidelines)(
    'BLEED-1, FALL-1, HIT-1, AE-1, PROC-1: %s has steps of its own names',
    (guideline) => {
      const { steps: written } = guidelineSteps(guideline)
      expect(written.length).toBeGreaterThan(1)
      expect(new Set(written.map(({ id }) => id)).size).toBe(written.length)
      expect(written.every(({ text }) => text.length > 5)).toBe(true)
      expect(
        written.every(({ asks, named }) => (asks === 'name-and-time') === (named !== undefined)),
      ).toBe(true)
    },
  )

  test('BLEED-1, FALL-1: whoever must be spoken to is named: haematologist, the patient’s MO', () => {
    const asking = guidelines.flatMap((each) =>
      guidelineSteps(each).steps.flatMap(({ id, asks }) => (asks ? [`${each} ${id}`] : [])),
    )
    expect(asking).toEqual([
      'minor-bleed mo-told',
      'major-bleed haematologist-before-protamine',
      'fall medical-review-asked-for',
      'head-injury patients-mo-told',
      'hit haematology-asked',
      'allergic-reaction medical-review-asked-for',
      'adverse-event medical-review-asked-for',
      'procedure consultant-asked',
    ])
  })
})
