import { expect, test } from 'vitest'
import { testTitlesIn } from './testTitles.ts'

test('titles are read from every way a test is written', () => {
  const source = `
    test('one', () => {})
    test.each([[1, (2)], [3, 4]])('table %s', (a) => {})
    describe('outer', () => {
      for (const row of rows) test(\`row \${row.name}\`, () => { expect('no title').toBe(1) })
      describe.each(x)('inner', () => { it.only("deep", async () => {}) })
    })
    // test('in a comment', () => {})
    const text = "test('in a string', () => {})"
  `
  expect(testTitlesIn(source)).toEqual(['one', 'table %s', 'outer > row …', 'outer > inner > deep'])
})
