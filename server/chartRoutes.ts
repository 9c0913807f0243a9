import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { fold } from '../src/chart/fold.ts'
import type { App } from './app.ts'
import { noteWardReading } from './chartReadings.ts'
import { chartView } from './chartView.ts'
import type { ChartRecord } from './entryStore.ts'
import { notFound, recordDamaged } from './problems.ts'
import { chartReply, entriesReply, problems } from './replies.ts'
import { senderOf } from './senders.ts'
import type { Services } from './services.ts'

/** The path of everything that belongs to a chart. */
export const chartParams = z.object({ chartId: z.string() })
const afterQuery = z.strictObject({
  after: z.optional(
    z
      .string()
      .check(z.regex(/^\d{1,9}$/, 'Give the seq of the last entry you have, a whole number.')),
  ),
  /** The tablet reads the chart to keep it for a downtime: nobody looks at it. */
  keep: z.optional(z.literal('1')),
})

/** Reading one chart. */
export function chartRoutes(app: App, services: Services): void {
  const { store, clock, chartAccess, readings } = services

  async function recordFor(
    request: FastifyRequest,
    { chartId }: { chartId: string },
    toKeep = false,
  ): Promise<ChartRecord> {
    const { by, session } = senderOf(request)
    const access = await chartAccess.of(chartId, by)
    // Not read before: how long a record is would be heard from how long its refusal takes.
    const record = access && (await store.record(chartId))
    if (!record) throw notFound()
    if (!record.intact) throw recordDamaged()
    // What is kept is noted for the whole ward, or every chart would count as read by everybody on it.
    if (toKeep && access.way === 'ward') {
      noteWardReading(readings, { by, session }, 'kept', access.wardId)
      return record
    }
    const { userId } = by
    readings.note({ userId, tabletKey: session.tabletKey, what: 'chart', chartId, ...access })
    return record
  }

  app.get(
    '/api/charts/:chartId',
    {
      schema: {
        summary: 'A chart as it stands',
        params: chartParams,
        response: { 200: chartReply, ...problems(401, 404) },
      },
    },
    async (request) => {
      const { entries } = await recordFor(request, request.params)
      return chartView(fold(entries), clock.now())
    },
  )

  app.get(
    '/api/charts/:chartId/entries',
    {
      schema: {
        summary: 'The entries of a chart after a seq',
        params: chartParams,
        querystring: afterQuery,
        response: { 200: entriesReply, ...problems(400, 401, 404) },
      },
    },
    async (request) => {
      const toKeep = request.query.keep !== undefined
      const { entries } = await recordFor(request, request.params, toKeep)
      const after = Number(request.query.after ?? 0)
      return {
        version: entries.at(-1)?.version ?? 0,
        entries: entries.filter((entry) => entry.seq > after),
      }
    },
  )
}
