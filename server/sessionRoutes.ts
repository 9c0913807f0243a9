import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { isoOf } from '../src/time.ts'
import type { Account, Ward } from './accounts.ts'
import type { App } from './app.ts'
import { demonstrationPeople } from './demonstrationAccounts.ts'
import { signInRefused } from './problems.ts'
import { noContent, problems, sessionReply, signInPageReply } from './replies.ts'
import { SESSION_COOKIE, senderOf, TABLET_COOKIE } from './senders.ts'
import type { Services } from './services.ts'

const LONGEST_INPUT = 200
/** As long as browsers keep a cookie. */
const TABLET_SECONDS = 34_560_000
const secret = z.string().check(z.maxLength(LONGEST_INPUT))
const signIn = z.strictObject({ userId: secret, password: secret })

/** Signing in and out. */
export function sessionRoutes(app: App, services: Services, isProduction: boolean): void {
  const { accounts, sessions, tablets, tries, live, clock, timeZone, isDemonstration } = services

  const facility = async () => ({ name: (await accounts.facilityName()) ?? '', timeZone })

  async function sessionView({ wardIds, ...user }: Account) {
    const wards = await accounts.wards()
    return {
      user,
      wards: wards.filter((ward) => wardIds.includes(ward.wardId)),
      facility: await facility(),
      now: isoOf(clock.now()),
    }
  }

  const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure: isProduction } as const

  /** Begins a session on the tablet that asks; one that is not known yet is from now on, by its cookie. */
  async function beginSession(
    request: FastifyRequest,
    reply: FastifyReply,
    userId: string,
  ): Promise<void> {
    const known = await tablets.find(request.cookies[TABLET_COOKIE])
    const { tablet, token } = known ? { tablet: known, token: null } : await tablets.welcome()
    await tablets.noteSignIn(tablet, userId)
    reply.setCookie(SESSION_COOKIE, await sessions.begin(userId, tablet), cookie)
    if (token !== null) {
      reply.setCookie(TABLET_COOKIE, token, { ...cookie, maxAge: TABLET_SECONDS })
    }
  }

  app.get(
    '/api/sign-in-page',
    {
      config: { isPublic: true },
      schema: {
        summary: 'What the sign-in page shows; the accounts only of a demonstration',
        security: [],
        response: { 200: signInPageReply },
      },
    },
    async () => ({
      demonstration: isDemonstration,
      facility: await facility(),
      accounts: isDemonstration ? demonstrationList(await accounts.wards()) : [],
    }),
  )

  app.post(
    '/api/session',
    {
      config: { isPublic: true },
      schema: {
        summary: 'Sign in',
        security: [],
        body: signIn,
        response: { 200: sessionReply, ...problems(400, 401, 403, 413, 415, 429) },
      },
    },
    async (request, reply) => {
      const { userId, password } = request.body
      const isRight = await tries.judge(`${userId} ${request.ip}`, () =>
        accounts.passwordFits(userId, password),
      )
      const account = await accounts.find(userId)
      if (!isRight || !account) throw signInRefused()
      await beginSession(request, reply, userId)
      return sessionView(account)
    },
  )

  app.get(
    '/api/session',
    { schema: { summary: 'Who is signed in', response: { 200: sessionReply, ...problems(401) } } },
    (request) => sessionView(senderOf(request).by),
  )

  // Signing out has no body: a client that names a content type all the same is not refused for an empty one.
  app.addHttpMethod('DELETE', { hasBody: false, overrideExisting: true })
  app.delete(
    '/api/session',
    { schema: { summary: 'Sign out', response: { 204: noContent, ...problems(401, 403) } } },
    async (request, reply) => {
      const { key } = senderOf(request).session
      await sessions.end(key)
      live.endSession(key)
      return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send(null)
    },
  )
}

function demonstrationList(wards: readonly Ward[]) {
  return demonstrationPeople.map(({ userId, name, role, about, password, pin, wardId }) => ({
    userId,
    name,
    role,
    about,
    password,
    pin,
    ward: wards.find((ward) => ward.wardId === wardId) ?? { wardId, name: wardId },
  }))
}
