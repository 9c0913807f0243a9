import { describe, expect, test } from 'vitest'
import type { Course, Fields } from './support/course.ts'
import { given } from './support/given.ts'
import { held, prescribed, running } from './support/wards.ts'

const review: Fields<'reviewInfusion'> = {
  effect: 'APTT in range, leg less swollen',
  bleeding: 'none',
  clots: 'none',
  orderStands: true,
}

describe('the daily MO review', () => {
  test('TIME-4: counts from the start: due at 22 h, overdue at 24 h, to the minute', () => {
    const course = running()
    const status = (clock: string) => course.at(clock).item('mo-review').status

    expect(course.item('mo-review')).toMatchObject({
      due: course.iso('30:00'),
      overdue: course.iso('32:00'),
      owner: 'mo',
      rules: ['TIME-4'],
      anchor: { at: course.time('08:00') },
    })
    expect(['29:29', '29:30', '29:59', '30:00', '31:59', '32:00'].map(status)).toEqual([
      'waiting',
      'soon',
      'soon',
      'due',
      'due',
      'overdue',
    ])
  })

  test('TIME-4: any review restarts the clock, also an early one and one that lets the order not stand', () => {
    const course = running()
    const first = given(course.at('10:00')).when('chen', 'reviewInfusion', review).thenEntry({})
    expect(course.item('mo-review')).toMatchObject({
      due: course.iso('32:00'),
      overdue: course.iso('34:00'),
      anchor: { seq: first.seq, at: course.time('10:00') },
    })
    const doubts = { ...review, bleeding: 'seen', clots: 'new-or-growing', orderStands: false }
    course.at('20:00').do('silva', 'reviewInfusion', doubts as Fields<'reviewInfusion'>)
    expect(course.item('mo-review').due).toBe(course.iso('42:00'))
    expect(course.infusion).toMatchObject({ status: 'running', rateMlPerHour: 14 })
  })

  test('TIME-4, SIGN-7: one recorded late counts from when it was made, and never moves the clock back', () => {
    const course = running()
    const at = (clock: string) => ({ happenedAt: course.iso(clock), lateReason: 'Emergency' })
    course.at('20:00').do('chen', 'reviewInfusion', review)
    course.at('21:00').do('chen', 'reviewInfusion', { ...review, ...at('12:00') })
    expect(course.item('mo-review').due).toBe(course.iso('42:00'))
  })

  test('TIME-4, CHART-1: a struck-out review gives the clock back to the one before', () => {
    const course = running()
    const { seq } = course.at('20:00').do('chen', 'reviewInfusion', review)
    course.at('20:10').do('chen', 'strikeOut', { struckSeq: seq, reason: 'Other patient' })
    expect(course.item('mo-review').due).toBe(course.iso('30:00'))
  })

  test('TIME-4: an overdue review blocks nothing', () => {
    const course = running()
    const resultSeq = course.result('98.0', { collected: '33:00' })
    expect(course.item('mo-review').status).toBe('overdue')
    course.both('changeRate', { resultSeq, newRateMlPerHour: 12 })
    expect(course.infusion.rateMlPerHour).toBe(12)
  })

  test('TIME-4, RECOM-1: it rests after a cease and goes on from the last review at the recommencing', () => {
    const course = running()
    course.at('20:00').do('chen', 'reviewInfusion', review)
    course.at('21:00').do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
    expect(course.at('60:00').dueOf('mo-review')).toEqual([])
    const { seq: orderSeq } = course.do('chen', 'prescribe', {
      indication: 'PE',
      protocol: 'vte',
      bolusUnits: null,
      rateMlPerHour: 12,
      restrictions: [],
      contraindications: [],
      adviceFrom: [],
    })
    course.both('recommenceInfusion', { orderSeq, rateMlPerHour: 12 })
    expect(course.item('mo-review')).toMatchObject({
      status: 'overdue',
      due: course.iso('42:00'),
      anchor: { at: course.time('20:00') },
    })
  })

  test('TIME-4: it goes on through a stop, and does not run before the start', () => {
    expect(held().item('mo-review').due).toBe(held().iso('30:00'))
    expect(prescribed().dueOf('mo-review')).toEqual([])
    given(prescribed()).when('chen', 'reviewInfusion', review).thenRefused('nothing-to-review')
    given(running().at('08:30'))
      .when('chen', 'reviewInfusion', { ...review, happenedAt: '2027-03-10T07:59:00Z' })
      .thenRefused('review-before-start', 'TIME-4')
  })

  test('SIGN-6: MO, registrar or AMO review; a pharmacist writes the pharmacist’s review and nobody else', () => {
    const course = running()
    for (const who of ['chen', 'silva', 'haddad'] as const) {
      given(course).when(who, 'reviewInfusion', review).thenEntry({ kind: 'infusionReviewed' })
    }
    given(course).when('adams', 'reviewInfusion', review).thenRefused('prescribers-only', 'SIGN-2')
    given(course).when('gray', 'reviewInfusion', review).thenRefused('prescribers-only', 'SIGN-2')
    const advice = { concern: 'advice', text: 'Weigh before the next bag' } as const
    given(course)
      .when('chen', 'reviewAsPharmacist', advice)
      .thenRefused('pharmacists-only', 'SIGN-6')
    given(course)
      .when('gray', 'reviewAsPharmacist', advice)
      .thenEntry({ kind: 'pharmacistReviewed' })
    expect(course.chart.pharmacistReviews).toMatchObject([
      { at: course.now, concern: 'advice', by: { userId: 'pharm.gray' } },
    ])
    expect(course.item('mo-review').anchor.at).toBe(course.time('08:00'))
  })
})

