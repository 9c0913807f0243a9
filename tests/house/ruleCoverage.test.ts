import { expect, test } from 'vitest'
import { everyRule, ruleCoverageFaults, servedRules } from './ruleCoverage.ts'
import notYetTested from './rulesNotYetTested.json' with { type: 'json' }
import { productTestTitles } from './testTitles.ts'

test('each clinical rule has a test that names it, or waits in the list', () => {
  expect(
    ruleCoverageFaults({ rules: everyRule, titles: productTestTitles(), notYetTested }),
  ).toEqual([])
})

test('no rule that the product serves waits for its test', () => {
  expect(notYetTested.filter((rule) => servedRules.includes(rule))).toEqual([])
})

test('the specification has 78 rules, and those served are among them', () => {
  expect(new Set(everyRule).size).toBe(78)
  expect(servedRules.filter((rule) => !everyRule.includes(rule))).toEqual([])
})

test.each([
  ['untested', { titles: ['NOMO-18: a jump'], notYetTested: [] }, 'NOMO-1 has no test'],
  [
    'tested and listed',
    { titles: ['a: NOMO-1'], notYetTested: ['NOMO-1'] },
    'NOMO-1 has a test now',
  ],
  ['unknown', { titles: ['NOMO-1'], notYetTested: ['NOMO-77'] }, 'NOMO-77 is no rule'],
  ['listed twice', { titles: [], notYetTested: ['NOMO-1', 'NOMO-1'] }, 'NOMO-1 stands twice'],
])('a rule that is %s is red', (_, facts, told) => {
  expect(ruleCoverageFaults({ rules: ['NOMO-1'], ...facts })).toEqual([
    expect.stringContaining(told),
  ])
})

test('a rule that is tested, or untested and listed, is green', () => {
  expect(
    ruleCoverageFaults({
      rules: ['NOMO-1', 'HIT-1'],
      titles: ['NOMO-1, NOMO-2: the row'],
      notYetTested: ['HIT-1'],
    }),
  ).toEqual([])
})
