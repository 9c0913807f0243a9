import { describe, expect, test } from 'vitest'
import { baselineBloods, missingBaseline } from '../../src/chart/baselineBloods.ts'
import { hasBaselineCount } from '../../src/chart/platelets.ts'
import type { Course } from './support/course.ts'
import { given } from './support/given.ts'
import { bag, baselineValues, prescribed, running, withBaseline } from './support/wards.ts'

const statesOf = (course: Course) =>
  Object.fromEntries(
    baselineBloods(course.chart, course.now).map(({ test: name, state }) => [name, state]),
  )
const missing = (course: Course) => missingBaseline(course.chart, course.now)

describe('the baseline list', () => {
  test('CHART-5: each blood is not ordered, ordered, resulted, then reviewed', () => {
    const course = prescribed()
    expect(new Set(Object.values(statesOf(course)))).toEqual(new Set(['not-ordered']))
    course.do('chen', 'orderBloods', { tests: ['fbc', 'aptt', 'pt-inr'] })
    expect(statesOf(course)).toMatchObject({ fbc: 'ordered', 'liver-function': 'not-ordered' })
    withBaseline(course)
    const [bloods, aptt] = [course.chart.seq - 1, course.chart.seq]
    expect(new Set(Object.values(statesOf(course)))).toEqual(new Set(['resulted']))
    course.do('chen', 'reviewBloods', { bloodsSeqs: [bloods] })
    expect(statesOf(course)).toMatchObject({ fbc: 'reviewed', aptt: 'resulted' })
    course.do('chen', 'reviewBloods', { bloodsSeqs: [aptt] })
    expect(statesOf(course).aptt).toBe('reviewed')
  })

  test('CHART-5: a blood is resulted when every part of it is', () => {
    const course = prescribed()
    const collectedAt = course.iso('06:30')
    course.do('adams', 'recordBloods', { collectedAt, plateletsE9PerL: 240 })
    expect(statesOf(course).fbc).toBe('not-ordered')
    course.do('adams', 'recordBloods', { collectedAt, haemoglobinGPerL: 130 })
    expect(statesOf(course).fbc).toBe('resulted')
    const first = course.chart.seq - 1
    course.do('chen', 'reviewBloods', { bloodsSeqs: [first] })
    expect(statesOf(course).fbc).toBe('resulted')
  })

  test('CHART-5, NOMO-12: the baseline APTT is one collected before the start; a clotted one is none', () => {
    const course = running()
    const before = { collectedAt: course.iso('07:00'), site: 'away-from-heparin' } as const
    const after = { collectedAt: course.iso('14:00'), site: 'away-from-heparin' } as const
    course.at('14:30').do('adams', 'recordResult', { text: '60.0', sample: after })
    course.do('adams', 'recordResult', { text: 'clotted', sample: before })
    expect(missing(course)).toContain('aptt')
    course.do('adams', 'recordResult', { text: '29.0', sample: before })
    expect(missing(course)).not.toContain('aptt')
    course.do('adams', 'strikeOut', { struckSeq: course.chart.seq, reason: 'Another patient' })
    expect(missing(course)).toContain('aptt')
  })

  test('CHART-5: the platelet count known before the start', () => {
    const course = prescribed()
    expect(hasBaselineCount(course.chart)).toBe(false)
    expect(hasBaselineCount(withBaseline(course).chart)).toBe(true)
    const late = running()
    late.at('10:00').do('adams', 'recordBloods', {
      collectedAt: late.iso('09:00'),
      plateletsE9PerL: 240,
    })
    expect(hasBaselineCount(late.chart)).toBe(false)
  })
})

describe('what is missing', () => {
  test('CHART-5: no missing result refuses a start: due at it, overdue 4 h after, the MO’s', () => {
    const course = prescribed().at('08:00')
    course.both('startInfusion', { rateMlPerHour: 14, bag })
    expect(course.item('bloods')).toMatchObject({
      due: course.iso('08:00'),
      overdue: course.iso('12:00'),
      owner: 'mo',
      rules: ['CHART-5'],
    })
    expect(course.at('11:59').item('bloods').status).toBe('due')
    expect(course.at('12:00').item('bloods').status).toBe('overdue')
  })

  test('CHART-5: complete bloods leave nothing due, before the start and after a cease there is no item', () => {
    expect(withBaseline(running()).dueOf('bloods')).toEqual([])
    expect(prescribed().dueOf('bloods')).toEqual([])
    const course = running()
    course.at('09:00').do('adams', 'ceaseInfusion', { reason: 'procedure' })
    expect(course.dueOf('bloods')).toEqual([])
  })

  test('CHART-5: one missing part keeps it; a result from after the start answers it, but the APTT', () => {
    const course = running()
    const { liverFunction, ...others } = baselineValues
    const collectedAt = course.iso('09:00')
    course.at('10:00').do('adams', 'recordBloods', { collectedAt, ...others })
    expect(missing(course)).toEqual(['aptt', 'liver-function'])
    course.do('adams', 'recordBloods', { collectedAt, liverFunction })
    expect(missing(course)).toEqual(['aptt'])
  })

  test('CHART-5: an MO goes on without a missing result, with the reason; a platelet count stays due', () => {
    const course = running().at('09:00')
    const goesOnWithout = missing(course)
    given(course)
      .when('chen', 'reviewBloods', { bloodsSeqs: [], goesOnWithout })
      .thenRefused('reason-to-go-on-without', 'CHART-5')
    course.do('chen', 'reviewBloods', {
      bloodsSeqs: [],
      goesOnWithout,
      comment: 'Taken at the other hospital',
    })
    expect(course.dueOf('bloods')).toEqual([])
    expect(course.item('platelets').status).toBe('overdue')
    course.do('chen', 'strikeOut', { struckSeq: course.chart.seq, reason: 'They were not' })
    expect(course.dueOf('bloods')).toHaveLength(1)
  })
})

