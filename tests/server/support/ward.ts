import { onTestFinished } from 'vitest'
import { type App, buildApp } from '../../../server/app.ts'
import { type StandingClock, standingClock } from '../../../server/clock.ts'
import type { Database } from '../../../server/database.ts'
import {
  addDemonstrationAccounts,
  demonstrationPeople,
} from '../../../server/demonstrationAccounts.ts'
import { openSqlite } from '../../../server/openSqlite.ts'
import { DEMONSTRATION_COST } from '../../../server/secrets.ts'
import { createServices, type Services } from '../../../server/services.ts'
import { instantOf } from '../../../src/time.ts'

/** A reply as a test reads it. */
export interface Reply {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the server sent and asserts on it
  readonly body: any
  readonly headers: Readonly<Record<string, unknown>>
}

/** What a device does: requests with its session's cookie, if it has one. */
export interface Device {
  readonly cookie: string | null
  get(path: string): Promise<Reply>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>
  put(path: string, body: unknown): Promise<Reply>
  delete(path: string): Promise<Reply>
}

/** A server with the demonstration's people and no patients; both clocks stand until they are moved. */
export interface TestWard {
  readonly app: App
  readonly services: Services
  readonly clock: StandingClock
  readonly realTime: StandingClock
  /** What the server told its operator. */
  readonly faults: readonly string[]
  /** A device on which nobody is signed in. */
  readonly stranger: Device
  signIn(userId: string, password?: string): Promise<Device>
}

/** What a test may set of its ward. */
export interface WardOptions {
  readonly clock?: string
  readonly database?: Database
  readonly isProduction?: boolean
  /** The database already has its people: a second process on it. */
  readonly isJoining?: boolean
  readonly clientFolder?: string
}

/** Starts a server for one test, without a port, and closes it after the test. */
export async function startWard(options: WardOptions = {}): Promise<TestWard> {
  const database = options.database ?? (await openSqlite(':memory:'))
  const clock = standingClock(instantOf(options.clock ?? '2027-03-10T00:00:00Z'))
  const realTime = standingClock(instantOf('2026-11-21T09:00:00Z'))
  const services = createServices({
    database,
    clock,
    realTime,
    timeZone: 'Australia/Sydney',
    hashCost: DEMONSTRATION_COST,
    isDemonstration: !options.isProduction,
  })
  if (!options.isJoining) await addDemonstrationAccounts(services.accounts, clock.now())
  const faults: string[] = []
  const app = await buildApp(services, {
    clientFolder: options.clientFolder ?? null,
    isProduction: options.isProduction ?? false,
    report: (text) => faults.push(text),
  })
  onTestFinished(async () => {
    await app.close()
    if (!options.database) await database.close()
  })
  return {
    app,
    services,
    clock,
    realTime,
    faults,
    stranger: deviceOf(app, null),
    signIn: (userId, password) => signIn(app, userId, password),
  }
}

/** The signing PIN of a person of the demonstration. */
export function pinOf(userId: string): string {
  const person = demonstrationPeople.find((known) => known.userId === userId)
  if (!person) throw new Error(`nobody is called ${userId}`)
  return person.pin
}

async function signIn(app: App, userId: string, password = 'demonstration'): Promise<Device> {
  const reply = await deviceOf(app, null).post('/api/session', {
    userId,
    password,
  })
  if (reply.status !== 200) throw new Error(`${userId} could not sign in: ${reply.status}`)
  const [cookie = ''] = `${reply.headers['set-cookie']}`.split(';')
  return deviceOf(app, cookie)
}

function deviceOf(app: App, cookie: string | null): Device {
  const own = cookie === null ? {} : { cookie }
  return {
    cookie,
    get: async (path) => replyOf(await app.inject({ method: 'GET', url: path, headers: own })),
    delete: async (path) =>
      replyOf(await app.inject({ method: 'DELETE', url: path, headers: own })),
    put: (path, body) => sendJson(app, 'PUT', path, body, own),
    post: (path, body, headers = {}) => sendJson(app, 'POST', path, body, { ...own, ...headers }),
  }
}

async function sendJson(
  app: App,
  method: 'POST' | 'PUT',
  url: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Reply> {
  const response = await app.inject({
    method,
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return replyOf(response)
}

function replyOf(response: Awaited<ReturnType<App['inject']>>): Reply {
  const isJson = `${response.headers['content-type']}`.includes('json')
  return {
    status: response.statusCode,
    headers: response.headers,
    body: isJson ? response.json() : response.payload,
  }
}
