import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { pinOf } from '../server/support/ward.ts'
import { openChart, opening, outside, started, t } from './support/tablet.ts'

const PROBLEM = 'application/problem+json'

test('every error is a problem document with its type, title, status, detail and next', async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  const answers = [
    await ward.call(null, 'GET', chart.path),
    await ward.call('rn.adams', 'GET', '/api/charts/none'),
    await ward.call('rn.adams', 'GET', '/api/no-such-thing'),
    await ward.call('rn.adams', 'GET', '/api/charts/%E0%A4%A'),
    await ward.call('rn.adams', 'GET', `/api/charts/${'a'.repeat(300)}`),
    await ward.call('rn.adams', 'POST', `${chart.path}/commands`, '{'),
    await chart.send('rn.adams', 'recordWeight', { kg: 10, method: 'measured' }),
    await chart.send('rn.adams', 'prescribe', {}),
    await chart.send('mo.chen', 'closeChart', { reason: 'x' }, { version: 7 }),
    await ward.call('rn.adams', 'POST', '/api/charts', 'x'.repeat(70_000)),
  ]
  expect(answers.map((answer) => answer.status)).toEqual([
    401, 404, 404, 404, 404, 400, 422, 400, 409, 413,
  ])
  for (const { body, type, status } of answers) {
    expect(type).toContain(PROBLEM)
    expect(body.status).toBe(status)
    expect(body.type).toMatch(/^\/problems\/[a-z-]+$/)
    for (const name of ['title', 'detail', 'next']) expect(body[name], name).toBeTruthy()
  }
})

test('an unknown field anywhere, a wrong type, a missing field: 400 that names the field', async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  const odd: [string, string, object][] = [
    ['rn.adams', 'recordWeight', { kg: '78', method: 'measured' }],
    ['rn.adams', 'recordWeight', { kg: 78, method: 'guessed' }],
    ['rn.adams', 'recordWeight', { kg: 78, method: 'measured', colour: 'red' }],
    ['rn.adams', 'recordWeight', { method: 'measured' }],
    ['rn.adams', 'recordWeight', { kg: null, method: 'measured' }],
    ['rn.adams', 'recordCollection', { site: 'left-arm' }],
    ['rn.adams', 'recordResult', { text: 61.3, sample: { collectionSeq: 1 } }],
    ['rn.adams', 'recordResult', { text: '61.3', sample: { collectionSeq: '1' } }],
    ['rn.adams', 'recordResult', { text: '61.3', sample: {} }],
    ['rn.adams', 'writeNote', { text: 7 }],
    ['rn.adams', 'noSuchKind', {}],
    ['mo.chen', 'closeChart', { reason: 'x', signature: { pin: 310274 } }],
    ['mo.chen', 'closeChart', { reason: 'x', signature: { pin: '310274', userId: 'mo.chen' } }],
  ]
  for (const [user, kind, fields] of odd) {
    const answer = await chart.send(user, kind, fields)
    expect([kind, fields, answer.status]).toEqual([kind, fields, 400])
    expect(answer.body.errors[0]).toMatchObject({
      field: expect.any(String),
      detail: expect.any(String),
    })
  }
  expect((await chart.view()).seq).toBe(1)
})

test('the envelope is held to its form: id, version, kind, instant', async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  const good = {
    commandId: randomUUID(),
    expectedVersion: 1,
    kind: 'writeNote',
    happenedAt: ward.now(),
    text: 'A note',
  }
  const bad = [
    { commandId: 'one' },
    { commandId: undefined },
    { expectedVersion: undefined },
    { expectedVersion: '1' },
    { expectedVersion: 1.5 },
    { happenedAt: undefined },
    { happenedAt: '2027-03-10' },
    { happenedAt: '2027-03-10T00:00:00' },
    { happenedAt: '2027-03-10T11:00:00+11:00' },
    { happenedAt: '2027-02-30T00:00:00Z' },
    { happenedAt: 1_799_000_000 },
    { kind: undefined },
    { lateReason: 5 },
  ]
  for (const change of bad) {
    const body = { ...good, ...change }
    const answer = await ward.call('rn.adams', 'POST', `${chart.path}/commands`, body)
    expect([change, answer.status]).toEqual([change, 400])
  }
  expect((await ward.call('rn.adams', 'POST', `${chart.path}/commands`, good)).status).toBe(201)
})

