import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

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

/** By clock: the folder of a ward that was just begun. Beginning one takes longer than all else at a server's start. */
const begun = new Map<string, Promise<string>>()

/**
 * Starts the built server on a free port and a new folder with the demonstration ward as it is at its beginning, and
 * waits for the address it prints.
 * @throws when the server ends before it is ready; the error carries what it said.
 */
export async function startWard(clock: string): Promise<RunningWard> {
  const template = begun.get(clock) ?? begin(clock)
  begun.set(clock, template)
  const dataDir = await newFolder()
  await cp(await template, dataDir, { recursive: true })
  return serve(clock, dataDir)
}

async function begin(clock: string): Promise<string> {
  const dataDir = await newFolder()
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  await (await serve(clock, dataDir)).end()
  return dataDir
}

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'heparin-chart-ward-'))
}

async function serve(clock: string, dataDir: string) {
  const server = spawn(process.execPath, ['dist/server/main.js'], {
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir, CLOCK: clock },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
  let said = ''
  const ready = new Promise<string>((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk
      const [, address] = /ready at (http:\S+)\n/.exec(said) ?? []
      if (address !== undefined) resolve(address)
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
  })
  const early = ended.then((code) => {
    throw new Error(`The server ended with ${code} before it was ready:\n${said}`)
  })
  const baseURL = await Promise.race([ready, early])

  async function end(): Promise<void> {
    server.kill('SIGTERM')
    await ended
  }
  return {
    baseURL,
    dataDir,
    end,
    async moveClock(instant: string) {
      const reply = await fetch(`${baseURL}/api/clock`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now: instant }),
      })
      if (reply.status !== 204) throw new Error(`The clock answered ${reply.status}.`)
    },
    async stop() {
      await end()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
