import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { inject } from 'vitest'

/** A server process that an experiment started and ends itself. */
export interface ServerProcess {
  /** `http://127.0.0.1:<port>` */
  readonly address: string
  /** The process that was spawned; under a tracer that is the tracer. */
  readonly pid: number
  /** Sends a signal to it and its tracer; SIGKILL leaves it no time for anything. */
  kill(signal: NodeJS.Signals): void
  /** Its exit code (null after a signal) and all it said. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>
  said(): string
}

/** How a server is started. */
export interface ServerStart {
  /** PORT is any free one, and CLOCK runs with real time, unless given here. */
  readonly env: Readonly<Record<string, string>>
  /** Words before the program, such as a tracer with its options. */
  readonly under?: readonly string[]
}

/** A server that ended instead of becoming ready. */
export class NeverReady extends Error {
  readonly code: number | null
  readonly said: string
  constructor(code: number | null, said: string) {
    super(`The server ended with ${code} before it was ready: ${said}`)
    this.code = code
    this.said = said
  }
}

/** Starts the built server as a process of its own, without waiting for it. */
export function spawnServer({ env, under = [] }: ServerStart): {
  readonly child: ChildProcess
  readonly ended: ServerProcess['ended']
  said(): string
} {
  const [program = process.execPath, ...words] = [
    ...under,
    process.execPath,
    join(inject('builtServer'), 'main.js'),
  ]
  const child = spawn(program, words, {
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: a tracer that is killed alone would leave the server running.
    detached: true,
  })
  let said = ''
  const hear = (chunk: Buffer) => {
    said += chunk
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }))
  return { child, ended, said: () => said }
}

/**
 * Starts the built server and waits for the address it prints.
 * @throws NeverReady when it ends before
 */
export async function startServer(start: ServerStart): Promise<ServerProcess> {
  const { child, ended, said } = spawnServer(start)
  const { stdout, pid } = child
  if (!stdout || pid === undefined) throw new Error('The process could not be started.')
  for (;;) {
    const [, address] = said().match(/ready at (http:\S+)\n/) ?? []
    if (address) return { address, pid, ended, said, kill: (signal) => process.kill(-pid, signal) }
    const end = await Promise.race([once(stdout, 'data').then(() => null), ended])
    if (end) throw new NeverReady(end.code, end.said)
  }
}
