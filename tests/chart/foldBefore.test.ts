import { expect, test } from 'vitest'
import { fold } from '../../src/chart/fold.ts'
import { held } from './support/wards.ts'

test('CHART-1: reading a record shows the chart as it stood before each entry, a strike-out among them', () => {
  const course = held()
  const wrong = course.result('40.0', { collected: '16:00' })
  course.do('adams', 'strikeOut', { struckSeq: wrong, reason: 'Another patient' })
  course.do('adams', 'writeNote', { text: 'Slept well.' })
  const stoodAt = ({ seq, infusion, pending, results }: typeof course.chart) =>
    JSON.stringify({ seq, infusion, pending, results })

  const seen: string[] = []
  fold(course.entries, (before) => seen.push(stoodAt(before)))

  const beginnings = course.entries.slice(1).map((_, index) => course.entries.slice(0, index + 1))
  expect(seen).toEqual(beginnings.map((entries) => stoodAt(fold(entries))))
})
