import { expect, test } from 'vitest'
import { nextRate, nextRateFault, runningRateTenths } from '../../src/nomogram/nextRate.ts'
import { tenthsOf } from '../../src/units.ts'

test.each([
  [14, -20, 120],
  [2.1, -20, 1],
  [6.7, 5, 72],
  [59, 10, 600],
])('NOMO-6: %d mL/hr and a step of %d tenths is %d tenths', (rate, step, next) => {
  expect(nextRateFault(tenthsOf(rate), step)).toBeNull()
  expect(nextRate(tenthsOf(rate), step)).toBe(next)
})

test.each([
  [2, -20, 'rate-would-reach-zero'],
  [0.1, -20, 'rate-would-reach-zero'],
  [0.1, -1, 'rate-would-reach-zero'],
  [59.1, 10, 'rate-would-pass-limit'],
  [60, 1, 'rate-would-pass-limit'],
])('NOMO-4, NOMO-5: %d mL/hr and a step of %d tenths gives no rate: %s', (rate, step, fault) => {
  expect(nextRateFault(tenthsOf(rate), step)).toBe(fault)
  expect(() => nextRate(tenthsOf(rate), step)).toThrow(new RangeError(fault))
})

test.each([
  [0.1, 1],
  [60, 600],
  [6.7, 67],
])('NOMO-6: a pump runs at %d mL/hr', (rate, tenths) => {
  expect(runningRateTenths(rate)).toBe(tenths)
})

test.each([0, 60.1, -0.1])('NOMO-4: no pump runs at %d mL/hr', (rate) => {
  expect(() => runningRateTenths(rate)).toThrow(
    new RangeError(`not a rate that a pump runs at: ${rate} mL/hr`),
  )
})
