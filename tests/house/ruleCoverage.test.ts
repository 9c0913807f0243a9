import { expect, test } from 'vitest'
import { everyRule, untestedRules } from './ruleCoverage.ts'
import { productTestTitles } from './testTitles.ts'

test('each clinical rule has a test that names it', () => {
  expect(untestedRules(everyRule, productTestTitles())).toEqual([])
})

test('the specification has 78 rules', () => {
  expect(new Set(everyRule).size).toBe(78)
})

test.each([
  ['no title names', ['a course that says nothing'], ['NOMO-1', 'HIT-1']],
  ['only longer numbers name', ['NOMO-18: a jump', 'XHIT-1: another family'], ['NOMO-1', 'HIT-1']],
  ['one title names one of', ['a: HIT-1'], ['NOMO-1']],
  ['one title names both of', ['NOMO-1, HIT-1: the row'], []],
])('a rule that has no test is red: %s them', (_, titles, untested) => {
  expect(untestedRules(['NOMO-1', 'HIT-1'], titles)).toEqual(untested)
})
