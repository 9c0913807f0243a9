import { describe, expect, test, vi } from 'vitest'
import { openChart, opening } from './support/course.ts'
import { newId } from './support/databases.ts'
import { addressOf, type ServedRoute, servedRoutes } from './support/routes.ts'
import { type Device, startWard, type TestWard } from './support/ward.ts'

/** What anybody may ask without having signed in, and why that is so. */
const PUBLIC: Readonly<Record<string, string>> = {
  'GET /api/sign-in-page': 'names the hospital; the accounts of a demonstration alone',
  'POST /api/session': 'signing in',
  'GET /api/session/people': 'who may unlock this tablet, known by its cookie',
  'POST /api/session/switch':
    'the PIN of somebody who signed in on this tablet, known by its cookie',
  'POST /api/charts/:chartId/captured': 'a stop from a tablet known by its cookie (SIGN-5)',
  'GET /api/tablet/charts': 'which charts such a tablet may stop (SIGN-5)',
  'GET /api/tablet/alarms': 'which beds of such a tablet’s ward wait for what (TIME-8)',
  'GET /api/health': 'a monitor has no account',
  'GET /api/ready': 'a proxy has no account',
  'GET /api/openapi.json': 'what the API is, not what is in it',
  'PUT /api/clock': 'there only under CLOCK, which production refuses',
}

const nameOf = ({ method, path }: ServedRoute) => `${method} ${path}`
const isWriting = ({ method }: ServedRoute) => method === 'POST' || method === 'PUT'

async function ask(
  { app }: TestWard,
  { method }: ServedRoute,
  url: string,
  { cookie = '', body, headers = {} }: { cookie?: string; body?: string; headers?: object },
) {
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const response = await app.inject({
    method,
    url,
    headers: { cookie, ...type, ...headers },
    ...(body !== undefined && { payload: body }),
  })
  const { date: _date, ...rest } = response.headers
  return { status: response.statusCode, body: response.payload, headers: rest }
}

const cookieOf = (device: Device) => device.cookie ?? ''

test('the routes are read off the server itself', async () => {
  const names = servedRoutes((await startWard()).app).map(nameOf)
  expect(names).toContain('GET /api/charts/:chartId/commands/:commandId')
  expect(names).toContain('GET /api/wards/:wardId/audit.csv')
  expect(names.length).toBeGreaterThan(25)
})

describe('without a session', () => {
  test('every route but the public ones is 401, and the same 401', async () => {
    const ward = await startWard()
    const routes = servedRoutes(ward.app)
    const answers = new Set<string>()
    const open: string[] = []
    for (const route of routes) {
      const reply = await ask(
        ward,
        route,
        addressOf(route, {}),
        isWriting(route) ? { body: '{}' } : {},
      )
      if (reply.status === 401 && !(nameOf(route) in PUBLIC)) answers.add(JSON.stringify(reply))
      else open.push(nameOf(route))
    }
    expect(open.filter((name) => !(name in PUBLIC))).toEqual([])
    expect(answers.size).toBe(1)
  })

  test('a cookie that no session has, and one of another shape, are none', async () => {
    const ward = await startWard()
    for (const cookie of [
      `session=${'A'.repeat(43)}`,
      'session=',
      'session=%',
      'session=a; session=b',
    ]) {
      for (const route of servedRoutes(ward.app).filter((each) => !(nameOf(each) in PUBLIC))) {
        const reply = await ask(ward, route, addressOf(route, {}), { cookie })
        expect(reply.status, `${nameOf(route)} ${cookie}`).toBe(401)
      }
    }
  })

  test('a public route that nobody listed is seen', async () => {
    const ward = await startWard()
    const name = 'GET /api/health'
    const { [name]: _listed, ...fewer } = PUBLIC
    const open = []
    for (const route of servedRoutes(ward.app)) {
      const { status } = await ask(ward, route, addressOf(route, {}), {})
      if (status !== 401 && !(nameOf(route) in fewer) && !isWriting(route)) open.push(nameOf(route))
    }
    expect(open).toEqual([name])
  })
})

describe('from another site', () => {
  test('every route is 403 before anything else is looked at, and nothing is done', async () => {
    const ward = await startWard()
    const admin = await ward.signIn('admin.hall')
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example', 'x']) {
      for (const route of servedRoutes(ward.app)) {
        const reply = await ask(ward, route, addressOf(route, {}), {
          cookie: cookieOf(admin),
          headers: { origin, host: 'localhost' },
          ...(isWriting(route) && { body: '{}' }),
        })
        expect(reply.status, `${nameOf(route)} ${origin}`).toBe(403)
        expect(reply.body).toContain('/problems/foreign-origin')
        expect(reply.headers['set-cookie']).toBeUndefined()
        expect(reply.headers['access-control-allow-origin']).toBeUndefined()
      }
    }
    expect((await admin.get('/api/session')).status).toBe(200)
  })

  test('no route answers a preflight: a browser sends no JSON from there', async () => {
    const ward = await startWard()
    for (const route of servedRoutes(ward.app)) {
      const preflight = await ward.app.inject({ method: 'OPTIONS', url: addressOf(route, {}) })
      expect(preflight.statusCode, nameOf(route)).toBe(404)
    }
  })
})

