import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { line } from '../src/chart/shapes.ts'
import { account, password, userId } from './accountFields.ts'
import { accountEnded, alreadySo } from './accountProblems.ts'
import { accountLogReply, accountReply, accountsReply } from './accountReplies.ts'
import type { KeptAccount } from './accountRows.ts'
import type { App } from './app.ts'
import { demandStrongPassword } from './demandStrongPassword.ts'
import { endStreamsOfLeft } from './endStreamsOfLeft.ts'
import { administratorsOnly, idTaken, notFound, unknownWard } from './problems.ts'
import { problems, wardReply, wardsReply } from './replies.ts'
import { senderOf } from './senders.ts'
import type { Services } from './services.ts'

const newWard = z.strictObject({ wardId: line, name: line })
const newAccount = z.strictObject({ userId, ...account, password })
const changedAccount = z.strictObject({
  ...account,
  password: z.optional(password),
  withdrawPin: z.optional(z.boolean()),
})
const accountParams = z.object({ userId: z.string() })
const logQuery = z.strictObject({
  before: z.optional(
    z.string().check(z.regex(/^\d{1,9}$/, 'Give the number of a line, a whole number.')),
  ),
})
const writing = problems(400, 401, 403, 404, 409, 413, 415, 422)

/** The administrator who sends a request. @throws administratorsOnly for everybody else (SIGN-1) */
function administratorOf(request: FastifyRequest): string {
  const { by } = senderOf(request)
  if (by.role !== 'administrator') throw administratorsOnly()
  return by.userId
}

/** People and wards: an administrator's work, and nobody else's (SIGN-1). */
export function accountRoutes(app: App, { accounts, sessions, live }: Services): void {
  async function demandWards(wardIds: readonly string[]): Promise<void> {
    const known = (await accounts.wards()).map((ward) => ward.wardId)
    if (!wardIds.every((wardId) => known.includes(wardId))) throw unknownWard('wardIds')
  }

  async function knownAccount(id: string): Promise<KeptAccount> {
    const known = await accounts.known(id)
    if (!known) throw notFound()
    return known
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
      const by = administratorOf(request)
      const wards = await accounts.wards()
      if (wards.some(({ wardId }) => wardId === request.body.wardId)) throw idTaken('wardId')
      await accounts.addWard(request.body, by)
      return reply.code(201).send(request.body)
    },
  )

  app.get(
    '/api/accounts',
    {
      schema: {
        summary: 'Everybody who has an account, ended ones too',
        response: { 200: accountsReply, ...problems(401, 403) },
      },
    },
    async (request) => {
      administratorOf(request)
      return { accounts: (await accounts.everybody()).map(replyOf) }
    },
  )

  app.post(
    '/api/accounts',
    {
      schema: {
        summary: 'Add an account with a temporary password; its owner sets password and PIN',
        body: newAccount,
        response: { 201: accountReply, ...writing },
      },
    },
    async (request, reply) => {
      const by = administratorOf(request)
      const { body } = request
      await demandWards(body.wardIds)
      if (await accounts.known(body.userId)) throw idTaken('userId')
      demandStrongPassword(body.password, body.userId)
      await accounts.add({ ...body, pin: null }, by)
      return reply.code(201).send(replyOf(await knownAccount(body.userId)))
    },
  )

  app.put(
    '/api/accounts/:userId',
    {
      schema: {
        summary:
          'Change an account: role, wards, competencies; a temporary password, or its PIN withdrawn',
        params: accountParams,
        body: changedAccount,
        response: { 200: accountReply, ...writing },
      },
    },
    async (request) => {
      const by = administratorOf(request)
      const { password: newPassword, withdrawPin, ...said } = request.body
      await demandWards(said.wardIds)
      const id = request.params.userId
      if ((await knownAccount(id)).endedAt !== null) throw accountEnded()
      if (newPassword !== undefined) demandStrongPassword(newPassword, id)
      await accounts.change({ userId: id, ...said }, { password: newPassword, withdrawPin }, by)
      if (newPassword !== undefined) await sessions.endAllOf(id)
      await endStreamsOfLeft({ live, accounts })
      return replyOf(await knownAccount(id))
    },
  )

  app.post(
    '/api/accounts/:userId/end',
    {
      schema: {
        summary: 'End an account: its sessions end at once, its name stays on its entries',
        params: accountParams,
        body: z.strictObject({}),
        response: { 200: accountReply, ...writing },
      },
    },
    async (request) => {
      const by = administratorOf(request)
      const id = request.params.userId
      if ((await knownAccount(id)).endedAt !== null) throw alreadySo('The account has ended.')
      await accounts.end(id, by)
      await sessions.endAllOf(id)
      return replyOf(await knownAccount(id))
    },
  )

  app.post(
    '/api/accounts/:userId/reopen',
    {
      schema: {
        summary: 'Open an ended account again for the same person, with a temporary password',
        params: accountParams,
        body: z.strictObject({ password }),
        response: { 200: accountReply, ...writing },
      },
    },
    async (request) => {
      const by = administratorOf(request)
      const id = request.params.userId
      if ((await knownAccount(id)).endedAt === null) throw alreadySo('The account has not ended.')
      demandStrongPassword(request.body.password, id)
      await accounts.reopen(id, request.body.password, by)
      return replyOf(await knownAccount(id))
    },
  )

  app.get(
    '/api/account-log',
    {
      schema: {
        summary: 'What was done to accounts and wards, the latest first, 100 lines at a time',
        querystring: logQuery,
        response: { 200: accountLogReply, ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      administratorOf(request)
      const { before } = request.query
      const lines = await accounts.log(before === undefined ? null : Number(before))
      return { lines: lines.map((each) => ({ ...each, changes: [...each.changes] })) }
    },
  )
}

function replyOf(kept: KeptAccount) {
  return { ...kept, wardIds: [...kept.wardIds] }
}
