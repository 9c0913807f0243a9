import * as z from 'zod/mini'
import { instant } from '../src/chart/shapes.ts'
import { instantOf, isoOf } from '../src/time.ts'
import { administratorsReview } from './accessProblems.ts'
import { readingsReply } from './accessReplies.ts'
import type { App } from './app.ts'
import { problems } from './replies.ts'
import { senderOf } from './senders.ts'
import type { Services } from './services.ts'
import { shortTablet } from './shortTablet.ts'

const readingsQuery = z.strictObject({
  chart: z.optional(z.string()),
  person: z.optional(z.string()),
  from: z.optional(instant),
  to: z.optional(instant),
})

/** Who has read which chart: an administrator's review, and nobody else's. */
export function readingRoutes(app: App, { readings }: Services): void {
  app.addHook('onClose', () => readings.settled())

  app.get(
    '/api/readings',
    {
      schema: {
        summary: 'Who has read which chart, the newest first, one line an hour',
        querystring: readingsQuery,
        response: { 200: readingsReply, ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      if (senderOf(request).by.role !== 'administrator') throw administratorsReview()
      const { chart, person, from, to } = request.query
      await readings.settled()
      const { lines, more } = await readings.find({
        chartId: chart,
        userId: person,
        from: from === undefined ? undefined : instantOf(from),
        to: to === undefined ? undefined : instantOf(to),
      })
      return {
        readings: lines.map(({ at, userId, name, role, tabletKey, ...line }) => ({
          at: isoOf(at),
          by: { userId, name, role },
          tablet: shortTablet(tabletKey),
          ...line,
        })),
        more,
      }
    },
  )
}
