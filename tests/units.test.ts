import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fromTenths,
  isInTenths,
  isTie,
  roundToStep,
  tenthsOf,
  thousandthsOf,
} from '../src/units.ts'

test.each([
  [0, 0],
  [0.1, 1],
  [6.7, 67],
  [8.2, 82],
  [9.7, 97],
  [70.1, 701],
  [105.1, 1051],
  [350, 3500],
  [-0.5, -5],
  [60_000_000.1, 600_000_001],
])('INIT-2: %d is %d tenths, and back again', (n, tenths) => {
  expect(isInTenths(n)).toBe(true)
  expect(tenthsOf(n)).toBe(tenths)
  expect(fromTenths(tenths)).toBe(n)
})

test.each([70.05, 0.30000000000000004, 1e-7, Number.NaN, Infinity, -Infinity, 1e300, 2 ** 53])(
  'NOMO-1: %d is no number of tenths and is never rounded to one',
  (n) => {
    expect(() => tenthsOf(n)).toThrow(new RangeError(`not a number with at most one decimal: ${n}`))
  },
)

test('NOMO-1: a text is no number of tenths, even where it reads like one', () => {
  expect(() => tenthsOf('70' as unknown as number)).toThrow(RangeError)
})

test('INIT-2: every tenth up to 1,000 is the literal of its decimal', () => {
  for (let tenths = 0; tenths <= 10_000; tenths += 1) {
    const literal = Number(`${Math.floor(tenths / 10)}.${tenths % 10}`)
    expect(fromTenths(tenths)).toBe(literal)
    expect(tenthsOf(literal)).toBe(tenths)
  }
})

test.each([
  [6750, 1000, 'half-up', 7000],
  [7500, 1000, 'half-up', 8000],
  [7500, 1000, 'half-down', 7000],
  [7501, 1000, 'half-down', 8000],
  [7499, 1000, 'half-up', 7000],
  [6750, 100, 'half-down', 6700],
  [6751, 100, 'half-down', 6800],
  [8000, 1000, 'half-up', 8000],
  [8000, 1000, 'half-down', 8000],
  [0, 1000, 'half-up', 0],
  [1, 1, 'half-up', 1],
] as const)('INIT-2: %d to steps of %d, %s, is %d', (value, step, tie, rounded) => {
  expect(roundToStep(value, step, tie)).toBe(rounded)
})

test.each([
  [-1, 10],
  [1.5, 10],
  [Number.NaN, 10],
  [10, 0],
  [10, -10],
  [10, 2.5],
])('INIT-2: %d to steps of %d is refused, not rounded', (value, step) => {
  expect(() => roundToStep(value, step, 'half-up')).toThrow(
    new RangeError(`cannot round ${value} to steps of ${step}`),
  )
})

test.each([
  [7500, 1000, true],
  [7499, 1000, false],
  [7501, 1000, false],
  [7000, 1000, false],
  [6750, 100, true],
])('INIT-2: whether %d lies between two steps of %d: %o', (value, step, tie) => {
  expect(isTie(value, step)).toBe(tie)
})

test('INIT-2: rounding goes to the nearest step, and only a tie asks which way', () => {
  const whole = fc.integer({ min: 0, max: 1_000_000 })
  const step = fc.integer({ min: 1, max: 10_000 })
  fc.assert(
    fc.property(whole, step, (value, by) => {
      const up = roundToStep(value, by, 'half-up')
      const down = roundToStep(value, by, 'half-down')
      expect(up % by).toBe(0)
      expect(Math.abs(up - value) * 2).toBeLessThanOrEqual(by)
      expect(Math.abs(down - value) * 2).toBeLessThanOrEqual(by)
      expect(up - down).toBe(isTie(value, by) ? by : 0)
    }),
    { seed: 402, numRuns: 2000 },
  )
})

test('BOL-8: a volume in mL is counted in whole thousandths; a fourth decimal is refused, never rounded', () => {
  for (let thousandths = 0; thousandths <= 15_000; thousandths += 1) {
    expect(thousandthsOf(thousandths / 1_000)).toBe(thousandths)
  }
  for (const ml of [6.5004, 0.0001, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => thousandthsOf(ml)).toThrow(RangeError)
  }
})