describe('every route that takes a body', () => {
  const bodies: [string, string, number][] = [
    ['an unknown field', '{"kind":"writeNote","colour":"red"}', 400],
    ['a list', '[]', 400],
    ['a number', '5', 400],
    ['null', 'null', 400],
    ['half an object', '{"userId":', 400],
    ['nothing', '', 400],
    ['a field that would change what objects are', '{"__proto__":{"role":"administrator"}}', 400],
    ['the same by another way', '{"constructor":{"prototype":{"role":"MO"}}}', 400],
    ['lists in lists in lists', `{"kind":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, 400],
    ['objects in objects', `{"kind":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`, 400],
    ['more than 64 kB', `{"colour":"${'x'.repeat(65_536)}"}`, 413],
  ]
  test.each(bodies)('refuses %s', async (_, body, status) => {
    const ward = await startWard()
    const cookie = cookieOf(await ward.signIn('admin.hall'))
    for (const route of servedRoutes(ward.app).filter(isWriting)) {
      if (body === 'null' && BODILESS.has(nameOf(route))) continue
      const reply = await ask(ward, route, addressOf(route, {}), { cookie, body })
      expect(reply.status, `${nameOf(route)} ${reply.body}`).toBe(status)
      expect(reply.headers['content-type']).toContain('application/problem+json')
      if (body.includes('colour') && status === 400)
        expect(reply.body).toContain('"field":"colour"')
    }
    expect(({} as Record<string, unknown>)['role']).toBeUndefined()
  })

  test('takes JSON alone', async () => {
    const ward = await startWard()
    const cookie = cookieOf(await ward.signIn('admin.hall'))
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]
    for (const route of servedRoutes(ward.app).filter(isWriting)) {
      for (const type of types) {
        const headers = { 'content-type': type }
        const reply = await ask(ward, route, addressOf(route, {}), { cookie, body: '{}', headers })
        expect(reply.status, `${nameOf(route)} ${type}`).toBe(415)
      }
    }
  })
})

/** What these ask is in their address: they take no body, or an empty object. */
const BODILESS: ReadonlySet<string> = new Set(['PUT /api/session/use', 'PUT /api/session/lock'])

/** SIGN-5: a kept stop follows a chart to its next ward, which the record alone tells; ids are 122 bits of chance. */
const FOLLOWS_TRANSFERS = 'POST /api/charts/:chartId/captured'

const cease = () => ({
  commandId: newId(),
  expectedVersion: 1,
  kind: 'ceaseInfusion',
  reason: 'head-injury',
  happenedAt: '2027-03-10T00:00:00Z',
})

/** A body that each writing route would take, so that what refuses it is the id alone. */
const fitting: Readonly<Record<string, () => object>> = {
  'POST /api/charts/:chartId/commands': cease,
  'POST /api/charts/:chartId/captured': () => ({ author: 'rn.ivers', command: cease() }),
  'POST /api/charts/:chartId/relayed': () => ({ author: 'rn.ivers', command: cease() }),
  'POST /api/charts/:chartId/checks': () => ({ commandId: newId(), actSeq: 1, userId: 'rn.ivers' }),
  'POST /api/wards/:wardId/storage-audits': () => ({
    commandId: newId(),
    happenedAt: '2027-03-10T00:00:00Z',
    ampoulesOf5000Units: 1,
    storedApartFromOtherStrengths: true,
  }),
  'PUT /api/accounts/:userId': () => ({
    name: 'Adams, Jo',
    role: 'RN',
    wardIds: ['7-west'],
    competencies: { learningPackageUntil: null, ivUnits: false, notation: false },
  }),
  'POST /api/accounts/:userId/end': () => ({}),
  'POST /api/accounts/:userId/reopen': () => ({ password: 'a long enough password' }),
  'POST /api/emergency-access/:accessId/review': () => ({ finding: 'Seen.' }),
}

/** A tablet of the ward ccu with rn.ivers on it: its session, and the cookie it is known by. */
async function tabletOfIvers({ stranger }: TestWard): Promise<string> {
  const userId = 'rn.ivers'
  const { headers } = await stranger.post('/api/session', { userId, password: 'demonstration' })
  const cookies = [headers['set-cookie']].flat().map((cookie) => `${cookie}`.split(';')[0])
  expect(cookies.map((cookie) => cookie?.split('=')[0])).toEqual(['session', 'tablet'])
  return cookies.join('; ')
}

/** The audit of a ward is asked for with a period. */
const needsPeriod = ({ path }: ServedRoute) => /\/audit(\.csv)?$/.test(path)
const query = 'from=2027-03-09T00%3A00%3A00Z&to=2027-03-10T00%3A00%3A00Z'

describe('with the id of something on another ward', () => {
  test('every route answers to the byte what it answers to an id that nobody has', async () => {
    const ward = await startWard()
    const chart = await openChart(await ward.signIn('rn.adams'))
    const cookie = await tabletOfIvers(ward)
    const theirs = { chartId: chart.id, commandId: chart.id, wardId: '7-west', userId: 'rn.adams' }
    const unknown = { chartId: newId(), commandId: newId(), wardId: '9-west', userId: 'rn.nobod' }
    const routes = servedRoutes(ward.app).filter(({ path }) => path.includes('/:'))
    expect(routes.length).toBeGreaterThan(12)
    for (const route of routes) {
      const name = nameOf(route)
      const body = isWriting(route) ? JSON.stringify(fitting[name]?.() ?? {}) : undefined
      const told = (ids: Readonly<Record<string, string>>) =>
        ask(ward, route, addressOf(route, ids) + (needsPeriod(route) ? `?${query}` : ''), {
          cookie,
          ...(body !== undefined && { body }),
        })
      const [there, nowhere] = [await told(theirs), await told(unknown)]
      // A 400 would say that this list has no fitting body for the route: give it one.
      expect([403, 404], `${name} ${there.body}`).toContain(there.status)
      expect(there, name).toEqual(nowhere)
    }
    expect(await chart.view()).toMatchObject({ seq: 1 })
  })

  test('nothing of the record is read on the way to that answer: its length is not told by the time it takes', async () => {
    const ward = await startWard()
    const chart = await openChart(await ward.signIn('rn.adams'))
    const cookie = await tabletOfIvers(ward)
    const reading = vi.spyOn(ward.services.store, 'record')
    for (const route of servedRoutes(ward.app).filter(({ path }) => path.includes('/:chartId'))) {
      if (nameOf(route) === FOLLOWS_TRANSFERS) continue
      const body = isWriting(route) ? JSON.stringify(fitting[nameOf(route)]?.() ?? {}) : undefined
      const url = addressOf(route, { chartId: chart.id, commandId: chart.id })
      await ask(ward, route, url, { cookie, ...(body !== undefined && { body }) })
      expect(reading, nameOf(route)).not.toHaveBeenCalled()
    }
  })

  test('a chart is not opened on another ward, nor told to be on it', async () => {
    const ward = await startWard()
    const ivers = await ward.signIn('rn.ivers')
    const [there, nowhere] = [
      await ivers.post('/api/charts', opening({ wardId: '7-west' })),
      await ivers.post('/api/charts', opening({ wardId: '9-west' })),
    ]
    expect(there.status).toBe(404)
    expect(there.body).toEqual(nowhere.body)
  })
})

describe('the cookies', () => {
  test('are read by no script, sent by no other site, and travel over TLS alone in production', async () => {
    for (const isProduction of [false, true]) {
      const ward = await startWard({ isProduction })
      const reply = await ward.stranger.post('/api/session', {
        userId: 'rn.adams',
        password: 'demonstration',
      })
      const cookies = [reply.headers['set-cookie']].flat().map(String)
      expect(cookies.length).toBe(2)
      for (const cookie of cookies) {
        expect(cookie).toMatch(/; HttpOnly/)
        expect(cookie).toMatch(/; SameSite=Strict/)
        expect(cookie).toMatch(/; Path=\//)
        expect(cookie.includes('; Secure')).toBe(isProduction)
        expect(cookie).not.toMatch(/; Domain=/)
        expect(cookie.startsWith('__Host-')).toBe(isProduction)
        expect(Buffer.from(cookie.split(/[=;]/)[1] ?? '', 'base64url').length).toBe(32)
      }
      expect(JSON.stringify(reply.body)).not.toContain((cookies[0] ?? '').split(/[=;]/)[1])
    }
  })

  test('in production have names that no other host can set, are taken by no other name, and are forgotten', async () => {
    const ward = await startWard({ isProduction: true })
    const { app } = ward
    const { cookie } = await ward.signIn('rn.adams')
    const asked = (sent: string) => app.inject({ url: '/api/session', headers: { cookie: sent } })
    const token = `${cookie}`.replace('__Host-session=', '')

    expect((await asked(`${cookie}`)).statusCode).toBe(200)
    expect((await asked(`session=${token}`)).statusCode).toBe(401)
    expect((await asked(`session=${token}; __Host-session=x`)).statusCode).toBe(401)
    const out = await app.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { cookie: `${cookie}` },
    })
    expect(out.statusCode).toBe(204)
    expect(`${out.headers['set-cookie']}`).toMatch(/^__Host-session=; .*Path=\/.*Secure/)
    expect((await asked(`${cookie}`)).statusCode).toBe(401)
  })
})
