import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { type Cluster, endedChildren } from '../appends/cluster.ts'
import { type Appender, at } from '../appends/run.ts'
import { bodyLike } from '../appends/sample.ts'

/** The table of the yardsticks: the product's own columns and keys, without triggers and without references. */
export async function yardstickTable(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(
    'CREATE TABLE IF NOT EXISTS yardstick_entry (LIKE heparin_chart.chart_entry INCLUDING ALL)',
  )
  await client.end()
}

/** The limit: pgbench with one prepared INSERT of an entry's size, each a commit of its own. */
export async function pgbenchInsert({ url, programs, cpuNow }: Cluster): Promise<Appender> {
  await yardstickTable(url)
  let runs = 0
  const { port } = new URL(url)

  async function pgbench(clients: number, words: readonly string[]): Promise<string> {
    runs += 1
    const how = `-n -j 2 -M prepared -D seq=0 -c ${clients} -D run=${runs}`
    const where = `-h 127.0.0.1 -p ${port} -U postgres postgres`
    const folder = mkdtempSync(join(tmpdir(), 'heparin-chart-pgbench-'))
    const script = join(folder, 'insert.sql')
    writeFileSync(script, insert)
    const program = spawn(
      join(programs, 'pgbench'),
      [...how.split(' '), ...words, '-f', script, ...where.split(' ')],
      {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    let said = ''
    program.stdout.on('data', (chunk: Buffer) => {
      said += chunk
    })
    const [code] = await once(program, 'close')
    if (code !== 0) throw new Error(`pgbench ended with ${code}`)
    said += readdirSync(folder)
      .filter((name) => name.startsWith('pgbench_log'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('')
    rmSync(folder, { recursive: true })
    return said
  }

  return {
    name: 'pgbench',
    async run(clients, seconds) {
      const spent = () => cpuNow() + endedChildren()
      // What connecting costs is taken off: the product's connections are open.
      const [idle, begun] = [spent(), performance.now()]
      await pgbench(clients, ['-t', '1'])
      const [before, connected] = [spent(), performance.now()]
      // Its time runs from before it connects.
      const whole = Math.ceil(seconds + (connected - begun) / 1_000)
      const said = await pgbench(clients, ['-T', `${whole}`, '-l'])
      const after = spent()
      const appends = Number(/actually processed: (\d+)/.exec(said)?.[1])
      if (!(appends > 0)) throw new Error(`pgbench appended nothing in ${whole} s`)
      const perSecond = Number(/tps = ([\d.]+)/.exec(said)?.[1])
      const took = [...said.matchAll(/^\d+ \d+ (\d+) \d+ \d+ \d+$/gm)].map(
        ([, micro]) => Number(micro) / 1_000,
      )
      return {
        appends,
        seconds: appends / perSecond,
        cpuMicroseconds: Math.max(0, after - before - (before - idle)),
        p99Ms: at(took, 0.99),
      }
    },
  }
}

const HASH = 'a'.repeat(64)
const insert = `\\set seq :seq + 1
INSERT INTO yardstick_entry (facility_id, chart_id, seq, version, command_id, kind, recorded_at, body, body_hash, refusal, previous_hash, hash, kept_hash) VALUES ('facility', '00000000-0000-4000-8000-' || :run || '-' || :client_id, :seq, 1, '00000000-0000-4000-8000-' || :seq, 'noteWritten', '2027-03-10T00:05:00Z', '${bodyLike}', '${HASH}', NULL, '${HASH}', '${HASH}', '${HASH}') ON CONFLICT DO NOTHING RETURNING seq;
`
