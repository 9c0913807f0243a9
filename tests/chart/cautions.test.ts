import { expect, test } from 'vitest'
import { cautionsOn } from '../../src/chart/cautionsOn.ts'
import type { Course } from './support/course.ts'
import { prescribed, running } from './support/wards.ts'

const codes = (course: Course, seq: number) =>
  cautionsOn(course.chart, course.view(seq).result, course.now).map(({ code }) => code)

test('NOMO-12: a baseline above the therapeutic lower limit warns and never titrates', () => {
  const of = (text: string, protocol: 'vte' | 'stroke' = 'vte') => {
    const course = prescribed({ protocol, kg: 70 })
    return codes(course, course.result(text, { collected: '07:30' }))
  }
  expect(of('45.0')).toEqual([])
  expect(of('45.1')).toEqual(['baseline-prolonged'])
  expect(of('unclottable')).toEqual(['baseline-prolonged'])
  expect(of('> 45')).toEqual(['baseline-prolonged'])
  expect(of('< 200')).toEqual([])
  const started = running()
  expect(codes(started, started.result('60.0', { collected: '14:00' }))).toEqual([])
})

test('NOMO-13: a site not known is asked above the range only; in the stop band the stop is advised and a repeat asked for', () => {
  const of = (text: string) => {
    const course = running()
    const seq = course.result(text, { collected: '14:00', resulted: '14:20', site: 'not-known' })
    return { course, codes: codes(course, seq) }
  }
  expect(of('60.0').codes).toEqual([])
  expect(of('92.0').codes).toEqual(['site-not-known'])
  const stop = of('150.0')
  expect(stop.codes).toEqual(['site-not-known', 'repeat-from-other-limb'])
  expect(stop.course.item('titration')).toMatchObject({ stopAdvised: true })
  expect(stop.course.item('aptt-collection')).toMatchObject({
    about: 'recollect',
    due: stop.course.iso('14:20'),
  })
})

test('NOMO-14: a tube resulted more than 2 h after its collection warns', () => {
  const of = (resulted: string) => {
    const course = running()
    return codes(course, course.result('60.0', { collected: '14:00', resulted }))
  }
  expect(of('16:00')).toEqual([])
  expect(of('16:01')).toEqual(['late-tube'])
})

test('NOMO-18: a value over 50 s from the last usable one asks for a second look and delays no stop', () => {
  const of = (text: string) => {
    const course = running()
    const first = course.result('60.0', { collected: '14:00' })
    course.do('adams', 'keepRate', { resultSeq: first })
    const seq = course.result(text, { collected: '20:00' })
    return { course, seq, codes: codes(course, seq) }
  }
  expect(of('110.0').codes).toEqual([])
  const jump = of('110.1')
  expect(jump.codes).toEqual(['jump'])
  expect(jump.course.item('titration')).toMatchObject({ stopAdvised: true, status: 'due' })
})

test('NOMO-18: the last usable one is no early, off or rejected sample, and not itself', () => {
  const course = running()
  course.result('300.0', { collected: '09:00' })
  const seq = course.result('60.0', { collected: '14:00' })
  expect(codes(course, seq)).toEqual([])
})
