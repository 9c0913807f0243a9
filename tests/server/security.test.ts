import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { openChart, patient } from './support/course.ts'
import { databases } from './support/databases.ts'
import { freshFolder } from './support/folders.ts'
import { listening, sendBytes } from './support/listening.ts'
import { startWard, type TestWard } from './support/ward.ts'

/** A built client: one page, one file. */
function builtClient(): string {
  const folder = freshFolder()
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Chart</title>')
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets', 'main-1.js'), 'export {}')
  return folder
}

const everywhere: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

type Headers = Readonly<Record<string, unknown>>

/** What a reply's headers leave open. */
function headerFaults(headers: Headers, isProduction: boolean): string[] {
  const policy = `${headers['content-security-policy']}`
  const hsts = headers['strict-transport-security']
  const wanted = [
    "default-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return [
    ...Object.entries(everywhere).flatMap(([name, value]) =>
      headers[name] === value ? [] : [name],
    ),
    ...wanted.filter((directive) => !policy.includes(directive)),
    ...(/unsafe|\*|https?:/.test(policy) ? ['the policy is open'] : []),
    ...(`${headers['permissions-policy']}`.includes('camera=()') ? [] : ['permissions-policy']),
    ...((hsts === 'max-age=31536000; includeSubDomains') === isProduction ? [] : ['hsts']),
    ...['server', 'x-powered-by'].filter((name) => name in headers),
  ]
}

/** Every kind of reply there is, by the status it should have. */
async function everyKind(ward: TestWard): Promise<[string, number, Headers][]> {
  const { app } = ward
  const adams = await ward.signIn('rn.adams')
  const cookie = { cookie: adams.cookie ?? '' }
  const json = { 'content-type': 'application/json' }
  const asked = {
    'a page': await app.inject({ url: '/' }),
    'an address of a page': await app.inject({ url: '/charts/1/titrate' }),
    'a file': await app.inject({ url: '/assets/main-1.js' }),
    'no file': await app.inject({ url: '/assets/gone.js' }),
    'an address that cannot be read': await app.inject({ url: '/%zz' }),
    'a name that is too long': await app.inject({ url: `/api/charts/${'x'.repeat(200)}` }),
    'the contract': await app.inject({ url: '/api/openapi.json' }),
    'an answer': await app.inject({ url: '/api/wards/7-west/board', headers: cookie }),
    'an answer without a body': await app.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: cookie,
    }),
    'no session': await app.inject({ url: '/api/session' }),
    'no such address': await app.inject({ url: '/api/nothing' }),
    'another site': await app.inject({
      url: '/api/health',
      headers: { origin: 'https://evil.example' },
    }),
    'no JSON': await app.inject({
      method: 'POST',
      url: '/api/session',
      headers: json,
      payload: '{',
    }),
    'another type': await app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'text/plain' },
      payload: 'x',
    }),
    'too much': await app.inject({
      method: 'POST',
      url: '/api/session',
      headers: json,
      payload: 'x'.repeat(70_000),
    }),
  }
  vi.spyOn(ward.services.accounts, 'facilityName').mockRejectedValue(new Error('planted'))
  const broken = await app.inject({ url: '/api/sign-in-page' })
  vi.spyOn(ward.services.tail, 'isFresh').mockReturnValue(false)
  const notReady = await app.inject({ url: '/api/ready' })
  return Object.entries({ ...asked, 'a fault': broken, 'not ready': notReady }).map(
    ([kind, { statusCode, headers }]) => [kind, statusCode, headers],
  )
}

describe('the headers', () => {
  test.each([false, true])(
    'stand on every kind of reply (production: %s)',
    async (isProduction) => {
      const ward = await startWard({ isProduction, clientFolder: builtClient() })
      const kinds = await everyKind(ward)
      for (const [kind, status, headers] of kinds) {
        expect(headerFaults(headers, isProduction), `${kind} ${status}`).toEqual([])
      }
      expect(new Set(kinds.map(([, status]) => status))).toEqual(
        new Set([200, 204, 400, 401, 403, 404, 413, 415, 500, 503]),
      )
    },
  )

  test('keep every answer and refusal of the API out of caches', async () => {
    const kinds = await everyKind(await startWard({ clientFolder: builtClient() }))
    const ofPages = /a page|a file|no file|cannot be read|too long/
    for (const [kind, status, headers] of kinds.filter(([kind]) => !ofPages.test(kind))) {
      expect(headers['cache-control'], `${kind} ${status}`).toBe('no-store')
    }
  })

  test('that are missing or open are seen', () => {
    expect(headerFaults({}, false).length).toBeGreaterThan(8)
    expect(
      headerFaults({ 'content-security-policy': 'script-src https://cdn.example' }, false),
    ).toContain('the policy is open')
    expect(headerFaults({ 'x-powered-by': 'x', server: 'y' }, true)).toEqual(
      expect.arrayContaining(['hsts', 'server', 'x-powered-by']),
    )
  })
})

