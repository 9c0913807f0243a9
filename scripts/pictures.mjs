import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { prepareBrowser } from './setUp/browser.mjs'
import { build } from './setUp/build.mjs'
import { install } from './setUp/install.mjs'
import { forwardSignals, run } from './setUp/run.mjs'

/** Every state both ways up goes here; only those below are kept with the documents. */
const taken = 'reports/pictures'
const kept = 'docs/pictures'
/** The documents' pictures by the state, and the way up, that they show. */
const chosen = {
  board: 'board-portrait',
  chart: 'chart-restart-overdue-landscape',
  titrate: 'titrate-portrait',
  'second-check': 'second-check-portrait',
  'set-pump': 'set-pump-portrait',
  prescribe: 'prescribe-landscape',
  stop: 'stop-portrait',
  result: 'result-refused-portrait',
  stale: 'titrate-stale-portrait',
  mismatch: 'check-void-portrait',
  due: 'due-ward-portrait',
  procedure: 'procedure-landscape',
  'platelets-fell': 'platelets-fell-portrait',
  audit: 'audit-portrait',
}

forwardSignals()
await install()
await prepareBrowser()
await build()
rmSync(taken, { recursive: true, force: true })
// One after the other, so that the board's picture comes before the states that open charts.
process.exitCode = await run(
  ['node_modules/.bin/playwright', 'test', 'e2e/screens.spec.ts', '--workers=1', '--reporter=dot'],
  { env: { ...process.env, PICTURES: taken } },
)
if (process.exitCode === 0) {
  mkdirSync(kept, { recursive: true })
  for (const [name, state] of Object.entries(chosen)) {
    copyFileSync(`${taken}/${state}.png`, `${kept}/${name}.png`)
  }
}
