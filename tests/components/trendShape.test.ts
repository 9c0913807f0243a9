import { expect, test } from 'vitest'
import { fold } from '../../src/chart/fold.ts'
import { trendShape } from '../../src/components/trendShape.ts'
import { type Instant, minutesBetween, plusHours } from '../../src/time.ts'
import { deviation, running } from '../chart/support/wards.ts'
import { playedEntries } from '../support/playedEntries.ts'

async function shapeOf(path: string, upTo?: number, hoursLater = 0) {
  const { entries, now } = await playedEntries(path, upTo)
  const at = plusHours(now, hoursLater) as Instant
  const chart = fold(entries)
  const shape = trendShape(chart, at)
  if (!shape) throw new Error('nothing to draw')
  return { shape, chart, now: at }
}

test('before anything has happened there is nothing to draw', async () => {
  const { entries, now } = await playedEntries('tests/scenarios/vteCourse.json', 2)
  const withoutBaseline = entries.filter(({ kind }) => kind !== 'apttResulted')
  expect(trendShape(fold(withoutBaseline), now)).toBeNull()
})

test('the rate is a step line: each stretch ends where the next begins, the last at the present', async () => {
  const { shape, now } = await shapeOf('tests/scenarios/vteCourse.json')
  const rates = shape.stretches.map(({ rateMlPerHour }) => rateMlPerHour)
  expect(rates).toEqual([14, 12])
  expect(shape.stretches[0]?.to).toBe(shape.stretches[1]?.from)
  expect(shape.stretches.at(-1)?.to).toBe(now)
})

test('a stop is a gap, and no line joins the APTTs on either side of it', async () => {
  const { shape } = await shapeOf('tests/scenarios/vteStopAndRestart.json')
  const rates = shape.stretches.map(({ rateMlPerHour }) => rateMlPerHour)
  expect(rates).toContain(null)
  const off = shape.stretches.find(({ rateMlPerHour }) => rateMlPerHour === null)
  for (const run of shape.runs) {
    const before = run.some(({ at }) => off && at <= off.from)
    const after = run.some(({ at }) => off && at >= off.to)
    expect(before && after).toBe(false)
  }
  expect(shape.runs.length).toBeGreaterThan(1)
})

test('a result beyond the scale is drawn at its limit, and says so', async () => {
  const { entries, now } = await playedEntries('tests/scenarios/vteStopAndRestart.json')
  const beyond = entries.map((entry) =>
    entry.kind === 'apttResulted' ? { ...entry, text: '> 200' } : entry,
  )
  const shape = trendShape(fold(beyond), now)
  expect(shape?.points.length).toBeGreaterThan(0)
  for (const { limit, seconds, text } of shape?.points ?? []) {
    expect({ limit, seconds, text }).toEqual({
      limit: 'above',
      seconds: shape?.topSeconds,
      text: '> 200',
    })
  }
})

test('every bolus is marked, and nothing before the start counts as off', async () => {
  const { shape, chart } = await shapeOf('tests/scenarios/vteCourse.json', 8, 1)
  expect(shape.boluses).toHaveLength(1)
  expect(shape.stretches.every(({ rateMlPerHour }) => rateMlPerHour === 14)).toBe(true)
  expect(shape.stretches[0]?.from).toBe(chart.infusion.firstStartedAt)
})

test('at most the last 24 hours are drawn', async () => {
  const { shape, now } = await shapeOf('tests/scenarios/vteCourse.json', undefined, 40)
  expect(minutesBetween(shape.from, now)).toBe(24 * 60)
  expect(shape.stretches.every(({ from }) => from >= shape.from)).toBe(true)
  expect(shape.points.every(({ at }) => at >= shape.from)).toBe(true)
})

test('DEV-1: a stretch that a deviation set is marked, until another rate is set; a bolus does not end it', () => {
  const course = running().at('10:00')
  const { seq: orderSeq } = course.do('haddad', 'orderRate', {
    resultSeq: null,
    rateMlPerHour: 11,
    reason: 'Bleeding gums',
    deviation,
  })
  course.both('changeRate', { orderSeq, newRateMlPerHour: 11 })
  course.at('11:00').do('adams', 'recordBedsideFact', {
    fact: 'bolus-given',
    units: 1000,
    reason: 'Given at the bedside',
  })
  course.at('12:00').do('adams', 'recordBedsideFact', {
    fact: 'pump-found-at',
    rateMlPerHour: 12,
    reason: 'Read',
  })
  const shape = trendShape(course.chart, course.time('13:00'))
  expect(shape?.stretches.map(({ rateMlPerHour, deviates }) => [rateMlPerHour, deviates])).toEqual([
    [14, false],
    [11, true],
    [11, true],
    [12, false],
  ])
})