describe('what is hardly HTTP', () => {
  const cases: [string, string, number][] = [
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    [
      'headers over 16 kB',
      `GET /api/health HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
      431,
    ],
    ['an address over 16 kB', `GET /${'y'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431],
    [
      'two lengths',
      'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}',
      400,
    ],
    [
      'a length beside chunks',
      'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['no host', 'GET /api/health HTTP/1.1\r\n\r\n', 400],
  ]
  test.each(cases)(
    '%s is refused with the same headers, and the connection closed',
    async (_, bytes, status) => {
      const { port } = await listening(await startWard())
      const [head = '', body = ''] = (await sendBytes(port, bytes)).split('\r\n\r\n')
      const [first = '', ...lines] = head.split('\r\n')
      expect(first).toContain(`HTTP/1.1 ${status} `)
      const headers = Object.fromEntries(
        lines.map((line) => [
          line.slice(0, line.indexOf(':')).toLowerCase(),
          line.slice(line.indexOf(':') + 2),
        ]),
      )
      if (status !== 400 || !bytes.startsWith('GET'))
        expect(headerFaults(headers, false)).toEqual([])
      expect(`${headers['connection']}`).toBe('close')
      expect(body).not.toContain('yyy')
    },
  )

  test('TRACE and a method nobody knows are not answered', async () => {
    const { app } = await startWard()
    const traced = await app.inject({ method: 'TRACE', url: '/api/health' })
    expect(traced.statusCode).toBe(404)
    expect(traced.payload).not.toContain('host')
  })

  test('a request that never comes in whole is given up, and a slow one holds nobody else', async () => {
    const { port, address } = await listening(await startWard(), { longestRequestMs: 600 })
    const head =
      'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{'
    const slow = Array.from({ length: 40 }, () => sendBytes(port, head))

    expect((await fetch(`${address}/api/health`)).status).toBe(200)
    for (const heard of await Promise.all(slow)) expect(heard).toContain('HTTP/1.1 408 ')
  })
})

describe('the address of a tablet', () => {
  const forwarded = { 'x-forwarded-for': '10.20.30.40', 'x-forwarded-proto': 'https' }
  async function addressesTold(trustProxy: readonly string[]): Promise<unknown[]> {
    const lines: string[] = []
    const log = { setting: 'requests', write: (line: string) => lines.push(line) } as const
    const { address } = await listening(await startWard(), { trustProxy, log })
    await fetch(`${address}/api/health`, { headers: forwarded })
    await expect.poll(() => lines.length).toBe(1)
    return lines.map((line) => JSON.parse(line).address)
  }

  test('is not what a tablet says of itself', async () => {
    expect(await addressesTold([])).toEqual(['127.0.0.1'])
    expect(await addressesTold(['10.9.9.9'])).toEqual(['127.0.0.1'])
  })

  test('is what a proxy says that TRUST_PROXY names', async () => {
    expect(await addressesTold(['127.0.0.1'])).toEqual(['10.20.30.40'])
  })
})

test.each(databases)(
  'text made of SQL, HTML and script is kept in $name and given back as it was typed',
  async ({ open }) => {
    const ward = await startWard({ database: await open() })
    const adams = await ward.signIn('rn.adams')
    const said = `'); DROP TABLE chart; -- <img src=x onerror=alert(1)> \${7*7} {{7*7}} %00 \\u0000`
    const surname = "O'Brien'); DROP TABLE chart; --"
    const chart = await openChart(adams, { patient: { ...patient, surname, mrn: "1' OR '1'='1" } })

    await chart.done(adams, 'writeNote', { text: said })

    expect(await chart.view()).toMatchObject({ patient: { surname, mrn: "1' OR '1'='1" } })
    const { entries } = (await adams.get(`/api/charts/${chart.id}/entries`)).body
    expect(entries.at(-1).text).toBe(said)
    expect((await adams.get("/api/charts/x' OR '1'='1")).status).toBe(404)
    expect((await adams.get('/api/wards/7-west/board')).body.charts).toHaveLength(1)
  },
)
