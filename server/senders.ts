import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { anotherPerson, sessionLocked } from './accessProblems.ts'
import type { Account } from './accountRows.ts'
import type { Sender } from './commandDesk.ts'
import { foreignOrigin, noSession } from './problems.ts'
import type { Services } from './services.ts'
import type { Session } from './sessions.ts'

/** The name of the session's cookie. */
export const SESSION_COOKIE = 'session'
/**
 * The header in which a page says whom it shows, the user id percent-encoded. The cookies are the tablet's, and somebody
 * else may have signed in on another page of it. A client that shows nobody leaves it out.
 */
const SHOWN_USER_HEADER = 'shown-user'
/** The name of the cookie by which a tablet is known. */
export const TABLET_COOKIE = 'tablet'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends this request; set by `identifySenders` on routes that need a session. */
    sender: (Sender & { readonly session: Session }) | null
  }
  interface FastifyContextConfig {
    /** True for a route that needs no session. */
    isPublic?: boolean
    /** True for a route that answers a locked session too. */
    isForLocked?: boolean
  }
}

/** Refuses what another site's page sends; a request without Origin is no page's. */
export function refuseForeignOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const { origin, host } = request.headers
    if (origin !== undefined && hostOf(origin) !== host) throw foreignOrigin()
  })
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

/** Finds the sender of every request to the API, before its body is read; without a session 401, save on public routes. */
export function identifySenders(app: FastifyInstance, { sessions, accounts }: Services): void {
  async function signedIn(request: FastifyRequest): Promise<{ session: Session; by: Account }> {
    const token = request.cookies[SESSION_COOKIE]
    const session = token === undefined ? null : await sessions.find(token, isTouch(request))
    const by = session && (await accounts.find(session.userId))
    if (!session || !by) throw noSession()
    return { session, by }
  }

  const identify: onRequestAsyncHookHandler = async (request) => {
    const { isPublic, isForLocked } = request.routeOptions.config
    if (isPublic || !isApi(request)) return
    const { session, by } = await signedIn(request)
    if (showsAnother(request, by)) throw anotherPerson()
    if (session.isLocked && !isForLocked) throw sessionLocked(by)
    request.sender = { by, device: deviceOf(request, by, session), session }
  }
  app.decorateRequest('sender', null)
  app.addHook('onRequest', identify)
}

function showsAnother({ headers }: FastifyRequest, { userId }: Account): boolean {
  const shown = headers[SHOWN_USER_HEADER]
  return shown !== undefined && shown !== encodeURIComponent(userId)
}

/** What is asked for is asked by the page, at every minute; what is sent is sent by a person. */
function isTouch(request: FastifyRequest): boolean {
  return request.method !== 'GET'
}

/**
 * Where wrong PINs are counted: the tablet, where it shows the cookie that the session was begun with. Never the session,
 * since signing in again would begin the count anew.
 */
function deviceOf(request: FastifyRequest, by: Account, { tabletKey }: Session): string {
  const token = request.cookies[TABLET_COOKIE]
  const shown = token === undefined ? null : createHash('sha256').update(token).digest('hex')
  return shown !== null && shown === tabletKey ? placeOfTablet(shown) : `${by.userId} ${request.ip}`
}

/** The name of a tablet as a place where secrets are keyed. */
export function placeOfTablet(tabletKey: string): string {
  return `tablet ${tabletKey}`
}

/** The sender of a request on a route that needs a session. */
export function senderOf(request: FastifyRequest): NonNullable<FastifyRequest['sender']> {
  if (!request.sender) throw noSession()
  return request.sender
}

function isApi(request: FastifyRequest): boolean {
  return request.routeOptions.url?.startsWith('/api/') ?? false
}
