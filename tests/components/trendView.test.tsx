import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Chart } from '../../src/chart/chart.ts'
import { fold } from '../../src/chart/fold.ts'
import { TrendCourse } from '../../src/components/TrendCourse.tsx'
import { scalesOf } from '../../src/components/trendScales.ts'
import { type TrendShape, trendShape } from '../../src/components/trendShape.ts'
import { LAST_DAY, movedBy } from '../../src/components/trendView.ts'
import { type Instant, minutesBetween, plusHours } from '../../src/time.ts'
import { playedEntries } from '../support/playedEntries.ts'

const STOPPED = 'tests/scenarios/vteStopAndRestart.json'

async function played(path: string, texts: Readonly<Record<number, string>> = {}) {
  const { entries, now } = await playedEntries(path)
  let count = -1
  const told = entries.map((entry) => {
    if (entry.kind !== 'apttResulted') return entry
    count += 1
    return { ...entry, text: texts[count] ?? entry.text }
  })
  const chart = fold(told)
  return { chart, now, shape: shapeAt(chart, now) }
}

function shapeAt(chart: Chart, now: Instant): TrendShape {
  const shape = trendShape(chart, now, { span: 'all', backHours: 0 })
  if (!shape) throw new Error('nothing to draw')
  return shape
}

/** Lines that lead over a time when nothing ran. */
function linesAcrossStops({ runs, stretches }: TrendShape) {
  const off = stretches.filter(({ rateMlPerHour }) => rateMlPerHour === null)
  return runs.filter((run) =>
    off.some(({ from, to }) => run.some(({ at }) => at <= from) && run.some(({ at }) => at >= to)),
  )
}

/** Marks of a limit that show no arrow, by their text. */
function limitsWithoutArrow(drawn: Element): string[] {
  return [...drawn.querySelectorAll('g')]
    .filter((mark) => mark.querySelector('circle') && /^[<>]/.test(mark.textContent ?? ''))
    .filter((mark) => mark.querySelector('path') === null)
    .map((mark) => mark.textContent ?? '')
}

function draw(shape: TrendShape): Element {
  const { container } = render(
    <svg>
      <title>Trend</title>
      <TrendCourse scales={scalesOf(shape)} />
    </svg>,
  )
  return container
}

test('no line is drawn across a stop, and one that is would be seen', async () => {
  const { shape } = await played(STOPPED)
  expect(shape.runs.length).toBeGreaterThan(1)
  expect(linesAcrossStops(shape)).toEqual([])
  const planted = { ...shape, runs: [shape.points] }
  expect(linesAcrossStops(planted)).toHaveLength(1)
})

test('a limit is drawn at the limit with an arrow, and one drawn as a mere point would be seen', async () => {
  const { shape } = await played(STOPPED, { 1: '> 150', 2: '< 25' })
  const drawn = draw(shape)
  expect(shape.points.filter(({ limit }) => limit !== null)).toHaveLength(2)
  expect(limitsWithoutArrow(drawn)).toEqual([])
  for (const path of drawn.querySelectorAll('g > circle + path')) path.remove()
  expect(limitsWithoutArrow(drawn)).toEqual(['> 150', '< 25'])
})

test('no line leads to a limit: what it measured is not known', async () => {
  const { shape } = await played('tests/scenarios/vteCourse.json', { 1: '> 150' })
  expect(shape.points.some(({ text }) => text === '> 150')).toBe(true)
  expect(shape.runs.flat().some(({ text }) => text === '> 150')).toBe(false)
  for (const run of shape.runs) {
    const [start, end] = [run[0], run.at(-1)]
    const between = shape.points.filter(({ at }) => start && end && at > start.at && at < end.at)
    expect(between.every(({ limit }) => limit === null)).toBe(true)
  }
})

test('a value below the scale is drawn at its foot with an arrow, never as a value it is not', async () => {
  const { shape } = await played('tests/scenarios/vteCourse.json', { 1: '15.0' })
  const low = shape.points.find(({ text }) => text === '15.0')
  expect(low).toMatchObject({ limit: 'below', seconds: 20 })
})

test('6 hours, 24 hours and all show that much; what is out of view is not drawn', async () => {
  const { chart, now } = await played('tests/scenarios/vteCourse.json')
  const later = plusHours(now, 30)
  const six = trendShape(chart, later, { span: '6', backHours: 0 })
  expect(six && minutesBetween(six.from, later)).toBe(6 * 60)
  expect(six?.points).toEqual([])
  const all = shapeAt(chart, later)
  expect(all.from).toBeLessThan(all.first)
  expect(all.points.length).toBeGreaterThan(2)
  const past = trendShape(chart, later, { span: '6', backHours: 30 })
  expect(past?.to).toBe(now)
  expect(past?.stretches.every(({ to }) => to <= now)).toBe(true)
  expect(past?.points.every(({ at }) => at <= now)).toBe(true)
})

test('the view moves neither past the present nor before the course', () => {
  const first = 0 as Instant
  const now = plusHours(first, 48)
  expect(movedBy(LAST_DAY, 12, first, now)).toEqual(LAST_DAY)
  expect(movedBy(LAST_DAY, -12, first, now).backHours).toBe(12)
  expect(movedBy(LAST_DAY, -100, first, now).backHours).toBe(24.5)
  const all = { span: 'all', backHours: 0 } as const
  expect(movedBy(all, -5, first, now)).toBe(all)
})
