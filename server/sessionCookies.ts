import type { FastifyReply, FastifyRequest } from 'fastify'
import { placeOfTablet, SESSION_COOKIE, TABLET_COOKIE } from './senders.ts'
import type { Services } from './services.ts'
import type { NewSession } from './sessions.ts'
import type { Tablet } from './tablets.ts'

/** As long as browsers keep a cookie. */
const TABLET_SECONDS = 34_560_000

/** What a session is begun with, where the tablet is known from the request. */
type Begun = Omit<NewSession, 'tablet'>

/** Sessions as they travel: in cookies that no script reads. */
export interface SessionCookies {
  /** The tablet that asks, or null where it is not known. */
  tabletOf(request: FastifyRequest): Promise<Tablet | null>
  /** Where a secret without a session is counted. */
  placeOf(request: FastifyRequest): Promise<string>
  /** Begins a session after a right password; a tablet that is not known yet is from now on. */
  beginBySignIn(request: FastifyRequest, reply: FastifyReply, begun: Begun): Promise<void>
  /** Begins a session on a tablet that is known. */
  begin(
    request: FastifyRequest,
    reply: FastifyReply,
    begun: Begun & { readonly tablet: Tablet },
  ): Promise<void>
  forget(reply: FastifyReply): void
}

/** Every session that is begun has a token of its own, and ends the one before it on that tablet. */
export function createSessionCookies(
  { sessions, tablets }: Pick<Services, 'sessions' | 'tablets'>,
  isProduction: boolean,
): SessionCookies {
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure: isProduction } as const
  const tabletOf = (request: FastifyRequest) => tablets.find(request.cookies[TABLET_COOKIE])

  async function endBefore(request: FastifyRequest): Promise<void> {
    const token = request.cookies[SESSION_COOKIE]
    const before = token === undefined ? null : await sessions.find(token, false)
    if (before) await sessions.end(before.key)
  }

  async function begin(
    request: FastifyRequest,
    reply: FastifyReply,
    begun: NewSession,
  ): Promise<void> {
    await endBefore(request)
    await tablets.noteTaken(begun.tablet, begun.userId)
    reply.setCookie(SESSION_COOKIE, await sessions.begin(begun), cookie)
  }

  return {
    tabletOf,

    async placeOf(request) {
      const tablet = await tabletOf(request)
      return tablet ? placeOfTablet(tablet.key) : request.ip
    },

    async beginBySignIn(request, reply, begun) {
      const known = await tabletOf(request)
      const { tablet, token } = known ? { tablet: known, token: null } : await tablets.welcome()
      await tablets.noteSignIn(tablet, begun.userId)
      await begin(request, reply, { ...begun, tablet })
      if (token !== null) {
        reply.setCookie(TABLET_COOKIE, token, { ...cookie, maxAge: TABLET_SECONDS })
      }
    },

    begin,

    forget(reply) {
      reply.clearCookie(SESSION_COOKIE, { path: '/' })
    },
  }
}
