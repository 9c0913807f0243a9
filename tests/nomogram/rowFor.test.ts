import { expect, test } from 'vitest'
import {
  rowFor,
  rowsAbove,
  rowsBelow,
  startingRowsAround,
  topRow,
} from '../../src/nomogram/rowFor.ts'
import { protocolFor } from '../../src/protocols/register.ts'
import { tenthsOf } from '../../src/units.ts'

const vte = protocolFor('vte')

test('NOMO-1: an APTT that is no number has no row', () => {
  expect(() => rowFor(vte, Number.NaN as never)).toThrow(
    new RangeError('no band for NaN tenths of a second'),
  )
})

test('NOMO-2: the rows of a limit, lowest first', () => {
  const indexes = (rows: readonly { ref: { index: number } }[]) => rows.map((row) => row.ref.index)
  expect(indexes(rowsAbove(vte, tenthsOf(90)))).toEqual([3, 4, 5])
  expect(indexes(rowsAbove(vte, tenthsOf(89.9)))).toEqual([2, 3, 4, 5])
  expect(indexes(rowsBelow(vte, tenthsOf(40)))).toEqual([0])
  expect(indexes(rowsBelow(vte, tenthsOf(40.1)))).toEqual([0, 1])
})

test('NOMO-2: the top row is the stop', () => {
  expect(topRow(vte)).toBe(vte.nomogram.at(-1))
})

test.each([
  [39.9, null, null, 40],
  [40, 40, null, null],
  [40.1, null, 40, 45],
  [169.9, null, 165, 170],
  [170, 170, null, null],
  [170.1, null, 170, null],
])('INIT-4: around %d kg stand the rows %o, %o and %o', (weight, exact, below, above) => {
  const rows = startingRowsAround(vte, weight)
  expect(rows.exact?.weightKg ?? null).toBe(exact)
  expect(rows.below?.weightKg ?? null).toBe(below)
  expect(rows.above?.weightKg ?? null).toBe(above)
})
