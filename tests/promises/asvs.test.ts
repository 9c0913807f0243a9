import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { emptyPostgresWard } from './support/emptyWard.ts'
import { measured } from './support/experiment.ts'
import { startServer } from './support/serverProcess.ts'

/** What must never leave the chart: nobody is called so, and no other text holds it. */
const canary = {
  surname: 'Kanarienvogelski',
  given: 'Zsigmondine',
  mrn: 'QX90817263',
  dateOfBirth: '1911-11-23',
  allergy: 'zwetschgenallergen',
  note: 'canarynotetext about her daughter',
  indication: 'canaryindication of the lung',
  userId: 'rn.canarina',
  userName: 'Canarina, Ludmilla',
  temporary: 'first-canary-password-of-all',
  password: 'correct-canary-battery-staple',
  pin: '738291',
  wrongPassword: 'wrong-canary-password-in-anger',
  wrongPin: '918273',
  asUserId: 'canary-password-in-the-wrong-field',
  unknownId: 'canary-id-in-an-address',
} as const

/** The canaries that a text holds, as they are, in any case, or as an address, base64 or escaped text would have them. */
function heard(text: string): string[] {
  const plain = text.toLowerCase()
  return Object.entries(canary).flatMap(([name, value]) => {
    const forms = [
      value.toLowerCase(),
      encodeURIComponent(value).toLowerCase(),
      value.toLowerCase().replaceAll(' ', '+'),
    ]
    const isHeard = forms.some((form) => plain.includes(form)) || inBase64(text, value)
    return isHeard ? [name] : []
  })
}

/** Base64 of a text has three forms, by where it begins. */
function inBase64(text: string, value: string): boolean {
  return ['', 'x', 'xx'].some((before) => {
    const coded = Buffer.from(before + value).toString('base64')
    return text.includes(coded.slice(before.length === 0 ? 0 : 4, -4))
  })
}

const TOKEN = '2f4c1b0a9d8e7f6a5b4c3d2e'
const JSON_TYPE = 'application/json'

interface Answer {
  readonly status: number
  readonly text: string
  readonly cookie: string
  readonly headers: string
}

