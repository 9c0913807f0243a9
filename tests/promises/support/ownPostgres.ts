import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { onTestFinished } from 'vitest'
import { startPostgres } from '../../../scripts/setUp/startPostgres.mjs'

/** A PostgreSQL of one test alone, which may be killed. */
export interface OwnPostgres {
  readonly url: string
  /** Kills the processes that serve connections to a database, without warning: PostgreSQL recovers by itself. */
  killBackends(): Promise<void>
  /** Kills all of it without warning and waits until nothing listens. */
  kill(): Promise<void>
  /** Starts it again, recovered, with one setting changed if asked for. */
  startAgain(setting?: { readonly from: string; readonly to: string }): Promise<void>
}

/** Starts one; it is gone after the test. */
export async function ownPostgres(): Promise<OwnPostgres> {
  const { databaseUrl, stop } = await startPostgres()
  const [folder = ''] = await column(databaseUrl, 'SHOW data_directory')
  const words = readFileSync(`/proc/${postmasterOf(folder)}/cmdline`, 'utf8').split('\0')
  const { uid, gid } = statSync(folder)
  let isRunning = true

  async function kill(): Promise<void> {
    process.kill(postmasterOf(folder), 'SIGKILL')
    isRunning = false
    await until(async () => !(await answers(databaseUrl)))
  }

  onTestFinished(async () => {
    if (isRunning) process.kill(postmasterOf(folder), 'SIGINT')
    await until(async () => !(await answers(databaseUrl)))
    await stop()
  })
  return {
    url: databaseUrl,
    async killBackends() {
      const pids = await column(
        databaseUrl,
        `SELECT pid FROM pg_stat_activity
         WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
      )
      for (const pid of pids) killIfThere(Number(pid))
    },
    kill,
    async startAgain(setting) {
      const [program = '', ...rest] = words.slice(0, -1)
      const given = rest.map((word) => (word === setting?.from ? setting.to : word))
      // What the killed one left behind holds its memory until it has noticed.
      while (!isRunning) {
        const server = spawn(program, given, {
          ...(process.getuid?.() === 0 ? { uid, gid } : {}),
          cwd: folder,
          env: { LC_ALL: 'C', TZ: 'UTC' },
          stdio: 'ignore',
        })
        const ended = once(server, 'exit').then(() => false)
        isRunning = await Promise.race([ended, until(() => answers(databaseUrl)).then(() => true)])
      }
    },
  }
}

function postmasterOf(folder: string): number {
  const [pid] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  return Number(pid)
}

async function column(url: string, query: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(query)
  await client.end()
  return rows.map((row) => `${Object.values(row)[0]}`)
}

async function answers(url: string): Promise<boolean> {
  try {
    await column(url, 'SELECT 1')
    return true
  } catch {
    return false
  }
}

const LOOK_EVERY_MS = 20

/** Looks again and again until it is so. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resume) => setTimeout(resume, LOOK_EVERY_MS))
}

/** The end of one backend ends others: one of them may have gone by itself meanwhile. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
