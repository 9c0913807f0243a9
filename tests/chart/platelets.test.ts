import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plateletAlert, plateletBaseline } from '../../src/chart/platelets.ts'
import type { Course } from './support/course.ts'
import { given } from './support/given.ts'
import { prescribed, prescriptionOf, running, withBaseline } from './support/wards.ts'

/** Enters a count collected at that time of the course's clock; gives its entry's number. */
function count(course: Course, plateletsE9PerL: number, collected: string): number {
  const collectedAt = course.iso(collected)
  if (course.now < course.time(collected)) course.at(collected)
  return course.do('adams', 'recordBloods', { collectedAt, plateletsE9PerL }).seq
}

/** Runs since 08:00 with a count from 06:30. */
function withCount(baseline: number): Course {
  const course = running()
  count(course, baseline, '06:30')
  return course
}

const alertIn = (course: Course) => plateletAlert(course.chart)
const haematology = (course: Course) =>
  ({ role: 'haematology-registrar', name: 'Blood, Rui', at: course.iso('78:10') }) as const

function answer(course: Course, bloodsSeq: number): void {
  course.at('78:20').do('chen', 'answerPlateletAlert', {
    bloodsSeq,
    consulted: haematology(course),
    plan: 'Ultrasound, repeat tomorrow',
  })
}

describe('the alert', () => {
  test('HIT-1: exactly 20 % below the baseline does not alert, the next smaller count does', () => {
    for (const [baseline, exact, over] of [
      [300, 240, 239.9],
      [250, 200, 199.9],
      [212.5, 170, 169.9],
      [231, 184.8, 184.7],
      [140, 112, 111.9],
    ] as const) {
      const course = withCount(baseline)
      count(course, exact, '78:00')
      expect(alertIn(course), `${baseline} to ${exact}`).toBeNull()
      const seq = count(course, over, '79:00')
      expect(alertIn(course)).toMatchObject({ count: { seq }, isFall: true, isLow: false })
    }
  })

  test('HIT-1: below 150 alerts where the baseline was not, though the fall is 20 % or less', () => {
    const course = withCount(187)
    count(course, 150, '78:00')
    expect(alertIn(course)).toBeNull()
    count(course, 149.6, '79:00')
    expect(alertIn(course)).toMatchObject({ isFall: false, isLow: true })
    const low = withCount(149)
    count(low, 130, '78:00')
    expect(alertIn(low)).toBeNull()
  })

  const tenths = fc.integer({ min: 10, max: 12_000 })
  type Formula = (baseline: number, later: number) => boolean
  /** Counts in tenths; the alert stands exactly where the formula says so. */
  const alertsBy = (formula: Formula) =>
    fc.check(
      fc.property(tenths, tenths, (baseline, later) => {
        const course = withCount(baseline / 10)
        count(course, later / 10, '78:00')
        return (alertIn(course) !== null) === formula(baseline, later)
      }),
      {
        seed: 20270310,
        numRuns: 200,
        examples: [
          [1870, 1496],
          [3000, 2400],
          [1001, 800],
          [2500, 1999],
        ],
      },
    ).failed
  const isLow: Formula = (baseline, later) => later < 1500 && baseline >= 1500

  test('HIT-1: it alerts exactly when the formula says so, in whole tenths', () => {
    const right: Formula = (from, to) => 100n * BigInt(from - to) > 20n * BigInt(from)
    expect(alertsBy((from, to) => right(from, to) || isLow(from, to))).toBe(false)
  })

  test('HIT-1: a formula that alerts at exactly 20 %, only at 30 %, or never for a low count is seen red', () => {
    expect(alertsBy((from, to) => 100 * (from - to) >= 20 * from || isLow(from, to))).toBe(true)
    expect(alertsBy((from, to) => 100 * (from - to) > 30 * from || isLow(from, to))).toBe(true)
    expect(alertsBy((from, to) => 100 * (from - to) > 20 * from)).toBe(true)
  })

  test('HIT-1: an MO decides at once, overdue after 30 min, counted from the result', () => {
    const course = withCount(300)
    const seq = count(course, 200, '78:00')
    expect(course.item('mo-decision', 'platelet-alert')).toMatchObject({
      due: course.iso('78:00'),
      overdue: course.iso('78:30'),
      owner: 'mo',
      rules: ['HIT-1'],
      anchor: { seq, at: course.time('78:00') },
    })
  })

  test('HIT-1: answered with haematology’s name it returns only at a lower count', () => {
    const course = withCount(300)
    answer(course, count(course, 200, '78:00'))
    expect(alertIn(course)).toBeNull()
    count(course, 210, '80:00')
    count(course, 200, '82:00')
    expect(alertIn(course)).toBeNull()
    const lower = count(course, 199, '84:00')
    expect(alertIn(course)).toMatchObject({ count: { seq: lower } })
  })

  test('HIT-1: of several counts nobody has answered the lowest asks, also when a later one is higher', () => {
    const course = withCount(300)
    const lowest = count(course, 180, '78:00')
    count(course, 230, '79:00')
    expect(alertIn(course)).toMatchObject({ count: { seq: lowest } })
    answer(course, lowest)
    expect(alertIn(course)).toBeNull()
  })

  test('HIT-1: it stands through a cease, when delayed counts come too', () => {
    const course = withCount(300)
    course.at('70:00').do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
    count(course, 150, '90:00')
    expect(course.dueOf('mo-decision', 'platelet-alert')).toHaveLength(1)
    expect(course.dueOf('platelets')).toEqual([])
  })

  test('HIT-1: heparin goes on: the alert alone suspends, stops and bars nothing', () => {
    const course = withCount(300)
    count(course, 100, '78:00')
    expect(course.infusion).toMatchObject({ status: 'running', rateMlPerHour: 14 })
    expect(course.chart.suspensions).toEqual([])
  })

  test('HIT-1, CHART-1: a struck-out count is no count, and its answer answers nothing', () => {
    const course = withCount(300)
    const slip = count(course, 100, '78:00')
    answer(course, slip)
    course.at('79:00').do('adams', 'strikeOut', { struckSeq: slip, reason: 'Another patient' })
    expect(alertIn(course)).toBeNull()
    count(course, 200, '80:00')
    expect(alertIn(course)).not.toBeNull()
  })

  test('HIT-1, CHART-1: a struck-out answer brings the alert back', () => {
    const course = withCount(300)
    answer(course, count(course, 200, '78:00'))
    course.do('chen', 'strikeOut', { struckSeq: course.chart.seq, reason: 'Another patient' })
    expect(alertIn(course)).not.toBeNull()
  })

  test('HIT-1, SIGN-7: a baseline entered late is sorted in, and the alert derived again', () => {
    const course = running()
    count(course, 200, '20:00')
    count(course, 190, '70:00')
    expect(alertIn(course)).toBeNull()
    count(course, 300, '06:30')
    expect(alertIn(course)).toMatchObject({ count: { plateletsE9PerL: 190 } })
  })
})

