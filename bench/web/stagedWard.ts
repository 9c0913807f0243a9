import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as z from 'zod/mini'
import { freePort } from '../../scripts/setUp/freePort.mjs'
import { beginDemonstrationWard } from '../../server/demonstrationWard.ts'
import { environmentOf } from '../../server/environment.ts'
import { openInstallation } from '../../server/installation.ts'
import { type Scenario, scenario } from '../../server/scenario.ts'

const SCENARIOS = 'server/scenarios'
const WARD = '7-west'
/** Of the demonstration's patients those with more entries than this stand once, not in every copy of the ward. */
const MOST_STEPS = 14
const FIRST_MRN = 6_100_000

/** The product as it is served, from its build, with a ward of charts that went the way of any other. */
export interface StagedWard {
  readonly origin: string
  readonly charts: number
  stop(): Promise<void>
}

/** Puts so many charts on one ward of an embedded database and starts the built server on it; time runs. */
export async function stagedWard(charts: number): Promise<StagedWard> {
  const dataDir = mkdtempSync(join(tmpdir(), 'heparin-chart-bench-ward-'))
  const environment = environmentOf({ DATA_DIR: dataDir })
  const patients = patientsOf(charts)
  const services = await openInstallation(environment, (its, clock) =>
    beginDemonstrationWard(its, clock, patients),
  )
  services.live.close()
  await services.database.close()
  const { port, server } = await serve(dataDir)
  return {
    origin: `http://127.0.0.1:${port}`,
    charts,
    async stop() {
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
      rmSync(dataDir, { recursive: true })
    },
  }
}

/** The demonstration's own patients of the ward first, then copies of them under other names, beds and MRNs. */
function patientsOf(charts: number): Scenario[] {
  const told = readdirSync(SCENARIOS)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => z.parse(scenario, JSON.parse(readFileSync(join(SCENARIOS, name), 'utf8'))))
  const own = told.filter(({ chart }) => chart.wardId === WARD)
  const copied = own.filter(({ steps }) => steps.length <= MOST_STEPS)
  const copies = Array.from({ length: charts - own.length }, (_, index) =>
    copyOf(copied[index % copied.length], index),
  )
  return [...own, ...copies]
}

function copyOf(of: Scenario | undefined, index: number): Scenario {
  if (!of) throw new Error('the demonstration has no patients to copy')
  const { patient } = of.chart
  const told = {
    ...of.chart,
    bed: `${40 + index}`,
    patient: {
      ...patient,
      mrn: `${FIRST_MRN + index}`,
      surname: `${patient.surname}-${lettersOf(index)}`,
    },
  }
  return { ...of, chart: told }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

function lettersOf(index: number): string {
  const [first = '', second = ''] = [
    LETTERS[Math.floor(index / LETTERS.length)],
    LETTERS[index % LETTERS.length],
  ]
  return `${first.toUpperCase()}${second}`
}

async function serve(dataDir: string): Promise<{ port: number; server: ChildProcess }> {
  const port = await freePort()
  const server = spawn(process.execPath, ['dist/server/main.js'], {
    env: { PATH: process.env['PATH'], PORT: `${port}`, DATA_DIR: dataDir, LOG: 'events' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => server.kill())
  const lines = createInterface({ input: server.stdout })
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => line.includes(`:${port}`) && resolve())
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return { port, server }
}
