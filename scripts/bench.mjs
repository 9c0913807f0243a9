import { install, npm } from './setUp/install.mjs'
import { forwardSignals, run } from './setUp/run.mjs'

// The goals of docs/performance.md, each against its limit and its peers. Words name goals (`G1 G3`); without any, all.

/** @param {[string, ...string[]]} words */
async function succeed(words) {
  const code = await run(words, { output: 'on-failure' })
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}`)
}

forwardSignals()
await install()
// What the product is measured against stands in bench/node_modules, never in the product's lock.
await succeed([...npm(), 'install', '--prefix', 'bench', '--no-save'])
await succeed(['node_modules/.bin/tsc', '-p', 'bench/tsconfig.json'])
await succeed([
  process.execPath,
  'node_modules/vite/bin/vite.js',
  'build',
  '--config',
  'bench/bench.config.ts',
  '--logLevel',
  'warn',
])
process.exitCode = await run([
  process.execPath,
  'bench/node_modules/.built/bench.mjs',
  ...process.argv.slice(2),
])
