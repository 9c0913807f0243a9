import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { build } from 'vite'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { freshFolder } from './support/folders.ts'

const built = 'node_modules/.heparin-chart/server-under-test'

beforeAll(async () => {
  await build({
    logLevel: 'silent',
    build: { ssr: true, outDir: built, emptyOutDir: true },
  })
}, 120_000)

interface Program {
  readonly process: ChildProcess
  /** What it has said so far. */
  said(): string
  /** Its exit code and all it said. */
  readonly ended: Promise<{ code: number | null; said: string }>
}

/** Starts one built entry of the server as a process of its own. */
function run(
  entry: 'main' | 'createAdministrator',
  env: Record<string, string>,
  input = '',
): Program {
  const child = spawn(process.execPath, [join(built, `${entry}.js`)], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (chunk: Buffer) => {
    said += chunk
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  child.stdin.end(input)
  const ended = once(child, 'close').then(([code]) => ({ code, said }))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { process: child, said: () => said, ended }
}

/** The address that a server prints when it is ready. */
async function ready(program: Program): Promise<string> {
  for (;;) {
    const [, address] = program.said().match(/ready at (http:\S+)\n/) ?? []
    if (address) return address
    const word = await Promise.race([
      once(program.process.stdout ?? program.process, 'data').then(() => null),
      program.ended,
    ])
    if (word) throw new Error(`It ended with ${word.code}: ${word.said}`)
  }
}

describe('the server as a process', () => {
  test('prints its address when it is ready, serves, and ends cleanly on SIGTERM with a stream open', async () => {
    const server = run('main', {
      PORT: '0',
      DATA_DIR: freshFolder(),
      CLOCK: '2027-03-10T00:00:00Z',
    })
    const address = await ready(server)
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const session = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userId: 'rn.adams', password: 'demonstration' }),
    })
    const [cookie = ''] = `${session.headers.get('set-cookie')}`.split(';')
    const stream = await fetch(`${address}/api/wards/7-west/stream`, { headers: { cookie } })
    expect(stream.status).toBe(200)

    server.process.kill('SIGTERM')

    expect((await server.ended).code).toBe(0)
    await stream.body?.cancel().catch(() => undefined)
  })

  test.each([
    ['CLOCK', { CLOCK: '2027-03-10T00:00:00Z', NODE_ENV: 'production' }],
    ['PORT', { PORT: 'eighty' }],
    ['TIME_ZONE', { TIME_ZONE: 'Atlantis' }],
    ['CLOCK', { CLOCK: 'yesterday' }],
  ])('does not start when %s cannot be, and says why: %o', async (name, env) => {
    const { code, said } = await run('main', { PORT: '0', DATA_DIR: freshFolder(), ...env }).ended

    expect(code).toBe(1)
    expect(said).toContain(`did not start. ${name}`)
    expect(said.trim().split('\n')).toHaveLength(1)
  })

  test('a second one on the same folder is refused and names the first', async () => {
    const folder = freshFolder()
    const first = run('main', { PORT: '0', DATA_DIR: folder })
    await ready(first)

    const { code, said } = await run('main', { PORT: '0', DATA_DIR: folder }).ended

    expect(code).toBe(1)
    expect(said).toContain(`process ${first.process.pid}`)
  })

  test('a second one on the same port is refused', async () => {
    const first = run('main', { PORT: '0', DATA_DIR: freshFolder() })
    const { port } = new URL(await ready(first))

    const { code, said } = await run('main', { PORT: port, DATA_DIR: freshFolder() }).ended

    expect(code).toBe(1)
    expect(said).toContain('Another program listens on this port')
  })

  test('killed without warning it loses nothing that it had acknowledged', async () => {
    const env = { PORT: '0', DATA_DIR: freshFolder(), CLOCK: '2027-03-10T00:00:00Z' }
    const first = run('main', env)
    const address = await ready(first)
    const { cookie } = await signIn(address, 'rn.adams', 'demonstration')
    const chartId = '6f0d0c0e-6c53-4c0e-9a51-0f7c2b1d9e01'
    const opened = await fetch(`${address}/api/charts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({
        commandId: chartId,
        happenedAt: '2027-03-10T00:00:00Z',
        wardId: '7-west',
        bed: '40',
        patient: {
          mrn: '4021',
          surname: 'A',
          given: 'B',
          dateOfBirth: '1951-03-09',
          sex: 'female',
        },
        allergies: [],
        amo: 'Dr Haddad',
      }),
    })
    expect(opened.status).toBe(201)

    first.process.kill('SIGKILL')
    await first.ended
    const again = await ready(run('main', env))

    const chart = await fetch(`${again}/api/charts/${chartId}`, { headers: { cookie } })
    expect(chart.status).toBe(200)
  })
})

describe('production', () => {
  const administrator = ['admin.first', 'First, Ada', 'a long enough password', '402130', ''].join(
    '\n',
  )

  test('starts without accounts and says how to make the first', async () => {
    const server = run('main', { PORT: '0', DATA_DIR: freshFolder(), NODE_ENV: 'production' })
    const address = await ready(server)

    expect(server.said()).toContain('npm run create-administrator')
    expect((await signIn(address, 'rn.adams', 'demonstration')).status).toBe(401)
  })

  test('SIGN-1: its administrator is made by the set-up program, from what is keyed', async () => {
    const env = { PORT: '0', DATA_DIR: freshFolder() }
    const made = await run('createAdministrator', env, administrator).ended
    expect(made.said).toContain('admin.first can now sign in')
    expect(made.code).toBe(0)
    expect(made.said).not.toContain('a long enough password')

    const address = await ready(run('main', { ...env, NODE_ENV: 'production' }))
    expect((await signIn(address, 'admin.first', 'a long enough password')).body).toMatchObject({
      user: { userId: 'admin.first', name: 'First, Ada', role: 'administrator' },
    })
  })

  test('its administrator may come from the environment, and is made once', async () => {
    const env = {
      DATA_DIR: freshFolder(),
      ADMINISTRATOR_USER_ID: 'admin.first',
      ADMINISTRATOR_NAME: 'First, Ada',
      ADMINISTRATOR_PASSWORD: 'a long enough password',
      ADMINISTRATOR_PIN: '402130',
    }
    expect((await run('createAdministrator', env).ended).code).toBe(0)

    const again = await run('createAdministrator', env).ended

    expect(again.code).toBe(1)
    expect(again.said).toContain('admin.first is taken')
  })

  test.each([
    ['a user id', ['Admin First', 'First, Ada', 'a long enough password', '402130']],
    ['a printed name', ['admin.first', ' ', 'a long enough password', '402130']],
    ['a password of 12', ['admin.first', 'First, Ada', 'short', '402130']],
    ['a PIN of six digits', ['admin.first', 'First, Ada', 'a long enough password', '4021']],
    ['a PIN of six digits', ['admin.first', 'First, Ada', 'a long enough password']],
  ])('an administrator without %s is refused', async (wanted, lines) => {
    const env = { DATA_DIR: freshFolder() }
    const { code, said } = await run('createAdministrator', env, `${lines.join('\n')}\n`).ended

    expect(code).toBe(1)
    expect(said).toContain(`Give ${wanted}`)
  })
})

async function signIn(address: string, userId: string, password: string) {
  const reply = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId, password }),
  })
  const [cookie = ''] = `${reply.headers.get('set-cookie')}`.split(';')
  return { status: reply.status, body: await reply.json(), cookie }
}