/** A nurse's change to 12 mL/hr at 15:00 on a sample of 14:00, resulted at 14:40. */
function titrated(more: object = {}, first: 'adams' | 'chen' = 'adams', second = 'baker'): Course {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:40' })
  const act = course
    .at('14:52')
    .do(first, 'changeRate', { resultSeq, newRateMlPerHour: 12, ...more })
  course.at('15:00').sign(second as 'baker', act.seq)
  return course
}
const told = { name: 'Dr Chen', at: '2027-03-10T14:55:00Z' }

describe('the MO told of a nurse’s titration', () => {
  test('SIGN-2: is asked for 60 min after the change took effect, is never overdue, and stands last until then', () => {
    const course = titrated()
    const act = course.entries.findLast(({ kind }) => kind === 'rateChanged')
    expect(course.item('mo-told')).toMatchObject({
      due: course.iso('16:00'),
      overdue: null,
      owner: 'nurse',
      rules: ['SIGN-2'],
      anchor: { seq: act?.seq, at: course.time('15:00') },
    })
    expect(course.at('15:59').due.at(-1)).toMatchObject({ kind: 'mo-told', status: 'soon' })
    expect(course.at('16:00').item('mo-told')).toMatchObject({ status: 'due', priority: 'medium' })
    expect(course.at('30:00').item('mo-told').status).toBe('due')
  })

  test('SIGN-2, NOMO-7: is asked for after a "no change" as well, from its first signature', () => {
    const course = running()
    const resultSeq = course.result('60.0', { collected: '14:00', resulted: '14:40' })
    course.at('14:50').do('adams', 'keepRate', { resultSeq })
    expect(course.item('mo-told').due).toBe(course.iso('15:50'))
  })

  test('SIGN-2: is not asked for where it was said, where an MO signed first or second, or ordered the rate', () => {
    expect(titrated({ moTold: { ...told, at: '2027-03-10T14:45:00Z' } }).dueOf('mo-told')).toEqual(
      [],
    )
    expect(titrated({}, 'chen').dueOf('mo-told')).toEqual([])
    expect(titrated({}, 'adams', 'chen').dueOf('mo-told')).toEqual([])
    const kept = running()
    const resultSeq = kept.result('60.0', { collected: '14:00' })
    const { seq } = kept.do('adams', 'keepRate', { resultSeq })
    expect(kept.dueOf('mo-told')).toHaveLength(1)
    kept.sign('chen', seq)
    expect(kept.dueOf('mo-told')).toEqual([])
    const ordered = running().at('10:00')
    const order = ordered.do('haddad', 'orderRate', {
      resultSeq: null,
      rateMlPerHour: 13,
      reason: 'Frail',
      deviation: { reason: 'Frail', instructions: 'Run at 13' },
    })
    ordered.both('changeRate', { orderSeq: order.seq, newRateMlPerHour: 13 })
    expect(ordered.infusion.rateMlPerHour).toBe(13)
    expect(ordered.dueOf('mo-told')).toEqual([])
  })

  test('SIGN-2: naming the MO closes it; striking the name out, or the act, opens and closes it again', () => {
    const course = titrated().at('15:10')
    const actSeq = course.item('mo-told').anchor.seq
    const named = given(course)
      .when('baker', 'nameMoTold', { actSeq, moTold: told })
      .thenEntry({ kind: 'moToldNamed', actSeq })
    expect(course.dueOf('mo-told')).toEqual([])
    course.do('baker', 'strikeOut', { struckSeq: named.seq, reason: 'Other MO' })
    expect(course.item('mo-told').anchor.seq).toBe(actSeq)
    course.do('adams', 'strikeOut', { struckSeq: actSeq, reason: 'Wrong' })
    expect(course.dueOf('mo-told')).toEqual([])
  })

  test('SIGN-2: one item a chart, for the oldest act first', () => {
    const course = titrated()
    const resultSeq = course.result('60.0', { collected: '21:00' })
    const { seq } = course.do('adams', 'keepRate', { resultSeq })
    const actSeq = course.item('mo-told').anchor.seq
    course.do('adams', 'nameMoTold', { actSeq, moTold: told, happenedAt: course.iso('21:00') })
    expect(course.item('mo-told').anchor.seq).toBe(seq)
  })

  test('SIGN-2: refused twice, for another act, for a time ahead, and before the result that was told', () => {
    const course = titrated().at('15:10')
    const actSeq = course.item('mo-told').anchor.seq
    const at = (clock: string) => ({ actSeq, moTold: { name: 'Dr Chen', at: course.iso(clock) } })
    given(course).when('adams', 'nameMoTold', at('15:13')).thenRefused('in-the-future', 'SIGN-7')
    given(course)
      .when('adams', 'nameMoTold', at('14:39'))
      .thenRefused('told-before-result', 'SIGN-2')
    given(course)
      .when('adams', 'nameMoTold', { ...at('15:00'), actSeq: 1 })
      .thenRefused('no-mo-to-name', 'SIGN-2')
    given(course).when('adams', 'nameMoTold', at('14:40')).thenEntry({})
    given(course).when('adams', 'nameMoTold', at('14:40')).thenRefused('no-mo-to-name')
  })

  test('SIGN-2, RECOM-1: dropped with the other timers at a cease', () => {
    const course = titrated().at('15:30')
    course.do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
    expect(course.dueOf('mo-told')).toEqual([])
  })
})
