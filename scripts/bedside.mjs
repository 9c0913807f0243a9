import { prepareBrowser } from './setUp/browser.mjs'
import { build } from './setUp/build.mjs'
import { install } from './setUp/install.mjs'
import { forwardSignals, run } from './setUp/run.mjs'

// What docs/bedside.md says of taps and screens, counted anew on the running product.
forwardSignals()
await install()
await prepareBrowser()
await build()
process.exitCode = await run(
  ['node_modules/.bin/playwright', 'test', 'e2e/bedside/bedside.spec.ts', '--reporter=dot'],
  { env: { ...process.env, BEDSIDE: 'write' } },
)
