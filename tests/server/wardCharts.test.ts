import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { boardLine } from '../../server/chartView.ts'
import { entryHash, isIntact, NO_PREVIOUS } from '../../server/entryHash.ts'
import type { ChartRecord } from '../../server/entryStore.ts'
import { createWardCharts } from '../../server/wardCharts.ts'
import { concernsOf } from '../../src/chart/concernsOf.ts'
import { dueItems } from '../../src/chart/due.ts'
import type { Entry } from '../../src/chart/entries.ts'
import { fold } from '../../src/chart/fold.ts'
import { type Instant, instantOf, plusMinutes } from '../../src/time.ts'

interface Row {
  readonly seq: number
  readonly body: string
  readonly previous_hash: string
  readonly hash: string
}

/** A stored course as rows of the record, each with the hash of its text. */
function rowsOf(name: string): Row[] {
  const { entries }: { entries: string[] } = JSON.parse(
    readFileSync(`tests/corpus/${name}.json`, 'utf8'),
  )
  let previous = NO_PREVIOUS
  return entries.map((body, index) => {
    const hash = entryHash(previous, body)
    const row = { seq: index + 1, body, previous_hash: previous, hash }
    previous = hash
    return row
  })
}

/** A ward whose rows a test changes, as another process or somebody behind the record's back would. */
function tables(rows: Record<string, Row[]>) {
  return {
    rows,
    async openCharts() {
      return Object.entries(rows).map(([chartId, { length: seq }]) => ({ chartId, seq }))
    },
    async record(chartId: string): Promise<ChartRecord | null> {
      const all = rows[chartId] ?? []
      const last = all.at(-1)
      if (!last) return null
      const entries = all.map(({ body, hash }): Entry => ({ ...JSON.parse(body), hash }))
      return { entries, lastSeq: last.seq, lastHash: last.hash, intact: isIntact(all) }
    },
  }
}

const COURSES = ['vteCourse', 'collectionOverdue', 'restartOverdue', 'pendingSecondCheck']
const wholeWard = () => tables(Object.fromEntries(COURSES.map((name) => [name, rowsOf(name)])))

function lastOf(rows: readonly Row[]): Instant {
  return instantOf(JSON.parse(rows.at(-1)?.body ?? '{}').recordedAt)
}

test('TIME-8, H9: kept between requests, a ward says at every minute what its record says', async () => {
  const store = wholeWard()
  const wardCharts = createWardCharts(store)
  const from = lastOf(store.rows['pendingSecondCheck'] ?? [])
  for (let minutes = 0; minutes < 300; minutes += 1) {
    const now = plusMinutes(from, minutes)
    const { places } = await wardCharts.openOn('7-west', now)
    expect(places).toHaveLength(COURSES.length)
    for (const { chart, due, line } of places) {
      expect(due).toEqual(dueItems(chart, now))
      expect(line).toEqual({ board: boardLine(chart, now), concerns: concernsOf(chart, now) })
    }
  }
})

test('CHART-1: an entry that another process has written is on the board of the next request', async () => {
  const store = wholeWard()
  const all = store.rows['vteCourse'] ?? []
  store.rows['vteCourse'] = all.slice(0, -1)
  const wardCharts = createWardCharts(store)
  const seqsAt = async () => {
    const { places } = await wardCharts.openOn('7-west', lastOf(all))
    return places.map(({ chart, line }) => [chart.seq, line.board.seq])
  }
  expect(await seqsAt()).not.toContainEqual([all.length, all.length])
  store.rows['vteCourse'] = all
  expect(await seqsAt()).toContainEqual([all.length, all.length])
})

test('CHART-1: a record changed behind its back is damaged at the next request, though its chart was shown before', async () => {
  const store = wholeWard()
  const all = store.rows['vteCourse'] ?? []
  const wardCharts = createWardCharts(store)
  const now = lastOf(all)
  expect((await wardCharts.openOn('7-west', now)).damaged).toEqual([])
  store.rows['vteCourse'] = all.map((row, index) =>
    index === 4 ? { ...row, body: row.body.replace('7', '8') } : row,
  )
  const { places, damaged } = await wardCharts.openOn('7-west', now)
  expect(damaged).toEqual(['vteCourse'])
  expect(places).toHaveLength(COURSES.length - 1)
})

test('TIME-8: the whole record is read at each request, and a chart is folded once for what stands in it', async () => {
  const store = wholeWard()
  let reads = 0
  const wardCharts = createWardCharts({
    openCharts: store.openCharts,
    record: (chartId) => {
      reads += 1
      return store.record(chartId)
    },
  })
  const now = lastOf(store.rows['vteCourse'] ?? [])
  const first = await wardCharts.openOn('7-west', now)
  const again = await wardCharts.openOn('7-west', now)
  expect(reads).toBe(2 * COURSES.length)
  expect(again.places).toBe(first.places)
  const folded = fold((await store.record('vteCourse'))?.entries ?? [])
  expect(first.places.map(({ chart }) => chart)).toContainEqual(folded)
})
