import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { Entry } from '../../src/chart/entries.ts'
import { fold, follow } from '../../src/chart/fold.ts'
import { running } from './support/wards.ts'

const folder = new URL('../corpus/', import.meta.url)
const stored = z.object({ entries: z.array(z.string()) })
const courses = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const { entries } = z.parse(stored, JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    return { name, entries: entries.map((text) => ({ ...JSON.parse(text), hash: '' }) as Entry) }
  })

test.each(courses)(
  '$name followed entry by entry is at each of them the chart that is folded anew',
  ({ entries }) => {
    const following = follow(entries.slice(0, 1))
    for (const [index, entry] of entries.entries()) {
      if (index > 0) following.add(entry)
      expect(following.chart).toEqual(fold(entries.slice(0, index + 1)))
    }
  },
)

test('CHART-1: a strike-out in a chart that is followed takes back what it strikes, and what comes after goes on', () => {
  const course = running()
  const seq = course.result('98.0', { collected: '14:00', resulted: '14:40' })
  const following = follow(course.entries)
  const given = course.entries.length
  course.do('adams', 'strikeOut', { struckSeq: seq, reason: 'other patient' })
  course.result('72.0', { collected: '14:10', resulted: '14:50' })
  for (const entry of course.entries.slice(given)) following.add(entry)
  expect(following.chart.results.map(({ struck }) => struck)).toEqual([true, false])
  expect(following.chart).toEqual(fold(course.entries))
})

test('the list that a chart is followed from stays as it was', () => {
  const course = running()
  const entries = course.entries.slice(0, -1)
  const last = course.entries.at(-1)
  const following = follow(entries)
  if (last) following.add(last)
  expect(entries).toHaveLength(course.entries.length - 1)
  expect(following.chart.entries).toHaveLength(course.entries.length)
})
