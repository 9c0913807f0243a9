import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { pinOf, startWard, type TestWard, type WardOptions } from '../../server/support/ward.ts'

/** A reply as it came over the wire. */
export interface Answer {
  readonly status: number
  readonly type: string
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the server sent and asserts on it
  readonly body: any
  readonly headers: Headers
}

/** What a request may carry beside its body. */
interface Extra {
  readonly headers?: Record<string, string>
}

/** A listening server, met from outside as tablets meet it. */
export interface Outside {
  readonly base: string
  /** The server from within, for what no tablet can do. */
  readonly within: TestWard
  /** The clinical clock, in minutes after the beginning of the test's day. */
  clock(minutes: number): Promise<void>
  now(): string
  /** A request in somebody's session; null: nobody's. A text body is sent as it is. */
  call(
    user: string | null,
    method: string,
    path: string,
    body?: unknown,
    extra?: Extra,
  ): Promise<Answer>
  cookieOf(user: string): Promise<string>
}

const DAY_BEGINS = Date.parse('2027-03-10T00:00:00Z')
const MS_PER_MINUTE = 60_000

/** An instant of the test's day, in minutes after its beginning. */
export function t(minutes: number): string {
  return new Date(DAY_BEGINS + minutes * MS_PER_MINUTE).toISOString().replace('.000Z', 'Z')
}

