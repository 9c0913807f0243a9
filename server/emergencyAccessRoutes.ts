import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { line } from '../src/chart/shapes.ts'
import { isoOf } from '../src/time.ts'
import {
  administratorsReview,
  alreadyReviewed,
  alreadyYours,
  clinicalRolesOnly,
} from './accessProblems.ts'
import { accessReviewsReply, chartAccessesReply, emergencyAccessReply } from './accessReplies.ts'
import type { Account } from './accountRows.ts'
import type { App } from './app.ts'
import { chartParams } from './chartRoutes.ts'
import { emergencyView, emergencyViewOf } from './emergencyView.ts'
import { notFound } from './problems.ts'
import { noContent, problems } from './replies.ts'
import { senderOf } from './senders.ts'
import type { Services } from './services.ts'

const asked = z.strictObject({ mrn: line, reason: line })
const found = z.strictObject({ finding: line })
const accessParams = z.object({ accessId: z.string() })

/** Where the tries of a person at MRNs are counted: wherever they are. */
const ANYWHERE = 'anywhere'

/** A chart of another ward, opened in an emergency by somebody who treats the patient there. */
export function emergencyAccessRoutes(app: App, services: Services): void {
  const { emergencyAccesses, chartAccess, tries, clock } = services

  function administratorOf(request: FastifyRequest): Account {
    const { by } = senderOf(request)
    if (by.role !== 'administrator') throw administratorsReview()
    return by
  }

  app.post(
    '/api/emergency-access',
    {
      schema: {
        summary: 'Open a chart of another ward for four hours, with a reason',
        body: asked,
        response: {
          201: emergencyAccessReply,
          ...problems(400, 401, 403, 404, 409, 413, 415, 429),
        },
      },
    },
    async (request, reply) => {
      const { by, session } = senderOf(request)
      if (by.role === 'administrator') throw clinicalRolesOnly()
      const { mrn, reason } = request.body
      // Every number asked for is counted, a right one too: nobody finds out by trying who lies on another ward.
      await tries.take({ userId: by.userId, secret: 'mrn', place: ANYWHERE })
      const chart = await emergencyAccesses.find(mrn)
      if (!chart) throw notFound()
      if (by.wardIds.includes(chart.wardId)) throw alreadyYours(chart.chartId)
      const { tabletKey } = session
      const access = await emergencyAccesses.grant(
        { by, reason, tabletKey, at: clock.now() },
        chart,
      )
      return reply.code(201).send(emergencyView(access))
    },
  )

  app.get(
    '/api/charts/:chartId/emergency-access',
    {
      schema: {
        summary: 'Who of other wards has opened this chart in an emergency',
        params: chartParams,
        response: { 200: chartAccessesReply, ...problems(401, 404) },
      },
    },
    async (request) => {
      const { chartId } = request.params
      if (!(await chartAccess.of(chartId, senderOf(request).by))) throw notFound()
      const accesses = await emergencyAccesses.ofChart(chartId)
      return { accesses: accesses.map(emergencyViewOf) }
    },
  )

  app.get(
    '/api/emergency-access',
    {
      schema: {
        summary: 'Every emergency access with its review, the newest first',
        response: { 200: accessReviewsReply, ...problems(401, 403) },
      },
    },
    async (request) => {
      administratorOf(request)
      const accesses = await emergencyAccesses.all()
      return {
        accesses: accesses.map((access) => ({
          ...emergencyViewOf(access),
          mrn: access.mrn,
          review: access.review && {
            by: { userId: access.review.reviewedBy, name: access.review.name },
            at: isoOf(access.review.reviewedAt),
            finding: access.review.finding,
          },
        })),
      }
    },
  )

  app.post(
    '/api/emergency-access/:accessId/review',
    {
      schema: {
        summary: 'Note that an emergency access was reviewed, and what was found',
        params: accessParams,
        body: found,
        response: { 204: noContent, ...problems(400, 401, 403, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const by = administratorOf(request)
      const { finding } = request.body
      const { accessId } = request.params
      const isReviewed = await emergencyAccesses.review(accessId, { by, finding, at: clock.now() })
      if (!isReviewed) throw alreadyReviewed()
      return reply.code(204).send(null)
    },
  )
}
