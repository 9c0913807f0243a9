import { createHash, timingSafeEqual } from 'node:crypto'
import * as z from 'zod/mini'
import type { App } from './app.ts'
import { notFound } from './problems.ts'
import { problems } from './replies.ts'
import type { Services } from './services.ts'

const PROMETHEUS_TEXT = 'text/plain; version=0.0.4; charset=utf-8'

/** The counts of this process for a monitor that knows the token; to everybody else the address does not exist. */
export function metricsRoutes(app: App, { metrics, tail }: Services, token: string): void {
  app.get(
    '/api/metrics',
    {
      config: { isPublic: true },
      schema: {
        summary: 'Counts for a monitor, in Prometheus text (only with METRICS_TOKEN)',
        security: [{ monitor: [] }],
        response: {
          200: { description: 'Counts', content: { 'text/plain': { schema: z.string() } } },
          ...problems(404),
        },
      },
    },
    async (request, reply) => {
      if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) throw notFound()
      return reply.type(PROMETHEUS_TEXT).send(await metrics.text(tail.ageMs()))
    },
  )
}

/** Compares without telling by its time how much was right. */
function isSame(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(right))
}
