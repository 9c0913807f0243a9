import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './freePort.mjs'
import { preparePostgres } from './postgresPrograms.mjs'

/**
 * Starts a throw-away PostgreSQL on a free loopback port, durable as in service (fsync on), and gives its address and how to stop it.
 * It refuses to run as root, so root starts it as the user `postgres` (or `nobody`).
 * @returns {Promise<{ databaseUrl: string, stop: () => Promise<void> }>}
 */
export async function startPostgres() {
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

  const port = await freePort()
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', `${port}`, '-h', '127.0.0.1', '-k', folder, '-c', 'fsync=on'],
    { ...owner, env, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const killAtExit = () => server.kill('SIGQUIT')
  process.once('exit', killAtExit)
  const stop = async () => {
    process.off('exit', killAtExit)
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await readiness(server)
  } catch (error) {
    await stop()
    throw error
  }
  return { databaseUrl: `postgres://postgres@127.0.0.1:${port}/postgres`, stop }
}

/** @param {import('node:child_process').ChildProcess} server */
function readiness(server) {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (/** @type {Buffer} */ chunk) => {
      said += chunk
      if (said.includes('ready to accept connections')) resolve(undefined)
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}:\n${said}`)))
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
