import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { password, pin } from './accountFields.ts'
import { ownPasswordFirst, passwordRefused, weakSecret } from './accountProblems.ts'
import type { App } from './app.ts'
import { demandStrongPassword } from './demandStrongPassword.ts'
import { noContent, problems } from './replies.ts'
import { senderOf } from './senders.ts'
import type { Services } from './services.ts'
import { weakPin } from './weakPin.ts'

const LONGEST_INPUT = 200
const presentPassword = z.string().check(z.maxLength(LONGEST_INPUT))
const writing = problems(400, 401, 403, 413, 415, 422, 429)

/** A person's own password and PIN, set by themselves under their present password (SIGN-3). */
export function ownSecretRoutes(app: App, { accounts, sessions, tries }: Services): void {
  /** The same count as at the sign-in: a session left open is no place to guess a password. */
  async function demandPassword(request: FastifyRequest, given: string): Promise<string> {
    const { by, device } = senderOf(request)
    const { userId } = by
    const isRight = await tries.judge({ userId, secret: 'password', place: device }, () =>
      accounts.passwordFits(userId, given),
    )
    if (!isRight) throw passwordRefused()
    return userId
  }

  app.put(
    '/api/session/password',
    {
      schema: {
        summary: 'Choose a password of one’s own; one’s other sessions end',
        body: z.strictObject({ password: presentPassword, newPassword: password }),
        response: { 204: noContent, ...writing },
      },
    },
    async (request, reply) => {
      const { newPassword } = request.body
      const userId = await demandPassword(request, request.body.password)
      if (newPassword === request.body.password) {
        throw weakSecret('It is the present password.', 'newPassword')
      }
      demandStrongPassword(newPassword, userId, 'newPassword')
      await accounts.setOwnPassword(userId, newPassword)
      const { key } = senderOf(request).session
      const others = (await sessions.of(userId)).filter((each) => each.key !== key)
      await Promise.all(others.map((each) => sessions.end(each.key)))
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/api/session/pin',
    {
      schema: {
        summary: 'Choose a signing PIN of one’s own (SIGN-3)',
        body: z.strictObject({ password: presentPassword, pin }),
        response: { 204: noContent, ...writing },
      },
    },
    async (request, reply) => {
      const userId = await demandPassword(request, request.body.password)
      if ((await accounts.known(userId))?.passwordIsTemporary) throw ownPasswordFirst()
      const weakness = weakPin(request.body.pin)
      if (weakness !== null) throw weakSecret(weakness, 'pin')
      await accounts.setOwnPin(userId, request.body.pin)
      return reply.code(204).send(null)
    },
  )
}
