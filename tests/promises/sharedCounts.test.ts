import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { demonstrationPinOf } from '../../server/demonstrationAccounts.ts'
import { freshDatabase } from '../support/freshDatabase.ts'
import { measured, sized } from './support/experiment.ts'
import { type ServerProcess, startServer } from './support/serverProcess.ts'

const CLOCK = '2027-03-10T00:00:00Z'

/** A tablet as it shows itself: the cookies of its session and its own. */
interface Signed {
  readonly cookie: string
}

async function start(databaseUrl: string): Promise<ServerProcess> {
  const server = await startServer({ env: { DATABASE_URL: databaseUrl, CLOCK } })
  onTestFinished(async () => {
    await end(server)
  })
  return server
}

async function end(server: ServerProcess): Promise<void> {
  try {
    server.kill('SIGKILL')
  } catch {
    // It was ended before.
  }
  await server.ended
}

async function signIn({ address }: ServerProcess, userId: string): Promise<Signed> {
  const reply = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId, password: 'demonstration' }),
  })
  expect(reply.status).toBe(200)
  const cookies = reply.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  return { cookie: cookies.join('; ') }
}

function post({ address }: ServerProcess, { cookie }: Signed, path: string, body: object) {
  return fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })
}

/** A wrong PIN of rn.baker, keyed at a switch of people. */
const guess = (server: ServerProcess, tablet: Signed) =>
  post(server, tablet, '/api/session/switch', { userId: 'rn.baker', pin: '000000' })

async function runningChart(server: ServerProcess, { cookie }: Signed): Promise<string> {
  const reply = await fetch(`${server.address}/api/wards/7-west/board`, { headers: { cookie } })
  const { charts } = (await reply.json()) as {
    charts: { chartId: string; infusion: { status: string } }[]
  }
  const running = charts.filter(({ infusion }) => infusion.status === 'running').at(-1)
  if (!running) throw new Error('nothing runs on the demonstration ward')
  return running.chartId
}

const stopOf = () => ({
  commandId: randomUUID(),
  expectedVersion: 0,
  kind: 'ceaseInfusion',
  reason: 'suspected-major-bleed',
  happenedAt: CLOCK,
  signature: { pin: '000000' },
})

/** A beat, and time for a machine that is busy. */
const STREAM_ENDS_WITHIN_MS = 20_000

/** Signs out on one server while the other holds the stream, and gives how long that stream went on, in milliseconds. */
async function signOutElsewhere(one: ServerProcess, two: ServerProcess): Promise<number> {
  const { cookie } = await signIn(one, 'en.evans')
  const stream = await fetch(`${two.address}/api/wards/7-west/stream`, { headers: { cookie } })
  if (!stream.body) throw new Error('the stream has no body')
  const reader = stream.body.getReader()
  await reader.read()
  const before = performance.now()
  const out = await fetch(`${one.address}/api/session`, { method: 'DELETE', headers: { cookie } })
  expect(out.status).toBe(204)
  for (let { done } = await reader.read(); !done; ) ({ done } = await reader.read())
  return performance.now() - before
}

test('SIGN-3, SIGN-5, H23, H53, H57: two server processes count one tablet’s guesses together, over a restart, and end what the other began; a stop is taken all the while', async () => {
  const databaseUrl = await freshDatabase()
  const one = await start(databaseUrl)
  const two = await start(databaseUrl)
  const tablet = await signIn(one, 'rn.adams')
  const colleague = await signIn(two, 'mo.chen')
  const chartId = await runningChart(one, tablet)
  const guesses = sized(40, 1_000)
  const streamEnded = signOutElsewhere(one, two)

  const statuses = await Promise.all(
    Array.from({ length: guesses }, async (_, index) => {
      const reply = await guess(index % 2 === 0 ? one : two, tablet)
      return reply.status
    }),
  )
  const stopped = await post(two, tablet, `/api/charts/${chartId}/commands`, stopOf())
  expect(statuses.filter((status) => status === 403)).toHaveLength(5)
  expect(statuses.filter((status) => status === 429)).toHaveLength(guesses - 5)
  expect(stopped.status).toBe(201)

  const took = await streamEnded
  expect(took).toBeLessThan(STREAM_ENDS_WITHIN_MS)
  await Promise.all([end(one), end(two)])
  const again = await start(databaseUrl)
  expect((await guess(again, tablet)).status).toBe(429)
  const own = await post(again, colleague, '/api/session/unlock', {
    pin: demonstrationPinOf('mo.chen'),
  })
  expect(own.status).toBe(200)
  measured({
    promise: 12,
    what: 'One PIN guessed at on one tablet through two server processes at once, both killed and started again',
    figure: `${guesses} guesses, ${statuses.filter((status) => status === 403).length} judged, the others 429; a stop taken meanwhile, the count stands after the restart, a colleague is not held back`,
  })
  measured({
    promise: 12,
    what: 'Signed out on one server process while another holds the live stream',
    figure: `the stream ended ${(took / 1_000).toFixed(1)} s after the sign-out`,
  })
})
