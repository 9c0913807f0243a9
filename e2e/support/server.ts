import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../scripts/setUp/freePort.mjs'

/** A ward of its own: one server process with its own database and its own clinical clock. */
export interface Ward {
  readonly baseURL: string
  readonly dataDir: string
  /** Moves the clinical clock to a UTC instant, either way. */
  moveClock(instant: string): Promise<void>
}

export interface RunningWard extends Ward {
  stop(): Promise<void>
}

/**
 * Starts the built server on a free port and a new folder and waits for the address it prints.
 * @throws when the server ends before it is ready; the error carries what it said.
 */
export async function startWard(clock: string): Promise<RunningWard> {
  const dataDir = await mkdtemp(join(tmpdir(), 'heparin-chart-ward-'))
  const port = await freePort()
  const server = spawn(process.execPath, ['dist/server/main.js'], {
    env: { PATH: process.env['PATH'], PORT: `${port}`, DATA_DIR: dataDir, CLOCK: clock },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
  let said = ''
  const ready = new Promise<void>((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk
      if (said.includes(`:${port}`)) resolve()
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
  })
  const early = ended.then((code) => {
    throw new Error(`The server ended with ${code} before it was ready:\n${said}`)
  })
  await Promise.race([ready, early])

  const baseURL = `http://127.0.0.1:${port}`
  return {
    baseURL,
    dataDir,
    async moveClock(instant) {
      const reply = await fetch(`${baseURL}/api/clock`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now: instant }),
      })
      if (reply.status !== 204) throw new Error(`The clock answered ${reply.status}.`)
    },
    async stop() {
      server.kill('SIGTERM')
      await ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
