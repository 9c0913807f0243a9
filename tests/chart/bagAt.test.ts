import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bagAt } from '../../src/chart/bagAt.ts'
import type { Chart, DoseEvent } from '../../src/chart/chart.ts'
import { type Instant, plusMinutes } from '../../src/time.ts'
import { prescribed, running } from './support/wards.ts'

const known = (chart: Chart, now: Instant) => {
  const bag = bagAt(chart, now)
  if (bag?.kind !== 'known') throw new Error(`the bag is ${bag?.kind ?? 'none'}`)
  return bag
}

test('CHART-9, TIME-6: worked by hand: 14 mL/hr from 08:00, stopped at 15:00, 12 mL/hr from 17:00', () => {
  const course = running()
  const at = (clock: string) => known(course.chart, course.time(clock))
  // 7 hours at 14 mL/hr are 98 mL.
  expect(at('15:00')).toMatchObject({ leftMl: 152, emptyAt: course.time('25:51') })
  const resultSeq = course.result('150.0', { collected: '14:00', resulted: '14:50' })
  const stop = course.at('15:00').do('adams', 'stopInfusion', { reason: 'nomogram', resultSeq })
  course.sign('baker', stop.seq)
  expect(at('16:50')).toMatchObject({ leftMl: 152, emptyAt: null })
  course.at('16:20').do('chen', 'assessBleeding', { finding: 'none', plan: 'restart' })
  course.at('17:00').both('restartInfusion', { rateMlPerHour: 12, orderSeq: null })
  // 152 mL at 12 mL/hr last 12 hours and 40 minutes.
  expect(at('17:00')).toMatchObject({ leftMl: 152, emptyAt: course.time('29:40') })
  // 100 minutes at 12 mL/hr are 20 mL.
  const later = at('18:40')
  expect(later.leftMl).toBe(132)
  expect(later.segments.map(({ minutes, rateMlPerHour }) => [minutes, rateMlPerHour])).toEqual([
    [420, 14],
    [120, 0],
    [100, 12],
  ])
})

test('TIME-6: an interruption runs nothing, and one entered late is derived again', () => {
  const course = running()
  course.at('12:00')
  expect(known(course.chart, course.now).leftMl).toBe(194)
  course.do('adams', 'interruptInfusion', {
    reason: 'Transport',
    happenedAt: course.iso('11:00'),
  })
  expect(known(course.chart, course.now)).toMatchObject({ leftMl: 208, emptyAt: null })
  course.at('12:30').both('resumeInfusion', { rateMlPerHour: 14 })
  expect(known(course.chart, course.time('13:30')).leftMl).toBe(194)
})

test('CHART-9: an empty bag is empty since a time, never less than empty', () => {
  const course = running()
  const bag = known(course.chart, course.time('40:00'))
  expect(bag).toMatchObject({ leftMl: 0, leftParts: 0, emptyAt: course.time('25:51') })
  expect(bag.infusedParts).toBe(150_000)
})

test('CHART-9: before the start no bag is on the pump, and after a cease none', () => {
  const course = prescribed()
  expect(bagAt(course.chart, course.now)).toBeNull()
  const begun = running()
  begun.at('10:00').do('chen', 'ceaseInfusion', { reason: 'treatment-complete' })
  expect(bagAt(begun.chart, begun.now)).toBeNull()
})

test('CHART-9, CHART-1: while the rate is unconfirmed the volume is not known', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00' })
  const change = course.both('changeRate', { resultSeq, newRateMlPerHour: 12 })
  course.at('14:20').do('adams', 'strikeOut', { struckSeq: change.seq, reason: 'Other patient' })
  expect(bagAt(course.chart, course.now)).toMatchObject({
    kind: 'unknown',
    why: 'rate-unconfirmed',
  })
})

const history = fc.array(
  fc.record({
    minutes: fc.integer({ min: 0, max: 400 }),
    tenths: fc.option(fc.integer({ min: 1, max: 600 })),
  }),
  { maxLength: 12 },
)

test('CHART-9, TIME-6: for any rate history what is left and what ran in make up the bag, minute by minute', () => {
  const { chart, ...course } = ((c) => ({ chart: c.chart, start: c.now }))(running())
  void fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 600 }), fc.integer(), (steps, tail, shuffle) => {
      let at = course.start
      const events: DoseEvent[] = [...chart.events]
      for (const { minutes, tenths } of steps) {
        at = plusMinutes(at, minutes)
        const rateMlPerHour = tenths === null ? null : tenths / 10
        const kind = rateMlPerHour === null ? 'stop' : 'rate-change'
        events.push({ kind, seq: 50, actSeq: 50, at, rateMlPerHour, staling: true })
      }
      const now = plusMinutes(at, tail)
      const bag = known({ ...chart, events: shuffled(events, shuffle) }, now)
      const ran = simulated(events, course.start, now)
      const infused = ran < 150_000 ? ran : 150_000
      expect(bag.infusedParts).toBe(infused)
      expect(bag.leftParts + bag.infusedParts).toBe(150_000)
      expect(bag.leftParts).toBeGreaterThanOrEqual(0)
    }),
    { seed: 20270310, numRuns: 300 },
  )
})

/** Late entries: the record's order is another, but those of one minute keep theirs. */
function shuffled(events: readonly DoseEvent[], by: number): DoseEvent[] {
  const minutes = [...new Set(events.map(({ at }) => at))]
  const turn = Math.abs(by) % minutes.length
  const order = [...minutes.slice(turn), ...minutes.slice(0, turn)]
  return order.flatMap((minute) => events.filter(({ at }) => at === minute))
}

/** Adds the rate of every single minute, in tenths. */
function simulated(events: readonly DoseEvent[], from: Instant, to: Instant): number {
  let sum = 0
  for (let at = from; at < to; at = plusMinutes(at, 1)) {
    const last = [...events].filter((event) => event.at <= at).at(-1)
    sum += Math.round((last?.rateMlPerHour ?? 0) * 10)
  }
  return sum
}
