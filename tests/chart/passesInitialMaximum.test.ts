import { expect, test } from 'vitest'
import { passesInitialMaximum } from '../../src/chart/passesInitialMaximum.ts'
import { prescribed, running } from './support/wards.ts'

test('NOMO-4: passing the initial maximum of 1,000 units/hr is said, and only above it', () => {
  const { chart } = running({ protocol: 'nstemi', kg: 80 })
  expect(chart.infusion.rateMlPerHour).toBe(10)
  expect(passesInitialMaximum(chart, 10)).toBe(false)
  expect(passesInitialMaximum(chart, 10.1)).toBe(true)
  expect(passesInitialMaximum(chart, 11)).toBe(true)
})

test('NOMO-4: it is said once for a prescription', () => {
  const { chart } = running({ protocol: 'nstemi', kg: 80, rate: 11 })
  expect(chart.infusion.rateMlPerHour).toBe(11)
  expect(passesInitialMaximum(chart, 12)).toBe(false)
})

test('NOMO-4: a protocol without an initial maximum, and a chart without a start, say nothing wrong', () => {
  expect(passesInitialMaximum(running({ protocol: 'vte', kg: 120 }).chart, 23)).toBe(false)
  expect(passesInitialMaximum(prescribed({ protocol: 'nstemi', kg: 80 }).chart, 11)).toBe(true)
})
