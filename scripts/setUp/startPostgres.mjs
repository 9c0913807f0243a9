import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './freePort.mjs'
import { preparePostgres } from './postgresPrograms.mjs'

/**
 * Starts a throw-away PostgreSQL on a free loopback port, durable as in service (fsync on), and gives its address and how to stop it.
 * It refuses to run as root, so root starts it as the user `postgres` (or `nobody`).
 * @param {() => Promise<number>} [findPort]
 * @returns {Promise<{ databaseUrl: string, stop: () => Promise<void> }>}
 */
export async function startPostgres(findPort = freePort) {
  const programs = preparePostgres()
  const folder = mkdtempSync(join(tmpdir(), 'heparin-chart-postgres-'))
  const owner = clusterOwner()
  if (owner.uid !== undefined && owner.gid !== undefined) {
    chownSync(folder, owner.uid, owner.gid)
  }
  const data = join(folder, 'data')
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  const created = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
    { ...owner, env, cwd: folder, encoding: 'utf8' },
  )
  if (created.status !== 0) throw new Error(`initdb failed: ${created.stderr || created.error}`)

  /** @type {import('node:child_process').ChildProcess | undefined} */
  let server
  const killAtExit = () => server?.kill('SIGQUIT')
  process.once('exit', killAtExit)
  const stop = async () => {
    process.off('exit', killAtExit)
    if (server) await end(server)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const port = await onFreePort(findPort, (tried) => {
      server = spawn(
        join(programs, 'postgres'),
        ['-D', data, '-p', `${tried}`, '-h', '127.0.0.1', '-k', folder, '-c', 'fsync=on'],
        { ...owner, env, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
      )
      return readiness(server)
    })
    return { databaseUrl: `postgres://postgres@127.0.0.1:${port}/postgres`, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const MOST_PORTS = 5

/**
 * Between finding a free port and listening on it somebody else may take it; then another is tried.
 * @param {() => Promise<number>} findPort
 * @param {(port: number) => Promise<void>} start
 * @param {number} [triesLeft]
 * @returns {Promise<number>} the port it listens on
 */
async function onFreePort(findPort, start, triesLeft = MOST_PORTS) {
  const port = await findPort()
  try {
    await start(port)
    return port
  } catch (error) {
    if (triesLeft <= 1 || !`${error}`.includes('Address already in use')) throw error
    return onFreePort(findPort, start, triesLeft - 1)
  }
}

/** @param {import('node:child_process').ChildProcess} server */
async function end(server) {
  const hasEnded = server.exitCode !== null || server.signalCode !== null
  if (server.pid === undefined || hasEnded) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  await ended
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<void>}
 */
function readiness(server) {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (/** @type {Buffer} */ chunk) => {
      said += chunk
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    // Not at its exit: what it said may come after.
    server.once('close', (code) => reject(new Error(`PostgreSQL ended with ${code}:\n${said}`)))
  })
}

/** @returns {{ uid?: number, gid?: number }} */
function clusterOwner() {
  if (process.getuid?.() !== 0) return {}
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      spawnSync('id', [flag, user], { encoding: 'utf8' }),
    )
    if (uid?.status === 0 && gid?.status === 0) {
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
    }
  }
  throw new Error(
    'PostgreSQL refuses root, and this machine has neither a user postgres nor nobody.',
  )
}
