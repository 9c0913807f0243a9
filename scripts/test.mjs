import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { prepareBrowser } from './setUp/browser.mjs'
import { build } from './setUp/build.mjs'
import { checkBundleBudget } from './setUp/bundleBudget.mjs'
import { install, npm } from './setUp/install.mjs'
import { preparePostgres } from './setUp/postgresPrograms.mjs'
import { forwardSignals, run } from './setUp/run.mjs'
import { runSteps, verdict } from './setUp/steps.mjs'
import { prepareStrace } from './setUp/strace.mjs'
import { playwrightCounts, vitestCounts } from './setUp/testCounts.mjs'

const reports = { vitest: 'reports/vitest.json', playwright: 'reports/playwright.json' }
/** What would make the tests run against somebody's own installation. */
const foreign = ['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'CLOCK', 'TIME_ZONE', 'NODE_ENV']
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !foreign.includes(name)),
)

/**
 * @param {string} name
 * @param {string[]} words
 * @param {'show' | 'on-failure'} [output]
 */
async function tool(name, words, output = 'on-failure') {
  await succeed([`node_modules/.bin/${name}`, ...words], output)
}

/**
 * @param {[string, ...string[]]} words
 * @param {'show' | 'on-failure'} output
 */
async function succeed(words, output) {
  const code = await run(words, { env, output })
  if (code !== 0) throw new Error(`ended with ${code}`)
}

forwardSignals()
for (const report of Object.values(reports)) rmSync(report, { force: true })
mkdirSync('reports', { recursive: true })

const results = await runSteps([
  { name: 'install', needed: true, act: install },
  { name: 'browser', needed: true, act: prepareBrowser },
  { name: 'postgres', needed: true, act: preparePostgres },
  { name: 'strace', needed: true, act: prepareStrace },
  {
    name: 'lock',
    act: () => succeed([...npm(), 'ci', '--dry-run', '--include=dev'], 'on-failure'),
  },
  { name: 'lint', act: () => tool('biome', ['check', '--error-on-warnings', '.']) },
  { name: 'types', act: () => tool('tsc', ['-p', 'tsconfig.json']) },
  { name: 'engine types', act: () => tool('tsc', ['-p', 'tsconfig.core.json']) },
  { name: 'dead code', act: () => tool('knip', []) },
  {
    name: 'tests',
    act: () =>
      tool(
        'vitest',
        ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${reports.vitest}`],
        'show',
      ),
    counts: () => vitestCounts(readFileSync(reports.vitest, 'utf8')),
  },
  { name: 'build', needed: true, act: build },
  { name: 'bundle budget', act: checkBundleBudget },
  {
    name: 'journeys',
    act: () => tool('playwright', ['test'], 'show'),
    counts: () => playwrightCounts(readFileSync(reports.playwright, 'utf8')),
  },
])

const { passed, failed } = verdict(results)
process.exitCode = failed === 0 ? 0 : 1
process.stdout.write(`${passed} passed, ${failed} failed\n`)
