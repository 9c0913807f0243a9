import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import { isDatabaseFault } from './databaseFaults.ts'
import { type LogEvent, whoOf } from './log.ts'
import { Problem, Refused } from './problems.ts'
import type { Services } from './services.ts'

const MOST_LISTENERS = 20
const STREAM = '/api/wards/:wardId/stream'
/** Where somebody proves who they are, by password or PIN. */
const PROVING: ReadonlySet<string> = new Set([
  'POST /api/session',
  'POST /api/session/switch',
  'POST /api/session/unlock',
])
const SIGN_OUT = 'DELETE /api/session'
/** Asked by every page that opens, to learn whether somebody is signed in. */
const WHO_IS_HERE = 'GET /api/session'
/** What somebody who should not be there is answered, beside a missing session. */
const REFUSING: ReadonlySet<number> = new Set([400, 403, 404, 413, 415, 429])

declare module 'fastify' {
  interface FastifyRequest {
    /** The code of the refusal that this request got. */
    problem: string | null
  }
}

/** Counts every request and writes its line; registered before every other hook, so that none is missed. */
export function tellOfRequests(app: App, services: Services): void {
  const { metrics } = services
  app.decorateRequest('problem', null)
  app.addHook('onRequest', (request, reply, next) => {
    const begunAt = performance.now()
    const isStream = request.routeOptions.url === STREAM
    if (isStream) metrics.streamBegun()
    else metrics.begun()
    // A file's reply is watched by ten already, which is where Node begins to warn.
    reply.raw.setMaxListeners(MOST_LISTENERS)
    // Not `finish`: a stream that its reader drops never finishes.
    reply.raw.once('close', () => {
      const durationMs = performance.now() - begunAt
      if (isStream) metrics.streamEnded()
      else metrics.finished({ ...placeOf(request), status: statusOf(reply), durationMs })
      tell(services, request, statusOf(reply), durationMs)
    })
    next()
  })
  app.addHook('onError', async (request, _reply, error) => {
    request.problem = codeOf(error)
    if (isDatabaseFault(error)) metrics.databaseFailed()
  })
}

/** Given up by the client before it was answered, as proxies write it. */
const GIVEN_UP = 499

function statusOf({ raw, statusCode }: FastifyReply): number {
  return raw.writableFinished || raw.headersSent ? statusCode : GIVEN_UP
}

function placeOf({ method, routeOptions }: FastifyRequest) {
  return { method, route: routeOptions.url ?? '(no route)' }
}

function codeOf(error: Error): string | null {
  if (error instanceof Problem) return error.content.code
  if (error instanceof Refused) return error.refusal.code
  return null
}

function tell(
  services: Services,
  request: FastifyRequest,
  status: number,
  durationMs: number,
): void {
  const event = eventOf(request, status)
  const line = {
    event,
    ...placeOf(request),
    status,
    durationMs: Math.round(durationMs),
    address: request.ip,
    ...(request.problem !== null && { problem: request.problem }),
  }
  const write = (userId: string | undefined) =>
    request.log[levels[event]]({ ...line, ...(userId !== undefined && { who: whoOf(userId) }) })
  if (request.sender || !PROVING.has(`${line.method} ${line.route}`)) {
    write(request.sender?.by.userId)
    return
  }
  // A password typed into the wrong field is nobody's user id: only a person who exists is named.
  services.accounts.find(triedUserId(request)).then(
    (account) => write(account?.userId),
    () => write(undefined),
  )
}

const levels = {
  'sign-in': 'info',
  'sign-in-refused': 'warn',
  'sign-out': 'info',
  refused: 'warn',
  request: 'debug',
} as const satisfies Partial<Record<LogEvent, string>>

function eventOf(request: FastifyRequest, status: number): keyof typeof levels {
  const { method, route } = placeOf(request)
  const name = `${method} ${route}`
  if (PROVING.has(name)) return status === 200 ? 'sign-in' : 'sign-in-refused'
  if (name === SIGN_OUT && status === 204) return 'sign-out'
  const isRefused = REFUSING.has(status) || (status === 401 && name !== WHO_IS_HERE)
  return isRefused ? 'refused' : 'request'
}

function triedUserId({ body }: FastifyRequest): string {
  return typeof body === 'object' && body !== null && 'userId' in body ? `${body.userId}` : ''
}
