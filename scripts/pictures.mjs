import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { prepareBrowser } from './setUp/browser.mjs'
import { build } from './setUp/build.mjs'
import { install } from './setUp/install.mjs'
import { forwardSignals, run } from './setUp/run.mjs'
import { statesIn, statesPage } from './setUp/statesPage.mjs'

/** Every state, both ways up in both themes, goes here; the documents keep a sheet of each, and those below as taken. */
const taken = 'reports/pictures'
const kept = 'docs/pictures'
/** The pictures at the front, by the state, the way up and the theme that they show. */
const front = {
  board: 'board-portrait-light',
  chart: 'chart-restart-overdue-landscape-light',
  titrate: 'titrate-portrait-light',
  'second-check': 'second-check-portrait-light',
  'set-pump': 'set-pump-portrait-dark',
  stop: 'stop-portrait-light',
}

forwardSignals()
await install()
await prepareBrowser()
await build()
rmSync(taken, { recursive: true, force: true })
process.exitCode = await run(
  ['node_modules/.bin/playwright', 'test', 'e2e/screens.spec.ts', '--reporter=dot'],
  { env: { ...process.env, PICTURES: taken } },
)
if (process.exitCode === 0) {
  const states = statesIn(readFileSync('docs/screens.md', 'utf8'))
  rmSync(kept, { recursive: true, force: true })
  mkdirSync(`${kept}/states`, { recursive: true })
  for (const [name, picture] of Object.entries(front)) {
    copyFileSync(`${taken}/${picture}.webp`, `${kept}/${name}.webp`)
  }
  for (const { name } of states) {
    copyFileSync(`${taken}/sheets/${name}.webp`, `${kept}/states/${name}.webp`)
  }
  writeFileSync(`${kept}/README.md`, statesPage(states))
}