describe('the baseline', () => {
  test('HIT-1: the last count before the start; the minute of the start is before', () => {
    const course = running()
    count(course, 280, '05:00')
    const last = count(course, 260, '08:00')
    count(course, 250, '08:01')
    expect(plateletBaseline(course.chart)).toMatchObject({ count: { seq: last }, standsIn: false })
  })

  test('HIT-1: without one the first count on therapy stands in', () => {
    const course = running()
    expect(plateletBaseline(course.chart)).toBeNull()
    const first = count(course, 260, '20:00')
    count(course, 200, '70:00')
    expect(plateletBaseline(course.chart)).toMatchObject({ count: { seq: first }, standsIn: true })
    expect(alertIn(course)).toMatchObject({ baseline: { standsIn: true } })
  })
})

describe('the clock', () => {
  test('TIME-5: 72 h from the last count’s collection, due at 60 h; any count on the chart counts', () => {
    const course = withCount(300)
    expect(course.item('platelets')).toMatchObject({
      due: course.iso('66:30'),
      overdue: course.iso('78:30'),
      owner: 'mo',
      rules: ['TIME-5'],
    })
    const seq = count(course, 290, '30:00')
    expect(course.item('platelets')).toMatchObject({
      due: course.iso('90:00'),
      overdue: course.iso('102:00'),
      anchor: { seq, at: course.time('30:00') },
    })
  })

  test('TIME-5, SIGN-7: a count entered late moves it by its collection, never back', () => {
    const course = withCount(300)
    count(course, 290, '30:00')
    count(course, 280, '20:00')
    expect(course.item('platelets').due).toBe(course.iso('90:00'))
  })

  test('HIT-1: no count at all is overdue from the start, until the first one', () => {
    const course = running()
    expect(course.item('platelets')).toMatchObject({
      status: 'overdue',
      due: course.iso('08:00'),
      overdue: course.iso('08:00'),
      rules: ['HIT-1'],
    })
    count(course, 260, '09:00')
    expect(course.item('platelets').due).toBe(course.iso('69:00'))
    expect(prescribed().dueOf('platelets')).toEqual([])
  })

  test('TIME-5, CHART-1: a struck-out count moves it back', () => {
    const course = withCount(300)
    const seq = count(course, 290, '30:00')
    course.at('31:00').do('adams', 'strikeOut', { struckSeq: seq, reason: 'Another patient' })
    expect(course.item('platelets').due).toBe(course.iso('66:30'))
  })

  test('RECOM-1, TIME-5: none after a cease; at recommencing it goes on from the last count', () => {
    const course = withCount(300)
    course.at('20:00').do('adams', 'ceaseInfusion', { reason: 'procedure' })
    expect(course.at('90:00').dueOf('platelets')).toEqual([])
    course.at('91:00').do('chen', 'prescribe', prescriptionOf(course, 'vte', { rateMlPerHour: 14 }))
    const orderSeq = course.chart.seq
    course.at('92:00').both('recommenceInfusion', { orderSeq, rateMlPerHour: 14 })
    expect(course.item('platelets')).toMatchObject({ status: 'overdue', due: course.iso('66:30') })
  })

  test('TIME-5: a hold is on therapy', () => {
    const course = withCount(300)
    course.at('20:00').do('adams', 'stopInfusion', { reason: 'concern' })
    expect(course.at('79:00').item('platelets').status).toBe('overdue')
  })
})