describe('entering', () => {
  const refusedOf = (fields: object, code: Parameters<ReturnType<typeof sent>['thenRefused']>[0]) =>
    sent(fields).thenRefused(code)
  function sent(fields: object) {
    const course = running()
    return given(course).when('adams', 'recordBloods', {
      collectedAt: course.iso('07:30'),
      ...fields,
    })
  }

  test('CHART-5, TIME-5: at least one value', () => {
    refusedOf({}, 'bloods-empty')
    sent({ liverFunction: 'Within limits' }).thenEntry({ kind: 'bloodsResulted' })
  })

  test('CHART-5, TIME-5: what no patient has is an entry error at both ends, never clamped', () => {
    const ranges = {
      haemoglobinGPerL: [20, 260],
      plateletsE9PerL: [1, 3000],
      inr: [0.5, 20],
      ureaMmolPerL: [0.5, 100],
      sodiumMmolPerL: [90, 200],
      potassiumMmolPerL: [1, 12],
      creatinineUmolPerL: [10, 3000],
    } as const
    const whole = new Set(['haemoglobinGPerL', 'sodiumMmolPerL', 'creatinineUmolPerL'])
    for (const [name, [min, max]] of Object.entries(ranges)) {
      const step = whole.has(name) ? 1 : 0.1
      sent({ [name]: min }).thenEntry({ [name]: min })
      sent({ [name]: max }).thenEntry({ [name]: max })
      const below = Math.round((min - step) * 10) / 10
      const above = Math.round((max + step) * 10) / 10
      refusedOf({ [name]: below }, 'blood-value-out-of-range')
      refusedOf({ [name]: above }, 'blood-value-out-of-range')
    }
  })

  test('CHART-5: haemoglobin in g/dL and creatinine in mg/dL are refused', () => {
    refusedOf({ haemoglobinGPerL: 13.4 }, 'blood-value-decimals')
    refusedOf({ haemoglobinGPerL: 13 }, 'blood-value-out-of-range')
    refusedOf({ creatinineUmolPerL: 1 }, 'blood-value-out-of-range')
  })

  test('TIME-5: more decimals than a laboratory prints are refused, never rounded', () => {
    refusedOf({ plateletsE9PerL: 240.05 }, 'blood-value-decimals')
    refusedOf({ sodiumMmolPerL: 139.5 }, 'blood-value-decimals')
  })

  test('SIGN-7: collected in the future, or after the result came, is refused', () => {
    const course = running().at('09:00')
    const at = (clock: string, more: object = {}) => ({
      collectedAt: course.iso(clock),
      inr: 1,
      ...more,
    })
    given(course).when('adams', 'recordBloods', at('09:05')).thenRefused('in-the-future')
    given(course)
      .when('adams', 'recordBloods', at('08:50', { happenedAt: course.iso('08:40') }))
      .thenRefused('resulted-before-collected', 'SIGN-7')
    given(course).when('adams', 'recordBloods', at('09:00')).thenEntry({ inr: 1 })
  })

  test('CHART-5: an order names at least one blood', () => {
    given(running()).when('adams', 'orderBloods', { tests: [] }).thenRefused('bloods-not-named')
  })

  test('CHART-5: a review names blood results, or the baseline APTT, that are on the chart', () => {
    const course = withBaseline(running())
    const [bloods, aptt] = [course.chart.seq - 1, course.chart.seq]
    const review = (bloodsSeqs: number[]) =>
      given(course).when('chen', 'reviewBloods', { bloodsSeqs })
    review([]).thenRefused('nothing-reviewed')
    review([2]).thenRefused('no-such-bloods')
    review([bloods, aptt]).thenEntry({ kind: 'bloodsReviewed' })
    course.do('adams', 'strikeOut', { struckSeq: bloods, reason: 'Another patient' })
    review([bloods]).thenRefused('no-such-bloods')
  })

  test('CHART-5: bloods move no version, so that nobody’s signature fails for them', () => {
    const course = running()
    const { version } = course.chart
    course.do('chen', 'orderBloods', { tests: ['fbc'] })
    course.do('adams', 'recordBloods', { collectedAt: course.iso('07:00'), inr: 1 })
    course.do('chen', 'reviewBloods', { bloodsSeqs: [course.chart.seq] })
    expect(course.chart.version).toBe(version)
  })
})
