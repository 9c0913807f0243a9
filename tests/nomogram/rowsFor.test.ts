import { expect, test } from 'vitest'
import { parseAptt } from '../../src/nomogram/parseAptt.ts'
import { rowsFor } from '../../src/nomogram/rowsFor.ts'
import { protocolFor } from '../../src/protocols/register.ts'

const vte = protocolFor('vte')

test.each([
  ['39.9', [0]],
  ['98.0', [4]],
  ['> 100', [4, 5]],
  ['> 105', [5]],
  ['< 45', [0, 1]],
  ['< 40', [0]],
  ['unclottable', [5]],
  ['clotted', []],
  ['70.05', []],
])('NOMO-2: %o could be rows %o', (text, rows) => {
  expect(rowsFor(vte, parseAptt(text)).map(({ ref }) => ref.index)).toEqual(rows)
})

test.each([
  { kind: 'value', seconds: 400.1 },
  { kind: 'above', seconds: 9.9 },
  { kind: 'below', seconds: 44.99 },
] as const)('NOMO-1, NOMO-3: %o has no rows but an error', (aptt) => {
  expect(() => rowsFor(vte, aptt)).toThrow(RangeError)
})
