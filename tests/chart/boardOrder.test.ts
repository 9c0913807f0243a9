import { expect, test } from 'vitest'
import { createBoardOrder } from '../../src/chart/boardOrder.ts'
import type { Chart } from '../../src/chart/chart.ts'
import { dueItems, urgency } from '../../src/chart/due.ts'
import { lasting } from '../../src/chart/lasting.ts'
import { type Instant, plusHours, plusMinutes } from '../../src/time.ts'
import { held, prescribed, running } from './support/wards.ts'

/** A ward of three, with how often each chart has been read. */
function ward() {
  const courses = [running(), held(), prescribed()]
  const charts = courses.map(({ chart }) => chart)
  const reads = new Map<Chart, number>()
  const order = createBoardOrder((chart) => {
    reads.set(chart, (reads.get(chart) ?? 0) + 1)
    return chart.infusion.status
  })
  const read = () => charts.map((chart) => reads.get(chart) ?? 0)
  return { courses, charts, order, read, now: held().now }
}

function firstChange(charts: readonly Chart[], now: Instant): number {
  const instants = charts.map((chart) => lasting(now, (at) => dueItems(chart, at)).changesAt)
  return Math.min(...instants.map((at) => at ?? Number.POSITIVE_INFINITY))
}

test('TIME-8: a board that neither the time nor an entry has changed is the same one, and no chart is read again', () => {
  const { charts, order, read, now } = ward()
  const board = order.at(charts, now)
  expect(read()).toEqual([1, 1, 1])
  expect(board.changesAt).toBe(firstChange(charts, now))
  expect(order.at(charts, ((board.changesAt ?? now) - 1) as Instant)).toBe(board)
  expect(read()).toEqual([1, 1, 1])
})

test('TIME-8, H9: at the instant that it names the chart is read that has changed, and no other', () => {
  const { charts, order, read, now } = ward()
  let board = order.at(charts, now)
  const end = plusHours(now, 12)
  let turns = 0
  for (let at = board.changesAt; at !== null && at < end; at = board.changesAt) {
    const before = read()
    board = order.at(charts, at)
    turns += 1
    const more = read().reduce((sum, times, index) => sum + times - (before[index] ?? 0), 0)
    expect(more).toBeGreaterThan(0)
    expect(more).toBeLessThan(charts.length)
    expect(board.value.map(({ due }) => due)).toEqual(
      board.value.map(({ chart }) => dueItems(chart, at)),
    )
  }
  expect(turns).toBeGreaterThan(5)
})

test('TIME-8: an entry makes its own chart be read again; a chart that is gone is forgotten', () => {
  const { courses, charts, order, read, now } = ward()
  order.at(charts, now)
  const [first] = courses
  if (!first) throw new Error('no course')
  first.now = now
  first.do('adams', 'writeNote', { text: 'Seen' })
  const board = order.at([first.chart, ...charts.slice(1)], plusMinutes(now, 0))
  expect(board.value).toHaveLength(3)
  expect(read()).toEqual([1, 1, 1])
  expect(order.at(charts.slice(1), now).value).toHaveLength(2)
})

test('TIME-8: most urgent first, and a clock that was set back reads anew', () => {
  const { charts, order, read, now } = ward()
  const late = plusHours(now, 6)
  const board = order.at(charts, late)
  const ranks = board.value.map(({ chart }) => urgency(chart, late))
  for (const [index, rank] of ranks.entries()) {
    const before = ranks[index - 1] ?? rank
    const differs = rank.findIndex((each, place) => each !== before[place])
    if (differs >= 0) expect(before[differs] ?? 0).toBeLessThan(rank[differs] ?? 0)
  }
  order.at(charts, now)
  expect(read()).toEqual([2, 2, 2])
})

test('TIME-8, H9: a chart that cannot be read is never lost from the board: it is asked for again', () => {
  const { charts, now } = ward()
  let fails = false
  const order = createBoardOrder(() => {
    if (fails) throw new Error('not now')
  })
  const { changesAt } = order.at(charts, now)
  const later = changesAt ?? now
  fails = true
  expect(() => order.at(charts, later)).toThrow('not now')
  expect(() => order.at(charts, later)).toThrow('not now')
  fails = false
  expect(
    order
      .at(charts, later)
      .value.map(({ chart }) => chart.chartId)
      .sort(),
  ).toEqual(charts.map(({ chartId }) => chartId).sort())
})
