import { expect, test } from 'vitest'
import type { Course } from './support/course.ts'
import { given } from './support/given.ts'
import { held, noBleeding, prescribed, prescriptionOf, running } from './support/wards.ts'

function found(course: Course, rateMlPerHour: number, more: object = {}) {
  return course.do('cole', 'recordBedsideFact', {
    fact: 'pump-found-at',
    rateMlPerHour,
    reason: 'Pump read at handover',
    ...more,
  }).seq
}

test('CHART-10, H24: "pump found at" sets the running rate from the time stated and counts as a rate change', () => {
  const course = running().at('10:20')
  found(course, 16, { happenedAt: course.iso('10:00') })

  expect(course.infusion).toMatchObject({ rateMlPerHour: 16, since: course.time('10:00') })
  expect(course.item('aptt-collection').due).toBe(course.iso('16:00'))
})

test('CHART-10: a fact needs its figure, and the figure its limits', () => {
  const course = running()
  const fact = (fields: object) =>
    course.decide('adams', 'recordBedsideFact', { reason: 'x', ...fields } as never)
  expect(fact({ fact: 'pump-found-at' })).toMatchObject({ refusal: { code: 'fact-needs-rate' } })
  expect(fact({ fact: 'pump-found-at', rateMlPerHour: 1400 })).toMatchObject({
    refusal: { code: 'rate-out-of-range', rules: ['NOMO-4'] },
  })
  expect(fact({ fact: 'bolus-given' })).toMatchObject({ refusal: { code: 'fact-needs-units' } })
  expect(fact({ fact: 'bolus-given', units: 0.5 })).toMatchObject({
    refusal: { code: 'bolus-out-of-range' },
  })
})

test('CHART-10: it opens a countersign and an MO decision; until the MO decides no increase, bolus or restart', () => {
  const course = running().at('08:30')
  const seq = found(course, 13)
  expect(course.item('second-check', 'countersign')).toMatchObject({ anchor: { seq } })
  expect(course.item('mo-decision', 'bedside-fact')).toMatchObject({
    rules: ['CHART-10'],
    overdue: course.iso('09:00'),
  })
  const low = course.result('38.0', { collected: '14:30' })
  expect(course.view(low).advice).toBeNull()
  given(course)
    .when('adams', 'changeRate', { resultSeq: low, newRateMlPerHour: 14 })
    .thenRefused('mo-decides-first', 'CHART-10')
  given(course)
    .when('chen', 'orderBolus', { resultSeq: low, units: 5000, adviceFrom: [] })
    .thenRefused('mo-decides-first', 'CHART-10')
  course.do('chen', 'orderRate', { resultSeq: null, rateMlPerHour: 13, reason: 'Stays' })

  expect(course.dueOf('mo-decision', 'bedside-fact')).toEqual([])
  expect(course.view(low).advice).toMatchObject({ newRateMlPerHour: 14 })
})

test('CHART-10, TIME-8: a decrease goes on while the MO has not decided', () => {
  const course = running().at('08:30')
  found(course, 15)
  const high = course.result('98.0', { collected: '14:30' })
  course.both('changeRate', { resultSeq: high, newRateMlPerHour: 13 })
  expect(course.infusion.rateMlPerHour).toBe(13)
})

test('CHART-10: an injected bolus is a fact: the sample before is stale, and no restart until the MO decides', () => {
  const course = held()
  course.do('chen', 'assessBleeding', noBleeding)
  course.at('16:30').do('adams', 'recordBedsideFact', {
    fact: 'bolus-given',
    units: 5000,
    reason: 'Given by mistake',
  })
  given(course)
    .when('adams', 'restartInfusion', { rateMlPerHour: 12, orderSeq: null })
    .thenRefused('mo-decides-first', 'CHART-10')
  course.do('chen', 'assessBleeding', noBleeding)
  course.both('restartInfusion', { rateMlPerHour: 12, orderSeq: null })
  expect(course.infusion.status).toBe('running')
})

