import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
/** @type {NodeJS.Signals | null} */
let ending = null

/**
 * Runs a program to its end and gives its exit code, 128 + n after signal n as a shell would.
 * @param {readonly [string, ...string[]]} words
 * @param {{ env?: NodeJS.ProcessEnv, output?: 'show' | 'on-failure' }} [options]
 * @returns {Promise<number>}
 */
export function run([program, ...words], { env = process.env, output = 'show' } = {}) {
  if (ending !== null) return Promise.resolve(128 + constants.signals[ending])
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      env,
      stdio: output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    /** @type {Buffer[]} */
    const said = []
    child.stdout?.on('data', (chunk) => said.push(chunk))
    child.stderr?.on('data', (chunk) => said.push(chunk))
    child.once('error', (error) => {
      running.delete(child)
      process.stderr.write(`${program}: ${error.message}\n`)
      resolve(127)
    })
    child.once('close', (code, signal) => {
      running.delete(child)
      const result = code ?? 128 + (signal === null ? 0 : constants.signals[signal])
      if (result !== 0) process.stderr.write(Buffer.concat(said))
      resolve(result)
    })
  })
}

/** Hands SIGTERM, SIGINT and SIGHUP on to what is running, so that no signal to this process leaves an orphan. */
export function forwardSignals() {
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
    process.on(signal, () => endChildren(signal))
  }
  followParent()
}

/**
 * npm may be killed without passing anything on; its script then gets a new parent and ends its children.
 */
function followParent() {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const everySecond = setInterval(() => {
    if (process.ppid !== parent) endChildren('SIGTERM')
  }, 1_000)
  everySecond.unref()
}

/** @param {NodeJS.Signals} signal */
function endChildren(signal) {
  ending = signal
  if (running.size === 0) process.exit(128 + constants.signals[signal])
  for (const child of running) child.kill(signal)
}
