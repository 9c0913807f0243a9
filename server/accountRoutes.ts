import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { line } from '../src/chart/shapes.ts'
import { account, password, pin, userId } from './accountFields.ts'
import type { App } from './app.ts'
import { administratorsOnly, idTaken, notFound, unknownWard } from './problems.ts'
import { accountReply, accountsReply, problems, wardReply, wardsReply } from './replies.ts'
import { senderOf } from './senders.ts'
import type { Services } from './services.ts'

const newWard = z.strictObject({ wardId: line, name: line })
const newAccount = z.strictObject({ userId, ...account, password, pin })
const changedAccount = z.strictObject({
  ...account,
  password: z.optional(password),
  pin: z.optional(pin),
})
const accountParams = z.object({ userId: z.string() })
const writing = problems(400, 401, 403, 404, 409, 413, 415, 422)

/** People and wards: an administrator's work, and nobody else's (SIGN-1). */
export function accountRoutes(app: App, { accounts, sessions }: Services): void {
  function demandAdministrator(request: FastifyRequest): void {
    if (senderOf(request).by.role !== 'administrator') throw administratorsOnly()
  }

  async function demandWards(wardIds: readonly string[]): Promise<void> {
    const known = (await accounts.wards()).map((ward) => ward.wardId)
    if (!wardIds.every((wardId) => known.includes(wardId))) throw unknownWard()
  }

  app.get(
    '/api/wards',
    {
      schema: {
        summary: 'The wards of the hospital, for a transfer',
        response: { 200: wardsReply, ...problems(401) },
      },
    },
    async (request) => {
      senderOf(request)
      return { wards: await accounts.wards() }
    },
  )

  app.post(
    '/api/wards',
    { schema: { summary: 'Add a ward', body: newWard, response: { 201: wardReply, ...writing } } },
    async (request, reply) => {
      demandAdministrator(request)
      const wards = await accounts.wards()
      if (wards.some(({ wardId }) => wardId === request.body.wardId)) throw idTaken()
      await accounts.addWard(request.body)
      return reply.code(201).send(request.body)
    },
  )

  app.get(
    '/api/accounts',
    {
      schema: {
        summary: 'Everybody who can sign in',
        response: { 200: accountsReply, ...problems(401, 403) },
      },
    },
    async (request) => {
      demandAdministrator(request)
      const people = await accounts.everybody()
      return {
        accounts: people.map((person) => ({ ...person, wardIds: [...person.wardIds] })),
      }
    },
  )

  app.post(
    '/api/accounts',
    {
      schema: {
        summary: 'Add an account',
        body: newAccount,
        response: { 201: accountReply, ...writing },
      },
    },
    async (request, reply) => {
      demandAdministrator(request)
      await demandWards(request.body.wardIds)
      if (await accounts.find(request.body.userId)) throw idTaken()
      await accounts.add(request.body)
      const { password: _password, pin: _pin, ...added } = request.body
      return reply.code(201).send(added)
    },
  )

  app.put(
    '/api/accounts/:userId',
    {
      schema: {
        summary: 'Change an account: role, wards, competencies, and secrets where given',
        params: accountParams,
        body: changedAccount,
        response: { 200: accountReply, ...writing },
      },
    },
    async (request) => {
      demandAdministrator(request)
      const { password: newPassword, pin: newPin, ...said } = request.body
      await demandWards(said.wardIds)
      const changed = { userId: request.params.userId, ...said }
      if (!(await accounts.find(changed.userId))) throw notFound()
      await accounts.change(changed, { password: newPassword, pin: newPin })
      if (newPassword !== undefined) await sessions.endAllOf(changed.userId)
      return changed
    },
  )
}