test('bodies that are no JSON object, too deep, too large or poisoned are refused without a fault', async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  const send = async (body: string) =>
    (await ward.call('rn.adams', 'POST', `${chart.path}/commands`, body)).status
  expect(await send('')).toBe(400)
  expect(await send('null')).toBe(400)
  expect(await send('[]')).toBe(400)
  expect(await send('"text"')).toBe(400)
  expect(await send('{"__proto__":{"a":1}}')).toBe(400)
  expect(await send('['.repeat(20_000) + ']'.repeat(20_000))).toBe(400)
  expect(await send(`{"a":${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}}`)).toBe(400)
  const weight = (kg: string) =>
    `{"commandId":"${randomUUID()}","expectedVersion":1,"kind":"recordWeight","happenedAt":"${ward.now()}","kg":${kg},"method":"measured"}`
  for (const kg of ['1e400', '1e9', '-78', '0', '78.25', '9007199254740993']) {
    expect([400, 422], kg).toContain(await send(weight(kg)))
  }
  expect(await send(JSON.stringify({ text: 'x'.repeat(65_536) }))).toBe(413)
})

test('a note of nearly 64 kB is taken', async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  await chart.done('rn.adams', 'writeNote', { text: 'x'.repeat(60_000) })
})

test('only application/json is taken: 415 otherwise, missing type included', async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  const body = JSON.stringify({})
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', '']) {
    const answer = await ward.call('rn.adams', 'POST', `${chart.path}/commands`, body, {
      headers: { 'content-type': type },
    })
    expect([type, answer.status]).toEqual([type, 415])
  }
  const utf8 = await ward.call('rn.adams', 'POST', `${chart.path}/commands`, body, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
  expect(utf8.status).toBe(400)
})

test('a foreign Origin is 403, the own one and none are accepted', async () => {
  const ward = await outside()
  const body = () => opening(ward)
  const post = async (headers: Record<string, string>) =>
    (await ward.call('rn.adams', 'POST', '/api/charts', body(), { headers })).status
  expect(await post({ origin: 'https://evil.example' })).toBe(403)
  expect(await post({ origin: 'null' })).toBe(403)
  expect(await post({ origin: `${ward.base}.evil.example` })).toBe(403)
  expect(await post({ origin: ward.base })).toBe(201)
  expect(await post({})).toBe(201)
})

test('a session: 200 with user, wards, facility and now; 401 alike for an unknown user and a wrong password; 204 at the end', async () => {
  const ward = await outside()
  const sign = (userId: string, password: string) =>
    ward.call(null, 'POST', '/api/session', { userId, password })
  const good = await sign('reg.silva', 'demonstration')
  expect(good.status).toBe(200)
  expect(good.body).toMatchObject({
    user: { userId: 'reg.silva', name: 'Silva, Ana', role: 'registrar' },
    wards: [{ wardId: '7-west' }],
    facility: { name: expect.any(String), timeZone: 'Australia/Sydney' },
    now: t(0),
  })
  expect(good.headers.get('set-cookie')).toMatch(/HttpOnly/i)
  const wrong = await sign('reg.silva', 'nothing')
  const unknown = await sign('nobody', 'nothing')
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  expect(wrong.body).toEqual(unknown.body)
  expect((await ward.call(null, 'GET', '/api/session')).status).toBe(401)
  expect((await ward.call('reg.silva', 'GET', '/api/session')).status).toBe(200)
  const end = await ward.call('reg.silva', 'DELETE', '/api/session', undefined, {
    headers: { 'content-type': 'application/json' },
  })
  expect(end.status).toBe(204)
  expect((await ward.call('reg.silva', 'GET', '/api/session')).status).toBe(401)
})

