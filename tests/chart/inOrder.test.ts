import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { putIn, takeOut } from '../../src/chart/inOrder.ts'

const order = (a: number, b: number) => a - b

test('TIME-8: a list into which things are put and from which they are taken stands in its order', () => {
  void fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 40 }), fc.nat(), (numbers, taken) => {
      const list: number[] = []
      for (const each of numbers) putIn(list, each, order)
      expect(list).toEqual([...numbers].sort(order))
      const gone = numbers.filter((_, place) => (place + taken) % 3 === 0)
      for (const each of gone) takeOut(list, each, order)
      expect(list).toEqual(numbers.filter((each) => !gone.includes(each)).sort(order))
    }),
    { seed: 20270310, numRuns: 200 },
  )
})

test('TIME-8: what is not in the list is not taken for another, and what stands out of its order is found', () => {
  const list = [1, 3]
  takeOut(list, 2, order)
  expect(list).toEqual([1, 3])
  const mixed = [3, 2, 1]
  takeOut(mixed, 1, order)
  expect(mixed).toEqual([3, 2])
})