function client(base: string) {
  return async (
    method: string,
    path: string,
    body?: unknown,
    cookie = '',
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const reply = await fetch(base + path, {
      method,
      headers: { cookie, ...(body !== undefined && { 'content-type': JSON_TYPE }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const cookies = reply.headers.getSetCookie().map((each) => each.split(';')[0])
    const told = JSON.stringify([...reply.headers].filter(([name]) => name !== 'set-cookie'))
    return {
      status: reply.status,
      text: await reply.text(),
      cookie: cookies.join('; '),
      headers: told,
    }
  }
}

test('no word about a patient and no secret leaves the chart in logs, refusals to others, metrics or addresses', async () => {
  const ward = await emptyPostgresWard()
  const databaseUrl = ward.DATABASE_URL
  const server = await startServer({
    env: { ...ward, LOG: 'requests', METRICS_TOKEN: TOKEN },
  })
  const call = client(server.address)
  const refusals: Answer[] = []
  const statuses = new Set<number>()
  const refused = async (...words: Parameters<typeof call>) => {
    const answer = await call(...words)
    statuses.add(answer.status)
    expect(answer.status, answer.text).toBeGreaterThanOrEqual(400)
    refusals.push(answer)
  }
  const signIn = (userId: string, password: string) =>
    call('POST', '/api/session', { userId, password })
  const signedIn = async (userId: string, password = 'demonstration') => {
    const answer = await signIn(userId, password)
    expect(answer.status, answer.text).toBe(200)
    return answer.cookie
  }

  // People: an account of a canary, and secrets that are wrong or in the wrong field.
  const admin = await signedIn('admin.hall')
  const made = await call(
    'POST',
    '/api/accounts',
    {
      userId: canary.userId,
      name: canary.userName,
      role: 'RN',
      wardIds: ['7-west'],
      competencies: { learningPackageUntil: null, ivUnits: true, notation: true },
      password: canary.temporary,
    },
    admin,
  )
  expect(made.status, made.text).toBe(201)
  await refused('POST', '/api/accounts', { password: canary.password, name: 5 }, admin)
  await refused('POST', '/api/session', { userId: canary.userId, password: canary.wrongPassword })
  await refused('POST', '/api/session', { userId: canary.asUserId, password: canary.password })
  await refused('POST', '/api/session', { userId: canary.asUserId, password: 1 })
  const beginner = await signedIn(canary.userId, canary.temporary)
  const { temporary, password, pin } = canary
  const own = (what: string, body: object) => call('PUT', `/api/session/${what}`, body, beginner)
  expect((await own('password', { password: temporary, newPassword: password })).status).toBe(204)
  expect((await own('pin', { password, pin })).status).toBe(204)
  await refused('PUT', '/api/session/pin', { password: canary.wrongPassword, pin }, beginner)
  expect((await call('DELETE', '/api/session', undefined, beginner)).status).toBe(204)
  const nurse = await signedIn(canary.userId, password)

  // A patient, and every kind of refusal with the patient in it.
  const chartId = randomUUID()
  const { now } = JSON.parse((await call('GET', '/api/session', undefined, nurse)).text)
  const opening = {
    commandId: chartId,
    happenedAt: now,
    wardId: '7-west',
    bed: '99',
    patient: {
      mrn: canary.mrn,
      surname: canary.surname,
      given: canary.given,
      dateOfBirth: canary.dateOfBirth,
      sex: 'female',
    },
    allergies: [{ to: canary.allergy, reaction: 'rash' }],
    amo: 'Dr Haddad',
  }
  const chart = `/api/charts/${chartId}`
  const note = { commandId: randomUUID(), expectedVersion: 1, kind: 'writeNote', happenedAt: now }
  const prescription = {
    ...{ commandId: randomUUID(), expectedVersion: 1, kind: 'prescribe', happenedAt: now },
    ...{ indication: canary.indication, protocol: 'vte', bolusUnits: null, rateMlPerHour: 14 },
    ...{ restrictions: [], contraindications: [], adviceFrom: [] },
    signature: { pin: canary.wrongPin },
  }
  expect((await call('POST', '/api/charts', opening, nurse)).status).toBe(201)
  expect(
    (await call('POST', `${chart}/commands`, { ...note, text: canary.note }, nurse)).status,
  ).toBe(201)
  await refused('POST', '/api/charts', { ...opening, commandId: randomUUID() }, nurse)
  await refused(
    'POST',
    '/api/charts',
    { ...opening, amo: { name: canary.surname }, colour: canary.mrn },
    nurse,
  )
  await refused('POST', '/api/charts', `{"patient":"${canary.surname}`, nurse)
  await refused('POST', '/api/charts', JSON.stringify(opening).padEnd(70_000), nurse)
  await refused('POST', '/api/charts', canary.note, nurse, { 'content-type': 'text/plain' })
  await refused('POST', `${chart}/commands`, { ...note, text: canary.surname }, nurse)
  await refused('POST', `${chart}/commands`, prescription, await signedIn('mo.chen'))
  await refused('GET', `/api/charts/${canary.unknownId}`, undefined, nurse)
  await refused('GET', `/api/${canary.unknownId}?mrn=${canary.mrn}`, undefined, nurse)
  await refused('GET', `${chart}/entries?after=${canary.unknownId}`, undefined, nurse)
  await refused('GET', '/api/health', undefined, '', {
    origin: `https://${canary.unknownId}.example`,
  })
  await refused('GET', '/api/wards/7-west/board', undefined, `session=${canary.unknownId}`)

  // Other people: another ward, and nobody.
  const other = await signedIn('rn.ivers')
  await refused('GET', chart, undefined, other)
  await refused('GET', `${chart}/entries`, undefined, other)
  await refused('POST', `${chart}/commands`, { ...note, text: 'x' }, other)
  await refused('GET', '/api/wards/7-west/board', undefined, other)
  await refused('GET', chart)

  // A fault of the database that quotes the patient.
  const database = new Client({ connectionString: databaseUrl })
  await database.connect()
  await database.query(`SET search_path = heparin_chart_demonstration`)
  await database.query(
    `CREATE FUNCTION quote_it() RETURNS trigger LANGUAGE plpgsql AS
     $$BEGIN RAISE EXCEPTION 'no room for %', NEW.body USING DETAIL = NEW.body; END$$`,
  )
  await database.query(
    'CREATE TRIGGER quote_it BEFORE INSERT ON chart_entry FOR EACH ROW EXECUTE FUNCTION quote_it()',
  )
  await refused(
    'POST',
    `${chart}/commands`,
    { ...note, commandId: randomUUID(), text: canary.note },
    nurse,
  )
  await database.end()
  const metrics = await call('GET', '/api/metrics', undefined, '', {
    authorization: `Bearer ${TOKEN}`,
  })
  expect(metrics.status).toBe(200)

  server.kill('SIGTERM')
  const { code, said } = await server.ended
  expect(code).toBe(0)

  const lines = said.split('\n').filter((line) => line.startsWith('{'))
  const events = new Set(lines.map((line) => JSON.parse(line).event))
  expect([...events].sort()).toEqual(
    [
      'fault',
      'refused',
      'request',
      'sign-in',
      'sign-in-refused',
      'sign-out',
      'start',
      'stop',
      'stopped',
    ].sort(),
  )
  expect([...statuses].sort()).toEqual([400, 401, 403, 404, 409, 413, 415, 422, 500])
  // A refusal may name the fields of the contract, and nothing of what was sent.
  for (const { text, headers } of refusals) expect(heard(text + headers), text).toEqual([])
  expect(heard(metrics.text)).toEqual([])
  expect(heard(said)).toEqual([])
  expect(said).not.toContain((nurse.match(/session=([^;]+)/) ?? [])[1])
  measured({
    promise: 13,
    what: 'canary words as patient, account and secrets through a ward day over HTTP: every kind of refusal, a database fault that quotes the patient, SIGTERM; then stdout, stderr, metrics and the refusals are searched',
    figure: `${Object.keys(canary).length} canaries, ${lines.length} log lines, ${refusals.length} refusals of ${statuses.size} kinds: 0 heard`,
  })
})

test.each([
  ['as it is', `{"name":"${canary.surname}"}`, 'surname'],
  ['in capitals', canary.surname.toUpperCase(), 'surname'],
  ['in an address', `/api/charts?note=${encodeURIComponent(canary.note)}`, 'note'],
  ['in base64', Buffer.from(`user:${canary.password}`).toString('base64'), 'password'],
  ['in the middle of base64', Buffer.from(`{"pin":"${canary.pin}"}`).toString('base64'), 'pin'],
  ['in a stack', `Error: Key (mrn)=(${canary.mrn}) already exists.\n at x`, 'mrn'],
])('a canary %s is heard', (_, text, name) => {
  expect(heard(text)).toContain(name)
})
