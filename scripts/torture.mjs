import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build } from './setUp/build.mjs'
import { install } from './setUp/install.mjs'
import { measuredTable } from './setUp/measuredTable.mjs'
import { preparePostgres } from './setUp/postgresPrograms.mjs'
import { forwardSignals, run } from './setUp/run.mjs'
import { prepareStrace } from './setUp/strace.mjs'

// The promises of docs/safety/promises.md at their full size. Words name the experiments to run; without any, all.
const MEASURED = 'reports/promises.jsonl'
const PAGE = 'docs/safety/promises.md'

forwardSignals()
await install()
await preparePostgres()
prepareStrace()
await build()
rmSync(MEASURED, { force: true })
process.exitCode = await run(
  ['node_modules/.bin/vitest', 'run', '--project', 'promises', ...process.argv.slice(2)],
  { env: { ...process.env, TORTURE: 'large' }, output: 'show' },
)
writeFileSync(PAGE, measuredTable(readFileSync(PAGE, 'utf8'), readFileSync(MEASURED, 'utf8')))