describe('the answer', () => {
  test('HIT-1: only about the count that asks, by an MO, once', () => {
    const course = withCount(300)
    const baselineSeq = course.chart.seq
    const seq = count(course, 200, '78:00')
    const fields = { bloodsSeq: seq, consulted: haematology(course), plan: 'Repeat' }
    course.at('78:20')
    given(course)
      .when('chen', 'answerPlateletAlert', { ...fields, bloodsSeq: baselineSeq })
      .thenRefused('no-platelet-alert', 'HIT-1')
    given(course)
      .when('adams', 'answerPlateletAlert', fields)
      .thenRefused('prescribers-only', 'SIGN-2')
    given(course)
      .when('chen', 'answerPlateletAlert', fields)
      .thenEntry({ kind: 'plateletAlertAnswered' })
    given(course).when('chen', 'answerPlateletAlert', fields).thenRefused('no-platelet-alert')
  })

  test('HIT-1, SIGN-7: haematology was asked after the blood was taken, and not in the future', () => {
    const course = withCount(300)
    const bloodsSeq = count(course, 200, '78:00')
    const at = (clock: string) => ({
      bloodsSeq,
      consulted: { ...haematology(course), at: course.iso(clock) },
      plan: 'Repeat',
    })
    course.at('78:20')
    given(course)
      .when('chen', 'answerPlateletAlert', at('77:59'))
      .thenRefused('consulted-before-count')
    given(course).when('chen', 'answerPlateletAlert', at('78:30')).thenRefused('in-the-future')
    given(course).when('chen', 'answerPlateletAlert', at('78:00')).thenEntry({ bloodsSeq })
  })

  test('HIT-1: the 4Ts are kept where they were answered', () => {
    const course = withCount(300)
    const bloodsSeq = count(course, 200, '78:00')
    const fourTs = { thrombocytopenia: 1, timing: 2, thrombosis: 0, otherCauses: 2 }
    course.at('78:20').do('chen', 'answerPlateletAlert', {
      bloodsSeq,
      consulted: haematology(course),
      fourTs,
      plan: 'Repeat',
    })
    expect(course.chart.alertAnswers).toMatchObject([{ bloodsSeq, fourTs }])
  })
})

test('RECOM-1, HIT-1: HIT suspected as an adverse event blocks recommencing until haematology is named', () => {
  const course = withBaseline(running())
  course.at('09:00').do('baker', 'recordAdverseEvent', { event: 'suspected-hit', text: 'Rash' })
  course.at('09:10').do('adams', 'ceaseInfusion', { reason: 'other', text: 'Told to' })
  for (const { reason } of course.chart.suspensions) {
    course.do('chen', 'clearSuspension', { reason, finding: 'Low score', nextStep: 'Go on' })
  }
  const again = prescriptionOf(course, 'vte', { rateMlPerHour: 14 })
  given(course)
    .when('chen', 'prescribe', again)
    .thenRefused('haematologist-after-hit', 'RECOM-1', 'HIT-1')
  const adviceFrom = [
    { role: 'haematologist' as const, name: 'Blood, Rui', at: course.iso('09:05') },
  ]
  given(course)
    .when('chen', 'prescribe', { ...again, adviceFrom })
    .thenEntry({ adviceFrom })
})