test('CHART-10, SIGN-5: found running during a hold: the chart runs at what the pump runs, and the hold is gone', () => {
  const course = held().at('15:20')
  found(course, 14)
  expect(course.infusion).toMatchObject({ status: 'running', rateMlPerHour: 14, stop: null })
  expect(course.dueOf('restart')).toEqual([])
  expect(course.dueOf('mo-decision', 'bedside-fact')).toHaveLength(1)
  course.do('cole', 'stopInfusion', { reason: 'concern' })
  expect(course.infusion).toMatchObject({ status: 'stopped', rateMlPerHour: null })
})

test('CHART-10, BLEED-0: found running after a cease: the suspension stays', () => {
  const course = running().at('09:00')
  course.do('adams', 'ceaseInfusion', { reason: 'suspected-major-bleed' })
  found(course.at('09:10'), 14)
  expect(course.infusion).toMatchObject({ status: 'running', rateMlPerHour: 14 })
  expect(course.chart.suspensions).toHaveLength(1)
})

test('CHART-10: found running though never started: it runs from the time stated', () => {
  const course = prescribed().at('08:10')
  found(course, 14, { happenedAt: course.iso('08:00') })
  expect(course.infusion).toMatchObject({
    status: 'running',
    rateMlPerHour: 14,
    firstStartedAt: course.time('08:00'),
  })
  given(course)
    .when('adams', 'startInfusion', { rateMlPerHour: 14, bag: { units: 25_000, volumeMl: 250 } })
    .thenRefused('infusion-not-in-this-state')
})

test('CHART-10, SIGN-7, H35: stated earlier than a change in effect, the later rate stands and the MO is asked', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:20' })
  course.both('changeRate', { resultSeq, newRateMlPerHour: 12 })
  found(course.at('14:40'), 16, { happenedAt: course.iso('14:10') })

  expect(course.infusion).toMatchObject({ rateMlPerHour: 12, since: course.time('14:20') })
  expect(course.item('aptt-collection').due).toBe(course.iso('20:20'))
  expect(course.dueOf('mo-decision', 'bedside-fact')).toHaveLength(1)
})

test('CHART-10, SIGN-7, H24: a bolus or a change of protocol sets no pump: a rate stated before it is the running rate', () => {
  const changed = running()
  changed.at('10:30').do('chen', 'prescribe', prescriptionOf(changed, 'nstemi'))
  const given = running({ prescription: { bolusUnits: 6000, reason: undefined } })
  given.at('08:30').both('giveBolus', { orderSeq: 3, units: 6000 })
  const runs = [changed, given].map((course) => {
    found(course.at('10:35'), 17, { happenedAt: course.iso('08:20'), lateReason: 'At the bed' })
    const { rateMlPerHour, since } = course.infusion
    const later = course.chart.events.find(({ at }) => at > course.time('08:20'))
    return { rateMlPerHour, since, later: later?.rateMlPerHour }
  })
  const run = { rateMlPerHour: 17, since: changed.time('08:20'), later: 17 }
  expect(runs).toEqual([run, run])
})

test('CHART-1, CHART-10: a reading of the pump is confirmed by its second signature also where a bolus was given since', () => {
  const course = running().at('09:00')
  const start = course.entries.find(({ kind }) => kind === 'infusionStarted')
  course.do('chen', 'strikeOut', { struckSeq: start?.seq ?? 0, reason: 'Wrong patient' })
  const seq = found(course, 14)
  const bolus = { fact: 'bolus-given', units: 5000, reason: 'Given by mistake' } as const
  course.at('09:05').do('adams', 'recordBedsideFact', bolus)
  course.sign('baker', seq, { checkedRateMlPerHour: undefined, pumpReadBackMlPerHour: undefined })
  expect(course.infusion).toMatchObject({ rateMlPerHour: 14, rateUnconfirmed: false })
})

test('CHART-10: "pump not changed" voids what waits and asks no MO', () => {
  const course = running()
  const resultSeq = course.result('42.0', { collected: '14:00', resulted: '14:20' })
  course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 15 })
  const { seq } = course.do('adams', 'recordBedsideFact', {
    fact: 'pump-not-changed',
    reason: 'Called away',
  })
  expect(course.chart.pending).toBeNull()
  expect(course.dueOf('mo-decision')).toEqual([])
  expect(course.chart.owed.map(({ actSeq }) => actSeq)).toEqual([seq])
  course.both('changeRate', { resultSeq, newRateMlPerHour: 15 })
  expect(course.infusion.rateMlPerHour).toBe(15)
})
