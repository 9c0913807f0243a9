import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { maySecond } from '../src/chart/policy.ts'
import { isoOf } from '../src/time.ts'
import type { App } from './app.ts'
import { noteWardReading } from './chartReadings.ts'
import { notFound } from './problems.ts'
import { boardReply, peopleReply, problems } from './replies.ts'
import { senderOf } from './senders.ts'
import type { Services } from './services.ts'

/** The path of everything that belongs to a ward. */
export const wardParams = z.object({ wardId: z.string() })

/** The ward of a request, which its sender works on. @throws the same 404 for another ward and an unknown one */
export function wardOf(request: FastifyRequest, { wardId }: { wardId: string }): string {
  if (!senderOf(request).by.wardIds.includes(wardId)) throw notFound()
  return wardId
}

/** The board of a ward and its people. */
export function wardRoutes(app: App, services: Services): void {
  const { store, accounts, clock, readings, emergencyAccesses, wardCharts } = services

  /** Whoever acts on a chart of the ward in an emergency needs its people for the second check. */
  async function wardOfPeople(
    request: FastifyRequest,
    params: { wardId: string },
  ): Promise<string> {
    const open = await emergencyAccesses.openOf(senderOf(request).by.userId, clock.now())
    for (const { chartId } of open) {
      if ((await store.wardOf(chartId)) === params.wardId) return params.wardId
    }
    return wardOf(request, params)
  }

  app.get(
    '/api/wards/:wardId/board',
    {
      schema: {
        summary: 'The open charts of a ward, most urgent first',
        params: wardParams,
        response: { 200: boardReply, ...problems(401, 404) },
      },
    },
    async (request) => {
      const now = clock.now()
      const wardId = wardOf(request, request.params)
      noteWardReading(readings, senderOf(request), 'board', wardId)
      const { places, changesAt, damaged } = await wardCharts.openOn(wardId, now)
      return {
        now: isoOf(now),
        changesAt: changesAt === null ? null : isoOf(changesAt),
        charts: places.map(({ line }) => line.board),
        damaged: [...damaged],
      }
    },
  )

  app.get(
    '/api/wards/:wardId/people',
    {
      schema: {
        summary: 'The people of a ward who may sign second',
        params: wardParams,
        response: { 200: peopleReply, ...problems(401, 404) },
      },
    },
    async (request) => {
      const people = await accounts.peopleOf(await wardOfPeople(request, request.params))
      const now = clock.now()
      return {
        people: people
          .filter((person) => maySecond('rateChanged', person, now) === null)
          .map(({ userId, name, role }) => ({ userId, name, role })),
      }
    },
  )
}
