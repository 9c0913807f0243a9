import { expect, test } from 'vitest'
import { survivalOf } from '../../src/audit/survival.ts'
import { bag, prescribed, prescriptionOf, running } from '../chart/support/wards.ts'
import { auditOf, figureOf, figureValue } from './support/ward.ts'

const HOUR = 3_600_000
const after = (hours: number, reached: boolean) => ({ ms: hours * HOUR, reached })

test('AUDIT-1: Kaplan-Meier of six infusions by hand: 6 h 1/6, 12 h 3/8, 18 h 11/16', () => {
  // 6 h: 6 at risk, 1 reaches: 5/6 left. One is censored at 10 h. 12 h: 4 at risk, 1 reaches: 5/6 x 3/4 = 5/8 left.
  // One is censored at 12 h: it was still at risk then. 18 h: 2 at risk, 1 reaches: 5/16 left.
  const { steps, medianMs } = survivalOf([
    after(6, true),
    after(10, false),
    after(12, true),
    after(12, false),
    after(18, true),
    after(24, false),
  ])

  expect(steps).toEqual([
    { ms: 6 * HOUR, atRisk: 6, reached: 1, percent: 16.7 },
    { ms: 12 * HOUR, atRisk: 4, reached: 1, percent: 37.5 },
    { ms: 18 * HOUR, atRisk: 2, reached: 1, percent: 68.8 },
  ])
  expect(medianMs).toBe(18 * HOUR)
})

test('AUDIT-1: the median is where exactly half have reached it, and none where fewer ever do', () => {
  expect(survivalOf([after(6, true), after(9, false)]).medianMs).toBe(6 * HOUR)
  expect(survivalOf([after(6, true), after(9, false), after(9, false)]).medianMs).toBeNull()
  expect(survivalOf([])).toEqual({ steps: [], medianMs: null })
})

test('AUDIT-1: the first therapeutic sample counts by its collection, from the start', () => {
  const course = running()
  course.result('40.0', { collected: '14:00' })
  course.result('60.0', { collected: '20:00', resulted: '21:30' })
  course.result('62.0', { collected: '26:00' })

  expect(figureValue('curve', 'time-to-therapeutic', course)).toMatchObject({
    reached: 1,
    of: 1,
    medianMinutes: 720,
    steps: [{ minutes: 720, atRisk: 1, reached: 1, percent: 100 }],
  })
})

test.each([
  ['the present', '20:00', {}, 720],
  ['the end of the period', '30:00', { to: '18:00' }, 600],
])(
  'AUDIT-1: without a therapeutic sample an infusion is followed up to %s',
  (_, now, over, minutes) => {
    const course = running()
    course.result('40.0', { collected: '14:00' })
    course.at(now)

    expect(figureValue('curve', 'time-to-therapeutic', course, over)).toMatchObject({
      reached: 0,
      of: 1,
      medianMinutes: null,
      followedMinutes: minutes,
      steps: [],
    })
  },
)

test('AUDIT-1: a cease ends the following, and a sample after it is none of that infusion', () => {
  const course = running()
  course.result('40.0', { collected: '14:00' })
  course.at('15:00').do('adams', 'ceaseInfusion', { reason: 'treatment-complete' })
  course.result('60.0', { collected: '20:00' })

  expect(figureValue('curve', 'time-to-therapeutic', course)).toMatchObject({
    reached: 0,
    of: 1,
    followedMinutes: 420,
  })
})

test('AUDIT-1, RECOM-1: a recommencing is an infusion of its own', () => {
  const course = running()
  course.result('60.0', { collected: '14:00' })
  course.at('21:00').do('adams', 'ceaseInfusion', { reason: 'procedure' })
  course.at('28:00').do('chen', 'prescribe', prescriptionOf(course, 'vte', { rateMlPerHour: 13 }))
  const orderSeq = course.entries.at(-1)?.seq ?? 0
  course.at('28:10').both('recommenceInfusion', { orderSeq, rateMlPerHour: 13 })
  course.at('40:10')

  expect(auditOf(course).infusions).toBe(2)
  expect(figureValue('curve', 'time-to-therapeutic', course)).toMatchObject({ reached: 1, of: 2 })
})

test('AUDIT-1: an infusion that was never started is no infusion', () => {
  const course = prescribed().at('12:00')

  expect(auditOf(course).infusions).toBe(0)
  expect(figureValue('curve', 'time-to-therapeutic', course).of).toBe(0)
})

test('AUDIT-1: an infusion that started before the period runs in it but is not followed from its start', () => {
  const course = running()
  course.result('40.0', { collected: '14:00' })
  course.result('60.0', { collected: '20:00' })
  const over = { from: '16:00' }

  expect(auditOf(course, over).infusions).toBe(1)
  expect(figureValue('curve', 'time-to-therapeutic', course, over).of).toBe(0)
  expect(figureValue('share', 'aptts-in-range', course, over)).toMatchObject({ count: 1, of: 1 })
  // Of the six hours from 40 to 60 only the four from 16:00 on; 45 is passed at 15:30.
  expect(figureValue('in-range', 'time-in-range', course, over)).toMatchObject({
    minutes: 240,
    ofMinutes: 240,
  })
})

test('AUDIT-1: on another ward nothing counts, and after a transfer only what came after', () => {
  const course = running()
  course.result('40.0', { collected: '14:00' })
  course.at('17:00').do('adams', 'transferWard', { wardId: 'ccu', bed: '3' })
  course.result('60.0', { collected: '20:00' })

  const before = { wardId: '7-west' }
  const now = { wardId: 'ccu' }
  expect(figureValue('share', 'aptts-in-range', course, before)).toMatchObject({ count: 0, of: 1 })
  expect(figureValue('share', 'aptts-in-range', course, now)).toMatchObject({ count: 1, of: 1 })
  expect(figureValue('curve', 'time-to-therapeutic', course, before)).toMatchObject({
    reached: 0,
    of: 1,
    followedMinutes: 540,
  })
  expect(figureValue('curve', 'time-to-therapeutic', course, now).of).toBe(0)
  expect(figureValue('in-range', 'time-in-range', course, before).ofMinutes).toBe(180)
  expect(figureValue('in-range', 'time-in-range', course, now).ofMinutes).toBe(180)
  expect(auditOf(course, { wardId: 'icu' }).infusions).toBe(0)
})

test('AUDIT-1: each chart behind a figure is told with its own part', () => {
  const good = running()
  good.result('60.0', { collected: '14:00' })
  const poor = running()
  poor.result('40.0', { collected: '14:00' })
  poor.result('42.0', { collected: '20:00' })

  const { charts, value } = figureOf('aptts-in-range', [good, poor])
  expect(charts.map(({ count, of }) => `${count} of ${of}`)).toEqual(['1 of 1', '0 of 2'])
  expect(value).toEqual({ kind: 'share', count: 1, of: 3, percent: 33.3 })
})

test('AUDIT-1: nothing to count gives no percentage', () => {
  const course = prescribed()
  course.at('08:00').both('startInfusion', { rateMlPerHour: 14, bag })
  expect(figureValue('share', 'concordance', course)).toEqual({
    kind: 'share',
    count: 0,
    of: 0,
    percent: null,
  })
  expect(figureValue('between', 'between-signatures', course, { to: '07:00' })).toEqual({
    kind: 'between',
    of: 0,
    medianMinutes: null,
    shortestMinutes: null,
    longestMinutes: null,
  })
})
