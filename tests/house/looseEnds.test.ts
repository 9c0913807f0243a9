import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesUnder } from './filesUnder.ts'
import { looseEndsIn } from './looseEnds.ts'

const readable = /\.(ts|tsx|mjs|css|html|md|json|sql|svg|webmanifest)$/
/** The lock is npm's, and these must name what they look for. */
const exempt =
  /^(package-lock\.json|tests\/house\/(looseEnds|looseEnds\.test|lint\.test|testTitles\.test)\.ts)$/

test('no loose end stands in the tree', () => {
  const atRoot = readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isFile())
  const folders = filesUnder('src', 'server', 'scripts', 'tests', 'e2e', 'docs', 'public', '.ci')
  const paths = [...atRoot.map(({ name }) => name), ...folders]
  const found = paths
    .filter((path) => readable.test(path) && !exempt.test(path))
    .flatMap((path) => looseEndsIn(readFileSync(path, 'utf8')).map((end) => `${path} ${end}`))
  expect(found).toEqual([])
})

test('the server sends a content security policy', () => {
  const policies = filesUnder('server').filter((path) =>
    /contentSecurityPolicy|Content-Security-Policy/i.test(readFileSync(path, 'utf8')),
  )
  expect(policies).not.toEqual([])
})

test.each([
  '// TODO round',
  "test.only('a', f)",
  "test.skip('a', f)",
  'await page.waitForTimeout(500)',
  'expect(a).toMatchSnapshot()',
  'const a = b as any',
  'const a = (b as any).c',
  '// @ts-ignore',
  'const path = "/root/chart"',
  'see /home/me/chart',
  'https://registry.hosts.org/react',
  'scriptSrc: ["\'unsafe-inline\'"]',
  "script-src 'unsafe-eval'",
])('%s is red', (line) => {
  expect(looseEndsIn(`first\n${line}`)).toEqual([expect.stringMatching(/^line 2: /)])
})

test.each(['as any nurse knows', 'GET /api/wards/home/board', 'usr/lib', "import '../root/a.ts'"])(
  '%s is green',
  (line) => {
    expect(looseEndsIn(line)).toEqual([])
  },
)
