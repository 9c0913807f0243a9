import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Chart } from '../../src/chart/chart.ts'
import { fold } from '../../src/chart/fold.ts'
import { TrendCourse } from '../../src/components/TrendCourse.tsx'
import { TrendHours } from '../../src/components/TrendHours.tsx'
import { labelSides } from '../../src/components/trendLabels.ts'
import { scalesOf } from '../../src/components/trendScales.ts'
import { type TrendShape, trendShape } from '../../src/components/trendShape.ts'
import {
  LAST_DAY,
  movedBy,
  type TrendView,
  windowOf,
  zoomedBy,
} from '../../src/components/trendView.ts'
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
  const six = trendShape(chart, later, { span: 6, backHours: 0 })
  expect(six && minutesBetween(six.from, later)).toBe(6 * 60)
  expect(six?.points).toEqual([])
  const all = shapeAt(chart, later)
  expect(all.from).toBeLessThan(all.first)
  expect(all.points.length).toBeGreaterThan(2)
  const past = trendShape(chart, later, { span: 6, backHours: 30 })
  const until = plusHours(now, 1)
  expect(past?.to).toBe(until)
  expect(past?.stretches.every(({ to }) => to <= until)).toBe(true)
  expect(past?.points.every(({ at }) => at <= until)).toBe(true)
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

/** Which instant stands at a part of a view's width. */
function instantAt(view: TrendView, part: number, first: Instant, now: Instant): number {
  const { from, to } = windowOf(view, first, now)
  return from + part * (to - from)
}

test('brought nearer or further, the instant between the fingers stays between them', () => {
  const first = 0 as Instant
  const now = plusHours(first, 72)
  const begun = movedBy(LAST_DAY, -20, first, now)
  for (const factor of [0.7, 1.5, 3]) {
    const zoomed = zoomedBy(begun, { factor, part: 0.4 }, first, now)
    expect(zoomed.span).not.toBe(begun.span)
    expect(instantAt(zoomed, 0.4, first, now)).toBeCloseTo(instantAt(begun, 0.4, first, now), -1)
  }
})

test('a pinch comes no nearer than 2 hours, ends at the whole course, and never shows past the present', () => {
  const first = 0 as Instant
  const now = plusHours(first, 72)
  expect(zoomedBy(LAST_DAY, { factor: 100, part: 0.5 }, first, now).span).toBe(2)
  expect(zoomedBy(LAST_DAY, { factor: 0.01, part: 0.5 }, first, now)).toEqual({
    span: 'all',
    backHours: 0,
  })
  const near = zoomedBy(LAST_DAY, { factor: 4, part: 1 }, first, now)
  expect(near.backHours).toBeGreaterThanOrEqual(0)
  expect(windowOf(near, first, now).to).toBeLessThanOrEqual(plusHours(now, 2))
  const whole = { span: 'all', backHours: 0 } as const
  expect(zoomedBy(whole, { factor: 1, part: 0.5 }, first, now)).toEqual(whole)
  expect(zoomedBy(whole, { factor: 2, part: 0 }, first, now).span).toBeCloseTo(35.25)
})

test('two figures that would touch stand on either side of their line', () => {
  const rate = (left: number) => ({ left, text: '12.5' })
  expect(labelSides([rate(0), rate(100), rate(110), rate(120), rate(130)])).toEqual([
    'above',
    'above',
    'below',
    'above',
    'below',
  ])
})

test('a day and its eve are told apart: where an hour stands twice on the axis, two dates stand under it', async () => {
  const { chart, now } = await played('tests/scenarios/vteCourse.json')
  const later = plusHours(now, 24)
  const shape = trendShape(chart, later, LAST_DAY)
  if (!shape) throw new Error('nothing to draw')
  const { container } = render(
    <svg>
      <title>Hours</title>
      <TrendHours scales={scalesOf(shape)} zone="Australia/Sydney" />
    </svg>,
  )
  const texts = [...container.querySelectorAll('text')].map(({ textContent }) => textContent ?? '')
  const hours = texts.filter((text) => /^\d\d:\d\d$/.test(text))
  expect(new Set(hours).size).toBeLessThan(hours.length)
  expect(texts.filter((text) => /^\d\d\s\w{3}\s\d{4}$/.test(text))).toHaveLength(2)
})
