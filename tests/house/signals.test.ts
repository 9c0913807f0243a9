import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

const server = `process.once('SIGTERM', () => process.exit(7)); process.stdout.write(String(process.pid)); setInterval(() => {}, 1000)`

/** A program that stands where the start script stands: it runs a server and forwards signals to it. */
const starter = `
  const { forwardSignals, run } = await import('./scripts/setUp/run.mjs')
  forwardSignals()
  process.exitCode = await run([process.execPath, '-e', ${JSON.stringify(server)}])
`

/** Starts the program and waits for the process id that its server prints. */
async function startProgram() {
  const program = spawn(process.execPath, ['--input-type=module', '-e', starter], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [printed] = await once(program.stdout, 'data')
  return { program, serverId: Number(printed) }
}

test('SIGTERM reaches the server, and its exit code comes back', async () => {
  const { program, serverId } = await startProgram()
  const ended = once(program, 'exit')
  program.kill('SIGTERM')
  expect(await ended).toEqual([7, null])
  expect(() => process.kill(serverId, 0)).toThrow('ESRCH')
})

test('a server that ends by itself gives its exit code', async () => {
  const { program, serverId } = await startProgram()
  const ended = once(program, 'exit')
  process.kill(serverId, 'SIGTERM')
  expect(await ended).toEqual([7, null])
})
