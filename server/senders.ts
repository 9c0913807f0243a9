import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import type { Sender } from './commandDesk.ts'
import { foreignOrigin, noSession } from './problems.ts'
import type { Services } from './services.ts'
import type { Session } from './sessions.ts'

/** The name of the session's cookie. */
export const SESSION_COOKIE = 'session'
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
  const identify: onRequestAsyncHookHandler = async (request) => {
    if (request.routeOptions.config.isPublic || !isApi(request)) return
    const token = request.cookies[SESSION_COOKIE]
    const session = token === undefined ? null : await sessions.find(token)
    const by = session && (await accounts.find(session.userId))
    if (!session || !by) throw noSession()
    // Not the session: signing in again would begin the count of wrong PINs anew.
    request.sender = { by, device: `${by.userId} ${request.ip}`, session }
  }
  app.decorateRequest('sender', null)
  app.addHook('onRequest', identify)
}

/** The sender of a request on a route that needs a session. */
export function senderOf(request: FastifyRequest): NonNullable<FastifyRequest['sender']> {
  if (!request.sender) throw noSession()
  return request.sender
}

function isApi(request: FastifyRequest): boolean {
  return request.routeOptions.url?.startsWith('/api/') ?? false
}
