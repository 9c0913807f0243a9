import { describe, expect, test } from 'vitest'
import { type ConcernKind, concernKinds, concernsOf } from '../../src/chart/concernsOf.ts'
import type { Course, Fields } from './support/course.ts'
import { openedChart } from './support/course.ts'
import { bag, held, prescribed, prescriptionOf, running } from './support/wards.ts'

function kinds(course: Course): ConcernKind[] {
  return concernsOf(course.chart, course.now).map(({ kind }) => kind)
}
function found(course: Course, kind: ConcernKind) {
  return concernsOf(course.chart, course.now).find((each) => each.kind === kind)
}
/** Runs since 08:00 by an estimated weight. */
function estimated(): Course {
  const course = openedChart().at('07:05')
  course.do('adams', 'recordWeight', { kg: 78, method: 'estimated', reason: 'Intubated' })
  course.at('07:10').do('chen', 'prescribe', {
    ...prescriptionOf(course, 'vte'),
    rateMlPerHour: 14,
  })
  course.at('08:00').both('startInfusion', { rateMlPerHour: 14, bag })
  return course
}
function isBelow(course: Course, clock: string): boolean {
  return kinds(course.at(clock)).includes('sub-therapeutic')
}

describe('sub-therapeutic beyond 24 h', () => {
  test('SIGN-6, NOMO-7: from the start while no counted result reaches the target: not at 23 h 59 min, at 24 h', () => {
    expect(isBelow(running(), '31:59')).toBe(false)
    expect(isBelow(running(), '32:00')).toBe(true)
    expect(found(running().at('32:00'), 'sub-therapeutic')).toMatchObject({
      at: running().time('08:00'),
      rules: ['NOMO-7'],
    })
  })

  test('SIGN-6, NOMO-7: one at the lower end of the target ends it, one a tenth below does not', () => {
    const at = (text: string) => {
      const course = running()
      course.result(text, { collected: '14:00' })
      return isBelow(course, '32:00')
    }
    expect([at('44.9'), at('45.0'), at('150.0'), at('unclottable')]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  test('SIGN-6, NOMO-2: a limit that could lie below does not end it; a stale, line or struck sample neither', () => {
    const limit = running()
    limit.result('> 43.0', { collected: '14:00' })
    expect(isBelow(limit, '32:00')).toBe(true)
    const line = running()
    line.result('60.0', { collected: '14:00', site: 'heparin-line-or-limb' })
    expect(isBelow(line, '32:00')).toBe(true)
    const struck = running()
    const resultSeq = struck.result('60.0', { collected: '14:00' })
    struck.do('adams', 'strikeOut', { struckSeq: resultSeq, reason: 'Other patient' })
    expect(isBelow(struck, '32:00')).toBe(true)
  })

  test('SIGN-6, NOMO-7: after a result in range it counts from the first below it, and a late next sample is not below', () => {
    const course = running()
    const inRange = course.result('60.0', { collected: '14:00' })
    course.do('adams', 'keepRate', { resultSeq: inRange })
    expect(isBelow(course, '40:00')).toBe(false)
    const low = course.result('42.0', { collected: '40:00', resulted: '40:30' })
    course.both('changeRate', { resultSeq: low, newRateMlPerHour: 15 })
    expect(isBelow(course, '63:59')).toBe(false)
    expect(isBelow(course, '64:00')).toBe(true)
  })

  test('SIGN-6, RECOM-1: not after a cease, and from the recommencing on anew', () => {
    const course = running()
    course.at('20:00').do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
    expect(isBelow(course, '40:00')).toBe(false)
  })
})

describe('what else wants a pharmacist', () => {
  test('INIT-6: an estimated weight is shown until a measured one, or a cease', () => {
    const course = estimated()
    expect(found(course, 'estimated-weight')).toMatchObject({
      at: course.time('07:05'),
      rules: ['INIT-6'],
    })
    course.at('09:00').do('adams', 'recordWeight', { kg: 78, method: 'measured' })
    expect(kinds(course)).not.toContain('estimated-weight')
    const ceased = estimated().at('09:00')
    ceased.do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
    expect(kinds(ceased)).not.toContain('estimated-weight')
  })

  test('CHART-6: other medicines are named, also after a cease; an empty list is none', () => {
    const course = running()
    const record = (medicines: Fields<'recordMedicines'>['medicines']) =>
      course.do('adams', 'recordMedicines', { medicines })
    record({ antiplatelets: [], anticoagulants: [], others: [] })
    expect(kinds(course)).not.toContain('medicines')
    course.at('08:30')
    record({
      antiplatelets: [
        { agent: 'Aspirin', plan: 'continue' },
        { agent: 'Ticagrelor', plan: 'cease', amo: 'Dr Sami Haddad' },
      ],
      anticoagulants: [{ agent: 'Warfarin', dose: '5 mg', lastDoseAt: null, therapeutic: 'no' }],
      others: ['Ibuprofen'],
    })
    expect(found(course, 'medicines')).toMatchObject({
      at: course.time('08:30'),
      names: ['Aspirin', 'Ticagrelor (to cease)', 'Warfarin', 'Ibuprofen'],
    })
    course.do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
    expect(kinds(course)).toContain('medicines')
  })

  test('DEV-1: a deviating prescription is shown until the infusion ceases', () => {
    const course = running({ rate: 13 })
    expect(kinds(course)).toContain('deviation')
    expect(kinds(running())).not.toContain('deviation')
    course.do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
    expect(kinds(course)).not.toContain('deviation')
  })

  test('DEV-1: an order that deviates is shown while the rate comes from it', () => {
    const course = running().at('10:00')
    const order = course.do('haddad', 'orderRate', {
      resultSeq: null,
      rateMlPerHour: 13,
      reason: 'Frail',
      deviation: { reason: 'Frail', instructions: 'Run at 13' },
    })
    course.both('changeRate', { orderSeq: order.seq, newRateMlPerHour: 13 })
    expect(kinds(course)).toContain('deviation')
    const resultSeq = course.result('98.0', { collected: '16:00' })
    course.both('changeRate', { resultSeq, newRateMlPerHour: 11 })
    expect(kinds(course)).not.toContain('deviation')
  })

  test('SIGN-6: a stop, advised or made, and a suspension stand before everything but bag and platelets', () => {
    const advised = running()
    advised.result('150.0', { collected: '14:00' })
    expect(kinds(advised)).toContain('stop')
    expect(found(held(), 'stop')).toMatchObject({ at: held().time('15:00') })
    const bleed = running().at('09:00')
    bleed.do('adams', 'ceaseInfusion', { reason: 'suspected-major-bleed' })
    expect(found(bleed, 'suspended')).toMatchObject({ names: ['suspected-major-bleed'] })
  })

  test('TIME-8: an overdue item is shown from when it fell due', () => {
    const course = running()
    course.at('14:29')
    expect(concernsOf(course.chart, course.now).every(({ at }) => at < course.time('14:00'))).toBe(
      true,
    )
    course.at('32:00')
    expect(kinds(course)).toContain('overdue')
  })

  test('SIGN-6: kinds always come in one order, nothing from a chart without cause, nothing once it is closed', () => {
    const course = running().at('40:00')
    const order = kinds(course).map((kind) => concernKinds.indexOf(kind))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(kinds(prescribed())).toEqual([])
    course.do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
    course.do('chen', 'closeChart', { reason: 'Went home' })
    expect(kinds(course)).toEqual([])
  })
})
