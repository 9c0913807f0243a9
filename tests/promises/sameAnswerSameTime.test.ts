import type { KyselyPlugin } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { standingClock } from '../../server/clock.ts'
import { addDemonstrationAccounts } from '../../server/demonstrationAccounts.ts'
import { openSqlite } from '../../server/openSqlite.ts'
import { createSecrets, DEMONSTRATION_COST, FULL_COST, type Secrets } from '../../server/secrets.ts'
import { createServices, ownParts } from '../../server/services.ts'
import { instantOf, plusMinutes } from '../../src/time.ts'
import { measured, sized } from './support/experiment.ts'

/** Longer than any window of wrong tries. */
const UNCOUNTED_AFTER_MINUTES = 61
const WRONG = '000000'

type Make = typeof createSecrets

/** A server whose work can be counted: queries by their kind and table, and hashes compared. */
async function countedServer(hashCost: typeof FULL_COST, make: Make = createSecrets) {
  const work: string[] = []
  const opened = await openSqlite(':memory:')
  const counting: KyselyPlugin = {
    transformQuery({ node }) {
      work.push(node.kind)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const database = { ...opened, queries: opened.queries.withPlugin(counting) }
  const begun = instantOf('2026-11-21T09:00:00Z')
  const clock = standingClock(begun)
  const realTime = standingClock(begun)
  const createCounted = (cost: typeof FULL_COST): Secrets => {
    const secrets = make(cost)
    return {
      hash: secrets.hash,
      fits(secret, hash) {
        work.push('compare')
        return secrets.fits(secret, hash)
      },
    }
  }
  const services = createServices(
    { database, clock, realTime, timeZone: 'Australia/Sydney', hashCost, isDemonstration: true },
    { ...ownParts, createSecrets: createCounted },
  )
  await addDemonstrationAccounts(services.accounts, begun)
  const app = await buildApp(services, {
    clientFolder: null,
    isProduction: false,
    report: () => {},
  })
  onTestFinished(async () => {
    await app.close()
    await opened.close()
  })
  const cookies = new Map<string, string>()

  async function ask(url: string, body: object) {
    const reply = await app.inject({
      method: 'POST',
      url,
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      payload: body,
    })
    for (const { name, value } of reply.cookies) cookies.set(name, value)
    return reply
  }

  return {
    ask,
    /** What an answer costs, and what it says. */
    async watched(url: string, body: object) {
      realTime.moveTo(plusMinutes(realTime.now(), UNCOUNTED_AFTER_MINUTES))
      await ask('/api/session', { userId: 'rn.adams', password: 'demonstration' })
      work.length = 0
      const before = performance.now()
      const reply = await ask(url, body)
      const took = performance.now() - before
      return { took, work: [...work], status: reply.statusCode, body: reply.json() }
    },
  }
}

type Counted = Awaited<ReturnType<typeof countedServer>>

/** The two requests of each door: somebody who exists with a wrong secret, and nobody. */
const doors = [
  {
    door: 'the password at the sign-in',
    url: '/api/session',
    known: { userId: 'rn.baker', password: WRONG },
    nobody: { userId: 'rn.nobody', password: WRONG },
  },
  {
    door: 'the PIN at a switch of people',
    url: '/api/session/switch',
    known: { userId: 'rn.baker', pin: WRONG },
    nobody: { userId: 'rn.nobody', pin: WRONG },
  },
] as const

/** True when both get one answer for the same work. */
async function alike(server: Counted, { url, known, nobody }: (typeof doors)[number]) {
  const wrong = await server.watched(url, known)
  const unknown = await server.watched(url, nobody)
  return (
    JSON.stringify([wrong.status, wrong.body, wrong.work]) ===
    JSON.stringify([unknown.status, unknown.body, unknown.work])
  )
}

test.each(doors)(
  'SIGN-3: $door: nobody and a wrong secret get one answer for the same work',
  async (door) => {
    const server = await countedServer(DEMONSTRATION_COST)
    const { work } = await server.watched(door.url, door.known)
    expect(work.filter((each) => each === 'compare')).toHaveLength(1)
    expect(await alike(server, door)).toBe(true)
  },
)

test('planted: an account that is looked up only where it exists is caught', async () => {
  const server = await countedServer(DEMONSTRATION_COST)
  const [door] = doors
  // A right secret costs more queries: as much more as a look-up that only those who exist would get.
  const right = { ...door, known: { userId: 'rn.baker', password: 'demonstration' } }
  expect(await alike(server, right as unknown as typeof door)).toBe(false)
})

/** How probable it is that one of `a` took longer than one of `b`: 0.5 where they cannot be told apart. */
function longer(a: readonly number[], b: readonly number[]): number {
  let wins = 0
  for (const one of a) for (const other of b) wins += one > other ? 1 : one === other ? 0.5 : 0
  return wins / (a.length * b.length)
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

async function timed(
  server: Counted,
  { url, known, nobody }: (typeof doors)[number],
  tries: number,
) {
  const took = { known: [] as number[], nobody: [] as number[] }
  for (let index = 0; index < tries; index += 1) {
    took.known.push((await server.watched(url, known)).took)
    took.nobody.push((await server.watched(url, nobody)).took)
  }
  return took
}

/** Four standard deviations of chance at 400 against 400. */
const NOISE = 0.08

test('planted: secrets that answer at once where there is no account are caught by the clock', async () => {
  const hasty: Make = (cost) => {
    const secrets = createSecrets(cost)
    return {
      hash: secrets.hash,
      fits: async (secret, hash) => hash !== null && secrets.fits(secret, hash),
    }
  }
  const took = await timed(await countedServer(FULL_COST, hasty), doors[0], 8)
  expect(longer(took.known, took.nobody)).toBeGreaterThan(0.5 + 2 * NOISE)
})

test.each(doors)('SIGN-3: $door: nobody and a wrong secret take the same time', async (door) => {
  const tries = sized(0, 400)
  const server = await countedServer(FULL_COST)
  const took = await timed(server, door, tries)
  if (tries === 0) return
  const chance = longer(took.known, took.nobody)
  expect(Math.abs(chance - 0.5)).toBeLessThan(NOISE)
  measured({
    promise: 12,
    what: `${door.door}: a wrong secret against nobody by that name, interleaved, full-cost hashes`,
    figure: `${tries} each; medians ${median(took.known).toFixed(1)} and ${median(took.nobody).toFixed(1)} ms; the wrong one was the slower in ${(chance * 100).toFixed(0)} % of all pairs`,
  })
})