test('the demonstration accounts sign in and sign with their PINs', async () => {
  const ward = await outside()
  const roles = {
    'mo.chen': ['MO', '310274'],
    'mo.okafor': ['MO', '594163'],
    'reg.silva': ['registrar', '826305'],
    'amo.haddad': ['AMO', '471920'],
    'rn.adams': ['RN', '204811'],
    'rn.baker': ['RN', '738256'],
    'rn.cole': ['RN', '665019'],
    'rn.dunn': ['RN', '913840'],
    'en.evans': ['EN', '350782'],
    'en.fox': ['EN', '187634'],
    'pharm.gray': ['pharmacist', '542098'],
    'admin.hall': ['administrator', '779153'],
    'rn.ivers': ['RN', '426517'],
  }
  for (const [userId, [role, pin]] of Object.entries(roles)) {
    const session = await ward.call(userId, 'GET', '/api/session')
    expect(session.body.user).toMatchObject({ userId, role })
    expect(pinOf(userId)).toBe(pin)
  }
})

test("another ward's chart answers in every route as an unknown one does, headers too", async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  const none = `/api/charts/${randomUUID()}`
  const note = () => ({
    commandId: randomUUID(),
    expectedVersion: 1,
    kind: 'writeNote',
    happenedAt: ward.now(),
    text: 'A note',
  })
  const asked: [string, string, () => object | undefined][] = [
    ['GET', '', () => undefined],
    ['GET', '/entries', () => undefined],
    ['GET', '/entries?after=0', () => undefined],
    ['GET', `/commands/${chart.id}`, () => undefined],
    ['POST', '/commands', note],
    ['POST', '/checks', () => ({ commandId: randomUUID(), actSeq: 3, userId: 'rn.ivers' })],
  ]
  for (const [method, rest, body] of asked) {
    const theirs = await ward.call('rn.ivers', method, chart.path + rest, body())
    const nobodys = await ward.call('rn.ivers', method, none + rest, body())
    expect([rest, theirs.status]).toEqual([rest, 404])
    expect(theirs.body).toEqual(nobodys.body)
    const plain = (headers: Headers) =>
      [...headers].filter(([name]) => name !== 'date' && name !== 'keep-alive')
    expect(plain(theirs.headers)).toEqual(plain(nobodys.headers))
  }
  for (const rest of ['board', 'stream']) {
    const theirs = await ward.call('rn.ivers', 'GET', `/api/wards/7-west/${rest}`)
    const nobodys = await ward.call('rn.ivers', 'GET', `/api/wards/9-east/${rest}`)
    expect([theirs.status, nobodys.status]).toEqual([404, 404])
    expect(theirs.body).toEqual(nobodys.body)
  }
})

test('without a session every route but sign-in, clock and the document is 401', async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  for (const path of [
    chart.path,
    `${chart.path}/entries`,
    `${chart.path}/commands/${chart.id}`,
    '/api/wards/7-west/board',
    '/api/wards/7-west/stream',
  ]) {
    expect([path, (await ward.call(null, 'GET', path)).status]).toEqual([path, 401])
  }
  for (const path of ['/api/charts', `${chart.path}/commands`, `${chart.path}/checks`]) {
    expect([path, (await ward.call(null, 'POST', path, {})).status]).toEqual([path, 401])
  }
  expect((await ward.call(null, 'GET', '/api/openapi.json')).status).toBe(200)
})

