import * as z from 'zod/mini'
import type { Ward } from './accountKeeping.ts'
import type { App } from './app.ts'
import { demonstrationPeople } from './demonstrationAccounts.ts'
import { signInRefused } from './problems.ts'
import { noContent, problems, sessionReply, signInPageReply } from './replies.ts'
import { senderOf } from './senders.ts'
import type { Services } from './services.ts'
import { createSessionCookies } from './sessionCookies.ts'
import { keyed, locksAfterMinutes } from './sessionFields.ts'
import { facilityOf, sessionView } from './sessionView.ts'
import { sharedTabletRoutes } from './sharedTabletRoutes.ts'

const signIn = z.strictObject({ userId: keyed, password: keyed, locksAfterMinutes })

/** Signing in and out. */
export function sessionRoutes(app: App, services: Services, isProduction: boolean): void {
  const { accounts, sessions, tablets, tries, isDemonstration } = services
  const cookies = createSessionCookies(services, isProduction)

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
      facility: await facilityOf(services),
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
      const { userId, password, locksAfterMinutes: minutes = null } = request.body
      const place = await cookies.placeOf(request)
      const isRight = await tries.judge({ userId, secret: 'password', place }, () =>
        accounts.passwordFits(userId, password),
      )
      // Looked up after the password has fitted: the same work for an unknown user and a wrong password.
      const account = isRight ? await accounts.find(userId) : null
      if (!account) throw signInRefused()
      await cookies.beginBySignIn(request, reply, { userId, locksAfterMinutes: minutes })
      return sessionView(services, account)
    },
  )

  app.get(
    '/api/session',
    { schema: { summary: 'Who is signed in', response: { 200: sessionReply, ...problems(401) } } },
    (request) => sessionView(services, senderOf(request).by),
  )

  // Signing out has no body: a client that names a content type all the same is not refused for an empty one.
  app.addHttpMethod('DELETE', { hasBody: false, overrideExisting: true })
  app.delete(
    '/api/session',
    {
      config: { isForLocked: true },
      schema: { summary: 'Sign out', response: { 204: noContent, ...problems(401, 403) } },
    },
    async (request, reply) => {
      const { key, userId, tabletKey } = senderOf(request).session
      await sessions.end(key)
      if (tabletKey !== null) await tablets.noteSignOut(tabletKey, userId)
      cookies.forget(reply)
      return reply.code(204).send(null)
    },
  )

  sharedTabletRoutes(app, services, cookies)
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
