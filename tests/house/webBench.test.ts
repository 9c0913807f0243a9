import { expect, test } from 'vitest'
import { allInteractions } from '../../bench/web/allInteractions.ts'
import { firstDifference } from '../../bench/web/firstDifference.ts'

const BOARD = ['Collect APTT', 'Nothing is due']

test('boards are compared only where they say the same, row by row', () => {
  expect(firstDifference(BOARD, [BOARD, [...BOARD]])).toBe('')
  expect(firstDifference(BOARD, [BOARD, ['Collect APTT', 'Restart']])).toContain('Restart')
  expect(firstDifference(BOARD, [BOARD.toReversed()])).toContain('Nothing is due')
})

test('a board with a row less, or one more, is no board of the same ward', () => {
  expect(firstDifference(BOARD, [['Collect APTT']])).toContain('undefined')
  expect(firstDifference(BOARD, [[...BOARD, 'Restart']])).toContain('Restart')
  expect(firstDifference([], [BOARD])).not.toBe('')
})

test('keys that the browser found too quick to tell of count as well', () => {
  expect(allInteractions([40, 24], 4)).toEqual([40, 24, 8, 8])
  expect(allInteractions([40, 24, 16], 2)).toEqual([40, 24, 16])
})
