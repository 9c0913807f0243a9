import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { preparePostgres } from '../../scripts/setUp/postgresPrograms.mjs'
import { startPostgres } from '../../scripts/setUp/startPostgres.mjs'

/** A PostgreSQL of one goal alone, durable as in service, and the processor time that it takes. */
export interface Cluster {
  readonly url: string
  /** The folder of pgbench and the other programs. */
  readonly programs: string
  /** Processor time so far, in microseconds: of this process and of all of PostgreSQL. */
  cpuNow(): number
  stop(): Promise<void>
}

/** Starts one. */
export async function startCluster(): Promise<Cluster> {
  const { databaseUrl, stop } = await startPostgres()
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
  await client.end()
  const [pid] = readFileSync(join(rows[0]?.data_directory ?? '', 'postmaster.pid'), 'utf8').split(
    '\n',
  )
  return {
    url: databaseUrl,
    programs: await preparePostgres(),
    cpuNow() {
      const { user, system } = process.cpuUsage()
      return user + system + microsecondsOf(Number(pid))
    },
    stop,
  }
}

/** Processor time of the children of this process that have ended, in microseconds. */
export function endedChildren(): number {
  return ((timesOf(process.pid)?.ended ?? 0) / TICKS_PER_SECOND) * 1_000_000
}

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** A process, those of its children that have ended, and those that have not. */
function microsecondsOf(postmaster: number): number {
  const children = readdirSync('/proc').flatMap((name) => {
    const its = /^\d+$/.test(name) ? timesOf(Number(name)) : null
    return its?.parent === postmaster ? [its.own] : []
  })
  const own = timesOf(postmaster)
  const ticks = (own?.own ?? 0) + (own?.ended ?? 0) + children.reduce((sum, its) => sum + its, 0)
  return (ticks / TICKS_PER_SECOND) * 1_000_000
}

function timesOf(pid: number): { parent: number; own: number; ended: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const field = (index: number) => Number(fields[index])
    return { parent: field(1), own: field(11) + field(12), ended: field(13) + field(14) }
  } catch {
    // It ended while it was looked for; its parent has counted it.
    return null
  }
}
