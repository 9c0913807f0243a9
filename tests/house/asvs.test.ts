import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asvsFaults, REQUIREMENTS } from './asvs.ts'
import { filesUnder } from './filesUnder.ts'
import { testTitlesIn } from './testTitles.ts'

const checklist = readFileSync('docs/safety/asvs.md', 'utf8')
const facts = {
  titles: filesUnder('tests', 'e2e')
    .filter((path) => /\.(test|spec)\.tsx?$/.test(path))
    .flatMap((path) => testTitlesIn(readFileSync(path, 'utf8'))),
  exists: existsSync,
}

test('levels 1 and 2 of ASVS 5.0.0 have 253 requirements', () => {
  expect(REQUIREMENTS).toHaveLength(253)
})

test('the ASVS checklist says of every requirement where the product stands, by tests and files that exist', () => {
  expect(asvsFaults(checklist, facts)).toEqual([])
})

const with14 = (row: string) => checklist.replace(/^\| 14\.3\.2 .*$/m, row)

test.each([
  ['a number that is missing', with14(''), '14.3.2 is missing'],
  [
    'a number that stands twice',
    checklist.replace('| 14.3.3 |', '| 14.3.2 |'),
    '14.3.2 stands twice',
  ],
  ['a number of level 3', checklist.replace('| 14.3.3 |', '| 14.3.4 |'), 'is no requirement'],
  ['a state of its own', with14('| 14.3.2 | x | mostly | y |'), 'the state "mostly"'],
  ['met without a file', with14('| 14.3.2 | x | met | we are careful |'), 'names no file'],
  ['met without a test', with14('| 14.3.2 | x | met | `server/app.ts` |'), 'names no test'],
  [
    'a file that is gone',
    with14('| 14.3.2 | x | met | `server/gone.ts` |'),
    'no file server/gone.ts',
  ],
  [
    'a test that is gone',
    with14('| 14.3.2 | x | met | `server/app.ts`: `nothing is kept anywhere at all` |'),
    'no test "nothing is kept anywhere at all"',
  ],
  ['no reason', with14('| 14.3.2 | x | not applicable | no |'), 'gives no reason'],
  ['another count', checklist.replace('Not met at present', 'Not met'), 'are not met'],
])('a checklist with %s is red', (_, planted, told) => {
  expect(asvsFaults(planted, facts).join('\n')).toContain(told)
})
