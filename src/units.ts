/**
 * Units: clinical numbers with one decimal, counted in whole tenths so that floating point never
 * decides a boundary or a tie. All rounding of the product is done by `roundToStep`.
 */

declare const unit: unique symbol

/** The units that are measured, keyed and shown to one decimal. */
type TenthUnit = 'kg' | 's' | 'mL/hr' | 'units' | 'units/hr' | '10^9/L'

/** A whole number of tenths of a unit: `Tenths<'mL/hr'>` 67 is 6.7 mL/hr. */
export type Tenths<U extends TenthUnit> = number & { readonly [unit]: U }

/** Which way a value exactly between two steps goes (INIT-2). */
export type Tie = 'half-up' | 'half-down'

const TENTHS_IN_ONE = 10
const THOUSANDTHS_IN_ONE = 1_000

/**
 * The tenths in a number that has at most one decimal (NOMO-1, INIT-4): 6.7 gives 67.
 * @throws RangeError when the number has more decimals, or is no number that tenths can hold exactly
 */
export function tenthsOf<U extends TenthUnit>(n: number): Tenths<U> {
  const tenths = Math.round(n * TENTHS_IN_ONE)
  if (!isWhole(tenths, n)) throw notInTenths(n)
  return tenths as Tenths<U>
}

/** True for a number that `tenthsOf` takes: at most one decimal. */
export function isInTenths(n: number): boolean {
  return isWhole(Math.round(n * TENTHS_IN_ONE), n)
}

function isWhole(tenths: number, n: number): boolean {
  return Number.isSafeInteger(tenths) && tenths / TENTHS_IN_ONE === n
}

function notInTenths(n: number): RangeError {
  return new RangeError(`not a number with at most one decimal: ${n}`)
}

/** The number that so many tenths are, equal to its literal: 67 gives 6.7. */
export function fromTenths(tenths: number): number {
  return tenths / TENTHS_IN_ONE
}

/**
 * A whole number rounded to the nearest multiple of a whole step (INIT-2): `roundToStep(675, 100, 'half-up')` is 700.
 * @throws RangeError when the value is negative or the step not positive, or either is not whole
 */
export function roundToStep(value: number, step: number, tie: Tie): number {
  if (!Number.isSafeInteger(value) || !Number.isSafeInteger(step) || value < 0 || step <= 0) {
    throw new RangeError(`cannot round ${value} to steps of ${step}`)
  }
  const over = value % step
  const isUp = tie === 'half-up' ? over * 2 >= step : over * 2 > step
  return isUp ? value - over + step : value - over
}

/** True when a whole number lies exactly between two multiples of a whole step. */
export function isTie(value: number, step: number): boolean {
  return (value % step) * 2 === step
}

/** The thousandths in a number that has at most three decimals: 6.535 gives 6535. @throws RangeError for more decimals */
export function thousandthsOf(n: number): number {
  const thousandths = Math.round(n * THOUSANDTHS_IN_ONE)
  if (!Number.isSafeInteger(thousandths) || thousandths / THOUSANDTHS_IN_ONE !== n) {
    throw new RangeError(`not a number with at most three decimals: ${n}`)
  }
  return thousandths
}
