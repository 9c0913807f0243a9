import * as z from 'zod/mini'
import { isoOf } from '../src/time.ts'
import { switchRefused, unlockRefused } from './accessProblems.ts'
import { ownSessionsReply, tabletPeopleReply } from './accessReplies.ts'
import type { Account } from './accountRows.ts'
import type { App } from './app.ts'
import { noContent, problems, sessionReply } from './replies.ts'
import { placeOfTablet, senderOf } from './senders.ts'
import type { Services } from './services.ts'
import type { SessionCookies } from './sessionCookies.ts'
import { keyed, locksAfterMinutes, nothing } from './sessionFields.ts'
import { sessionView } from './sessionView.ts'
import { shortTablet } from './shortTablet.ts'
import type { Tablet, TabletPerson } from './tablets.ts'

const unlock = z.strictObject({ pin: keyed })
const switchIn = z.strictObject({ userId: keyed, pin: keyed, locksAfterMinutes })
const forLocked = { isForLocked: true }

/** What a tablet needs that a ward shares: its lock, and changing who has it. */
export function sharedTabletRoutes(app: App, services: Services, cookies: SessionCookies): void {
  const { accounts, sessions, tablets, tries } = services

  async function switchersOf(tablet: Tablet | null): Promise<Account[]> {
    if (!tablet) return []
    const known = await tablets.peopleOf(tablet)
    const people = await Promise.all(known.map(({ userId }) => accounts.find(userId)))
    return people.filter((person) => person !== null)
  }

  app.put(
    '/api/session/use',
    {
      schema: {
        summary: 'The tablet was touched: its session is not locked yet',
        body: nothing,
        response: { 204: noContent, ...problems(400, 401, 403, 413, 415) },
      },
    },
    async (request, reply) => {
      senderOf(request)
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/api/session/lock',
    {
      config: forLocked,
      schema: {
        summary: 'Lock the session: until it is unlocked everything else is refused it',
        body: nothing,
        response: { 204: noContent, ...problems(400, 401, 403, 413, 415) },
      },
    },
    async (request, reply) => {
      await sessions.lock(senderOf(request).session.key)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/session/unlock',
    {
      config: forLocked,
      schema: {
        summary: 'Unlock the session, by the PIN of its person',
        body: unlock,
        response: { 200: sessionReply, ...problems(400, 401, 403, 413, 415, 429) },
      },
    },
    async (request) => {
      const { by, device, session } = senderOf(request)
      const guess = { userId: by.userId, secret: 'pin', place: device } as const
      const isRight = await tries.judge(guess, () => accounts.pinFits(by.userId, request.body.pin))
      if (!isRight) throw unlockRefused()
      await sessions.unlock(session.key)
      return sessionView(services, by)
    },
  )

  app.get(
    '/api/session/people',
    {
      config: { isPublic: true },
      schema: {
        summary: 'Who may switch in on this tablet by their PIN: signed in on it in this shift',
        security: [],
        response: { 200: tabletPeopleReply },
      },
    },
    async (request) => {
      const people = await switchersOf(await cookies.tabletOf(request))
      return { people: people.map(({ userId, name, role }) => ({ userId, name, role })) }
    },
  )

  app.post(
    '/api/session/switch',
    {
      config: { isPublic: true },
      schema: {
        summary: 'Switch to another person of this tablet; the session before it ends',
        security: [],
        body: switchIn,
        response: { 200: sessionReply, ...problems(400, 403, 413, 415, 429) },
      },
    },
    async (request, reply) => {
      const { userId, pin, locksAfterMinutes: minutes = null } = request.body
      const tablet = await cookies.tabletOf(request)
      if (!tablet) throw switchRefused()
      const guess = { userId, secret: 'pin', place: placeOfTablet(tablet.key) } as const
      let person: TabletPerson | undefined
      // A right PIN of somebody who is none of this tablet's people counts as a wrong one: nobody learns that it is right.
      const isRight = await tries.judge(guess, async () => {
        if (!(await accounts.pinFits(userId, pin))) return false
        person = (await tablets.peopleOf(tablet)).find((each) => each.userId === userId)
        return person !== undefined
      })
      const account = isRight ? await accounts.find(userId) : null
      if (!person || !account) throw switchRefused()
      const { signedInAt: since } = person
      await cookies.begin(request, reply, { userId, tablet, since, locksAfterMinutes: minutes })
      return sessionView(services, account)
    },
  )

  app.get(
    '/api/sessions',
    {
      schema: {
        summary: 'The sessions of the person who asks, on all tablets',
        response: { 200: ownSessionsReply, ...problems(401) },
      },
    },
    async (request) => {
      const { by, session } = senderOf(request)
      const own = await sessions.of(by.userId)
      return {
        sessions: own.map(({ key, tabletKey, begunAt, seenAt }) => ({
          isThis: key === session.key,
          tablet: shortTablet(tabletKey),
          begunAt: isoOf(begunAt),
          seenAt: isoOf(seenAt),
        })),
      }
    },
  )

  app.delete(
    '/api/sessions',
    {
      schema: {
        summary: 'Sign out everywhere: ends every session of the person who asks',
        response: { 204: noContent, ...problems(401, 403) },
      },
    },
    async (request, reply) => {
      await sessions.endAllOf(senderOf(request).by.userId)
      cookies.forget(reply)
      return reply.code(204).send(null)
    },
  )
}
