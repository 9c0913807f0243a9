import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hazardFaults, readmeFaults, unlinkedDecisions } from './documents.ts'
import { productTestTitles } from './testTitles.ts'

const rooms = (row: string) =>
  `# Chart\n\n## Where does ... live?\n\n| What | Where |\n| --- | --- |\n${`${row}\n`.repeat(10)}\n## Next\n`

const hazards = (proof: string) =>
  `| # | hazard | proof |\n| --- | --- | --- |\n${Array.from(
    { length: 48 },
    (_, at) => `| H${at + 1} | it happens | ${proof} |`,
  ).join('\n')}`

const facts = {
  titles: ['a course > SIGN-5: a stop needs nobody else'],
  exists: (path: string) => path === 'tests/chart/decide.test.ts' || path === 'src/units.ts',
}

test('the README says where things live, and every path exists', () => {
  expect(readmeFaults(readFileSync('README.md', 'utf8'), existsSync)).toEqual([])
})

test('every hazard names a test that exists', () => {
  expect(
    hazardFaults(readFileSync('docs/safety/hazards.md', 'utf8'), {
      titles: productTestTitles(),
      exists: existsSync,
    }),
  ).toEqual([])
})

test('the architecture page links every decision record', () => {
  const architecture = readFileSync('docs/architecture.md', 'utf8')
  expect(unlinkedDecisions(architecture, readdirSync('docs/decisions'))).toEqual([])
})

test.each([
  ['a path that is gone', rooms('| Rounding | `src/rounding.ts` |'), 'does not exist'],
  ['a row without a path', rooms('| Rounding | somewhere |'), 'names no path'],
  ['no table', '# Chart\n', 'has 0 rows'],
])('a README with %s is red', (_, readme, told) => {
  expect(readmeFaults(readme, facts.exists)[0]).toContain(told)
})

test('a README whose paths exist is green', () => {
  expect(readmeFaults(rooms('| Rounding | `src/units.ts` |'), facts.exists)).toEqual([])
})

test.each([
  ['a test that is gone', '`SIGN-5: a stop needs somebody`', 'no test "SIGN-5'],
  ['a test named too briefly', '`SIGN-5`', 'no test "SIGN-5"'],
  ['a file that is gone', '`SIGN-5: a stop needs nobody` in `tests/gone.test.ts`', 'no file'],
  ['only a file', '`tests/chart/decide.test.ts`', 'names no test'],
  ['no proof', 'training', 'names no test'],
  ['a test to come', '`SIGN-5: a stop needs nobody`, Not yet: HIT-1', 'still waits for a test'],
])('a hazard with %s is red', (_, proof, told) => {
  expect(hazardFaults(hazards(proof), facts)[0]).toContain(told)
})

test('a hazard log that is short or repeats itself is red', () => {
  const proof = '`SIGN-5: a stop needs nobody else`'
  const twice = `${hazards(proof)}\n| H1 | again | ${proof} |`
  expect(hazardFaults('', facts)).toEqual(['the log has 0 hazards'])
  expect(hazardFaults(twice, facts)).toEqual(['H1 stands twice'])
})

test.each([
  '`SIGN-5: a stop needs nobody else`, `tests/chart/decide.test.ts`',
  '`a course > SIGN-5: a stop`',
])('a hazard with the proof %s is green', (proof) => {
  expect(hazardFaults(hazards(proof), facts)).toEqual([])
})

test('a decision record without a link is red', () => {
  const page = 'See [the stack](decisions/0001-stack.md).'
  expect(unlinkedDecisions(page, ['0001-stack.md', '0002-clock.md'])).toEqual(['0002-clock.md'])
})
