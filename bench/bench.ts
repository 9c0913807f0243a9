import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { run } from '../scripts/setUp/run.mjs'
import { goals } from './goals.ts'
import { type Measured, performancePage } from './performancePage.ts'

// Measures the goals named (`G1 G3`; without any, all), each in a process of its own, and renews their rows on the page.
const PAGE = 'docs/performance.md'
const REPORTS = 'reports/bench'
const asked = process.argv.slice(2)
const unknown = asked.filter((id) => !(id in goals))
if (unknown.length > 0) {
  throw new Error(`No goal ${unknown.join(', ')}; there are ${Object.keys(goals).join(', ')}.`)
}
mkdirSync(REPORTS, { recursive: true })
for (const id of asked.length > 0 ? asked : Object.keys(goals)) await measure(id)

async function measure(id: string): Promise<void> {
  const file = `${REPORTS}/${id}.json`
  rmSync(file, { force: true })
  const program = fileURLToPath(new URL('runGoal.mjs', import.meta.url))
  const code = await run([process.execPath, '--expose-gc', program, id, file])
  if (code !== 0) {
    process.exitCode = code
    return
  }
  const measured: Measured = JSON.parse(readFileSync(file, 'utf8'))
  print(measured)
  const on = {
    today: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores, Node ${process.versions.node}`,
  }
  writeFileSync(PAGE, performancePage(readFileSync(PAGE, 'utf8'), measured, on))
}

function print({ id, title, rows }: Measured): void {
  process.stdout.write(`${id} ${title}\n`)
  for (const { against, figure, asked, met } of rows) {
    const verdict = met === null ? '' : met ? 'met' : 'MISSED'
    process.stdout.write(`  ${against.padEnd(60)} ${figure.padStart(14)}  ${asked}  ${verdict}\n`)
  }
}