test('the OpenAPI document is version 3 and describes every path of the contract', async () => {
  const ward = await outside()
  const { body } = await ward.call(null, 'GET', '/api/openapi.json')
  expect(body.openapi).toMatch(/^3\./)
  expect(body.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
  const wanted: [string, string][] = [
    ['/api/session', 'post'],
    ['/api/session', 'get'],
    ['/api/session', 'delete'],
    ['/api/clock', 'put'],
    ['/api/wards/{wardId}/board', 'get'],
    ['/api/wards/{wardId}/stream', 'get'],
    ['/api/charts', 'post'],
    ['/api/charts/{chartId}', 'get'],
    ['/api/charts/{chartId}/entries', 'get'],
    ['/api/charts/{chartId}/commands', 'post'],
    ['/api/charts/{chartId}/commands/{commandId}', 'get'],
    ['/api/charts/{chartId}/checks', 'post'],
  ]
  for (const [path, method] of wanted) {
    const operation = body.paths[path]?.[method]
    expect([path, method, typeof operation]).toEqual([path, method, 'object'])
    expect(Object.keys(operation.responses).length).toBeGreaterThan(0)
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const inPath = (operation.parameters ?? [])
      .filter((each: { in: string }) => each.in === 'path')
      .map((each: { name: string }) => each.name)
    expect(inPath.sort()).toEqual(named.sort())
  }
  const text = JSON.stringify(body)
  for (const [, ref] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = `${ref}`.split('/').reduce((node, key) => node?.[key], body)
    expect(found, ref).toBeDefined()
  }
  for (const kind of ['recordBedsideFact', 'recommenceInfusion', 'clearSuspension', 'countersign'])
    expect(text).toContain(`"${kind}"`)
})

test('the clock stands where it is put, either way, and due items and sessions read it', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const status = async () =>
    (await chart.view()).due.find((item: { kind: string }) => item.kind === 'aptt-collection')
      .status
  const seen = []
  for (const minutes of [0, 329, 330, 359, 360, 389, 390, 1000, 0]) {
    await ward.clock(minutes)
    seen.push(await status())
  }
  expect(seen).toEqual([
    'waiting',
    'waiting',
    'soon',
    'soon',
    'due',
    'due',
    'overdue',
    'overdue',
    'waiting',
  ])
  expect((await ward.call('rn.adams', 'GET', '/api/session')).body.now).toBe(t(0))
  for (const body of [{}, { now: 'soon' }, { now: t(0), more: 1 }, { now: 5 }]) {
    expect((await ward.call(null, 'PUT', '/api/clock', body)).status).toBe(400)
  }
})

test('a command id is looked up on its own chart only', async () => {
  const ward = await outside()
  const [one, other] = [await openChart(ward), await openChart(ward)]
  const id = randomUUID()
  const first = await one.send('rn.adams', 'writeNote', { text: 'A note' }, { id })
  const found = await ward.call('rn.baker', 'GET', `${one.path}/commands/${id}`)
  expect(found.status).toBe(first.status)
  expect(found.body).toEqual(first.body)
  expect((await ward.call('rn.baker', 'GET', `${other.path}/commands/${id}`)).status).toBe(404)
  expect((await ward.call('rn.baker', 'GET', `${one.path}/commands/odd`)).status).toBe(404)
  const opened = await ward.call('rn.baker', 'GET', `${one.path}/commands/${one.id}`)
  expect(opened.body.entry).toMatchObject({ kind: 'chartOpened', seq: 1 })
})

test('entries after a seq, with their version; odd values are 400', async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  await chart.done('rn.adams', 'writeNote', { text: 'A note' })
  const read = (query: string) => ward.call('rn.adams', 'GET', `${chart.path}/entries${query}`)
  expect((await read('')).body.entries).toHaveLength(2)
  const { body } = await read('?after=1')
  expect(body.version).toBe(1)
  expect(body.entries).toMatchObject([
    {
      chartId: chart.id,
      seq: 2,
      version: 1,
      kind: 'noteWritten',
      text: 'A note',
      by: { userId: 'rn.adams', name: 'Adams, Jo', role: 'RN' },
      recordedAt: t(0),
      happenedAt: t(0),
      hash: expect.any(String),
    },
  ])
  expect((await read('?after=2')).body.entries).toEqual([])
  expect((await read('?after=99')).body.entries).toEqual([])
  for (const odd of ['?after=x', '?after=-1', '?after=1.5', '?after=']) {
    expect([odd, (await read(odd)).status]).toEqual([odd, 400])
  }
})

test('look-alike digits, spaces and other spellings of a result or a PIN are refused', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(360)
  const sample = { collectedAt: t(355), site: 'away-from-heparin' }
  for (const text of [
    '７０.0',
    '1O5',
    '105,1',
    '70.05',
    '',
    '1e2',
    'NaN',
    '-5',
    '70 s',
    '>=90',
    '٧٠',
  ]) {
    const answer = await chart.send('rn.adams', 'recordResult', { text, sample })
    expect([text, answer.status]).toEqual([text, 422])
    expect(answer.body.rules.join()).toMatch(/NOMO-[123]/)
  }
  const pin = { pin: '３１０２７４' }
  const odd = await chart.send(
    'mo.chen',
    'strikeOut',
    { struckSeq: 2, reason: 'x' },
    { signature: pin },
  )
  expect(odd.status).toBe(403)
  expect(odd.body.type).toBe('/problems/signature-refused')
})