/** Starts the real application on a free port. */
export async function outside(options: WardOptions = {}): Promise<Outside> {
  const ward = await startWard({ clock: t(0), ...options })
  await ward.app.listen({ port: 0, host: '127.0.0.1' })
  const base = `http://127.0.0.1:${(ward.app.server.address() as AddressInfo).port}`
  const cookies = new Map<string, string>()
  let now = options.clock ?? t(0)

  async function send(method: string, path: string, body: unknown, headers: object) {
    const hasBody = body !== undefined
    const response = await fetch(base + path, {
      method,
      headers: { ...(hasBody ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(hasBody ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
    })
    return answerOf(response)
  }

  async function cookieOf(user: string): Promise<string> {
    const known = cookies.get(user)
    if (known) return known
    const reply = await send(
      'POST',
      '/api/session',
      { userId: user, password: 'demonstration' },
      {},
    )
    if (reply.status !== 200) throw new Error(`${user} could not sign in: ${reply.status}`)
    const [cookie = ''] = `${reply.headers.get('set-cookie')}`.split(';')
    cookies.set(user, cookie)
    return cookie
  }

  return {
    base,
    within: ward,
    cookieOf,
    now: () => now,
    async clock(minutes) {
      now = t(minutes)
      const reply = await send('PUT', '/api/clock', { now }, {})
      if (reply.status !== 204) throw new Error(`the clock was not moved: ${reply.status}`)
    },
    async call(user, method, path, body, extra = {}) {
      const cookie = user === null ? {} : { cookie: await cookieOf(user) }
      return send(method, path, body, { ...cookie, ...extra.headers })
    },
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const type = response.headers.get('content-type') ?? ''
  return {
    status: response.status,
    type,
    headers: response.headers,
    body: type.includes('json') ? JSON.parse(text) : text,
  }
}

/** How a command is sent, where it differs from the usual. */
interface Sending {
  readonly id?: string
  readonly version?: number
  readonly at?: string
  /** Signs with this in place of the session's own PIN; null: no signature. `fields` go before everything. */
  readonly signature?: object | null
  readonly shown?: object
  readonly lateReason?: string
}

const SIGNED = new Set([
  'prescribe',
  'giveBolus',
  'startInfusion',
  'changeRate',
  'keepRate',
  'orderRate',
  'orderBolus',
  'stopInfusion',
  'ceaseInfusion',
  'resumeInfusion',
  'recommenceInfusion',
  'assessBleeding',
  'clearSuspension',
  'restartInfusion',
  'strikeOut',
  'closeChart',
  'hangBag',
])
const SHOWN = new Set([
  'giveBolus',
  'startInfusion',
  'changeRate',
  'keepRate',
  'resumeInfusion',
  'recommenceInfusion',
  'restartInfusion',
])
/** Entries whose countersign binds nothing but the act. */
const BARE = new Set([
  'infusionStopped',
  'infusionCeased',
  'bedsideFactRecorded',
  'entryStruckOut',
  'bagHung',
])

/** What the chart answers to `GET /api/charts/{chartId}`. */
export type View = Answer['body']

/** A chart as a test works on it over HTTP. */
export interface CourseChart {
  readonly id: string
  readonly path: string
  view(user?: string): Promise<View>
  entries(after?: number): Promise<View[]>
  /** Sends a command, whatever becomes of it. */
  send(user: string, kind: string, fields?: object, sending?: Sending): Promise<Answer>
  /** Sends a command that must be accepted, and gives its entry. */
  done(user: string, kind: string, fields?: object, sending?: Sending): Promise<View>
  /** The countersign of an act by `checker`, in the session of rn.adams unless said otherwise. */
  countersign(checker: string, actSeq: number, fields?: object, sending?: Sending): Promise<Answer>
  /** First signature by rn.adams and countersign by rn.baker, both accepted. Gives the act. */
  twice(kind: string, fields: object, checked: object, sending?: Sending): Promise<View>
  check(user: string, actSeq: number, fields: object, id?: string): Promise<Answer>
  shown(act?: object): Promise<object>
}

let patients = 0

/** The body that opens a chart on 7-west for a patient of its own. */
export function opening(ward: Outside, more: object = {}) {
  patients += 1
  return {
    commandId: randomUUID(),
    expectedVersion: 0,
    kind: 'openChart',
    happenedAt: ward.now(),
    wardId: '7-west',
    bed: '12',
    patient: {
      mrn: `77${patients}`,
      surname: 'Nguyen',
      given: 'Alex',
      dateOfBirth: '1951-03-09',
      sex: 'F',
    },
    allergies: [],
    amo: 'Haddad',
    ...more,
  }
}

/** Opens a chart and gives the means to work on it. */
export async function openChart(ward: Outside, more: object = {}): Promise<CourseChart> {
  const body = opening(ward, more)
  const reply = await ward.call('mo.chen', 'POST', '/api/charts', body)
  if (reply.status !== 201) throw new Error(`not opened: ${JSON.stringify(reply.body)}`)
  return chartOf(ward, body.commandId)
}

function signatureOf(user: string, kind: string, { signature }: Sending): object | undefined {
  if (signature === null) return undefined
  return signature ?? (SIGNED.has(kind) ? { pin: pinOf(user) } : undefined)
}

function chartOf(ward: Outside, id: string): CourseChart {
  const path = `/api/charts/${id}`
  async function view(user = 'rn.adams') {
    const reply = await ward.call(user, 'GET', path)
    if (reply.status !== 200) throw new Error(`${reply.status}: ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  const entries = async (after = 0) =>
    (await ward.call('rn.adams', 'GET', `${path}/entries?after=${after}`)).body.entries

  async function shown(act: { resultSeq?: number | null; orderSeq?: number | null } = {}) {
    const now = await view()
    const order = (await entries()).find((entry: View) => entry.seq === act.orderSeq)
    const seq = act.resultSeq ?? order?.resultSeq ?? null
    const result = now.results.find((each: View) => each.seq === seq)
    const kept = (await entries()).find((entry: View) => entry.seq === seq)
    return {
      name: 'NGUYEN, Alex',
      dateOfBirth: '1951-03-09',
      mrn: now.patient.mrn,
      protocol: now.protocol?.id ?? 'vte',
      protocolVersion: now.protocol?.version ?? '',
      resultText: result?.text ?? kept?.text ?? null,
      collectedAt: result?.collectedAt ?? null,
      oldRateMlPerHour: now.infusion.rateMlPerHour,
    }
  }

  async function send(user: string, kind: string, fields: object = {}, sending: Sending = {}) {
    const now = await view()
    const saw = SHOWN.has(kind) ? { shown: sending.shown ?? (await shown(fields)) } : {}
    const body = {
      commandId: sending.id ?? randomUUID(),
      expectedVersion: sending.version ?? now.version,
      kind,
      happenedAt: sending.at ?? ward.now(),
      lateReason: sending.lateReason,
      signature: signatureOf(user, kind, sending),
      ...saw,
      ...fields,
    }
    return ward.call(user, 'POST', `${path}/commands`, body)
  }

  async function done(user: string, kind: string, fields: object = {}, sending: Sending = {}) {
    const reply = await send(user, kind, fields, sending)
    if (reply.status !== 201) {
      throw new Error(`${kind} was answered ${reply.status}: ${JSON.stringify(reply.body)}`)
    }
    return reply.body.entry
  }

  async function countersign(
    checker: string,
    actSeq: number,
    fields: object = {},
    sending: Sending = {},
  ) {
    const act = (await entries()).find((entry: View) => entry.seq === actSeq)
    const saw = BARE.has(act?.kind) ? {} : { shown: sending.shown ?? (await shown(act)) }
    return send(
      'rn.adams',
      'countersign',
      { actSeq, ...saw, ...fields },
      { signature: { userId: checker, pin: pinOf(checker) }, ...sending },
    )
  }

  return {
    id,
    path,
    view,
    entries,
    shown,
    send,
    done,
    countersign,
    async twice(kind, fields, checked, sending) {
      const act = await done('rn.adams', kind, fields, sending)
      const second = await countersign('rn.baker', act.seq, checked)
      if (second.status !== 201) throw new Error(`countersign: ${JSON.stringify(second.body)}`)
      return act
    },
    check: (user, actSeq, fields, checkId = randomUUID()) =>
      ward.call('rn.adams', 'POST', `${path}/checks`, {
        commandId: checkId,
        actSeq,
        userId: user,
        ...fields,
      }),
  }
}

/** The prescription of a protocol at its usual test weight. */
export const prescriptions = {
  nstemi: { kg: 70, bolusUnits: 4200, rateMlPerHour: 10, more: {} },
  stemi: {
    kg: 40,
    bolusUnits: 2400,
    rateMlPerHour: 5,
    more: { thrombolysis: { agent: 'Tenecteplase', at: t(-30) } },
  },
  vte: { kg: 78, bolusUnits: 6000, rateMlPerHour: 14, more: {} },
  stroke: {
    kg: 60,
    bolusUnits: null,
    rateMlPerHour: 9,
    more: { adviceFrom: [{ role: 'neurologist', name: 'Dr Lee', at: t(-20) }] },
  },
} as const

/** A prescription's fields with nothing answered yes. */
export function prescription(protocol: keyof typeof prescriptions, more: object = {}) {
  const { bolusUnits, rateMlPerHour, more: own } = prescriptions[protocol]
  return {
    indication: 'As on the chart',
    protocol,
    bolusUnits,
    rateMlPerHour,
    restrictions: [],
    contraindications: [],
    adviceFrom: [],
    ...own,
    ...more,
  }
}

export const BAG = { units: 25_000, volumeMl: 250 }

/** A chart with a weight and a prescription, not started. */
export async function prescribed(
  ward: Outside,
  protocol: keyof typeof prescriptions = 'vte',
  more: object = {},
): Promise<CourseChart> {
  const chart = await openChart(ward)
  await chart.done('rn.adams', 'recordWeight', {
    kg: prescriptions[protocol].kg,
    method: 'measured',
  })
  await chart.done('mo.chen', 'prescribe', prescription(protocol, more))
  return chart
}

/** A chart that has run since minute 0 at the protocol's starting rate, without its bolus. */
export async function started(
  ward: Outside,
  protocol: keyof typeof prescriptions = 'vte',
  more: object = {},
): Promise<CourseChart> {
  const chart = await prescribed(ward, protocol, more)
  const rate = (await chart.entries()).at(-1).rateMlPerHour
  await chart.twice(
    'startInfusion',
    { rateMlPerHour: rate, bag: BAG },
    { checkedRateMlPerHour: rate, pumpReadBackMlPerHour: rate },
  )
  return chart
}

/** Collects at a minute and records the result 40 minutes later. Gives the reply to the result. */
export async function resulted(
  ward: Outside,
  chart: CourseChart,
  collectedAt: number,
  text: string,
  site = 'away-from-heparin',
): Promise<Answer> {
  await ward.clock(collectedAt)
  const collection = await chart.done('rn.adams', 'recordCollection', { site })
  await ward.clock(collectedAt + 40)
  return chart.send('rn.adams', 'recordResult', {
    text,
    sample: { collectionSeq: collection.seq },
  })
}

/** Both signatures of a rate change on a result. */
export async function changedOn(chart: CourseChart, resultSeq: number, rate: number, text: string) {
  return chart.twice(
    'changeRate',
    { resultSeq, newRateMlPerHour: rate },
    { checkedResultText: text, checkedRateMlPerHour: rate, pumpReadBackMlPerHour: rate },
  )
}
