import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../src/chart/refusals.ts'
import { ruleBook } from '../../../src/components/rules/ruleBook.ts'
import { everyRule } from '../../house/ruleCoverage.ts'

/** What is wrong between the rules of the specification, the book, and the decisions a committee has to approve. */
function bookFaults(
  book: Readonly<Record<string, { readonly says: string; readonly source: string }>>,
  rules: readonly string[],
  decided: ReadonlySet<string>,
): string[] {
  return [
    ...rules.filter((rule) => !book[rule]).map((rule) => `${rule} is not in the book`),
    ...Object.keys(book)
      .filter((rule) => !rules.includes(rule))
      .map((rule) => `${rule} is no rule`),
    ...Object.entries(book)
      .filter(([rule, { source }]) => source !== 'procedure' && !decided.has(rule))
      .map(([rule]) => `${rule} is called a local decision and none is written down`),
    ...Object.entries(book)
      .filter(([rule, { source }]) => source === 'procedure' && decided.has(rule))
      .map(([rule]) => `${rule} has a local decision written down and does not say so`),
  ]
}

const page = readFileSync('docs/clinical-decisions.md', 'utf8')
const decided = new Set(
  page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap((line) => line.split('|')[1]?.match(/[A-Z]+-\d+/g) ?? []),
)

describe('the rule book', () => {
  test('CHART-1, SIGN-8: every rule of the specification is said in words, with whose word it is', () => {
    expect(bookFaults(ruleBook, everyRule, decided)).toEqual([])
  })

  test('CHART-1: a rule that is missing, unknown, or called local without a decision is found', () => {
    const ours = new Set(everyRule.filter((rule) => ruleBook[rule]?.source !== 'procedure'))
    const { 'NOMO-5': _, ...short } = ruleBook
    const planted = {
      ...short,
      'NOMO-99': { says: 'None', source: 'procedure' },
      'NOMO-6': { says: 'Tenths', source: 'procedure' },
      'INIT-2': { says: 'A row', source: 'local' },
    }
    expect(bookFaults(planted, everyRule, ours)).toEqual([
      'NOMO-5 is not in the book',
      'NOMO-99 is no rule',
      'INIT-2 is called a local decision and none is written down',
      'NOMO-6 has a local decision written down and does not say so',
    ])
  })

  test('every rule that a refusal cites is in the book', () => {
    const cited = Object.values(catalogue).flatMap(({ rules }) => [...rules])
    expect(cited.filter((rule) => !ruleBook[rule])).toEqual([])
  })
})
