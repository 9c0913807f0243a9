import * as z from 'zod/mini'
import { instant } from '../src/chart/shapes.ts'
import { instantOf } from '../src/time.ts'
import type { App } from './app.ts'
import type { StandingClock } from './clock.ts'
import type { Live } from './live.ts'
import { noContent, problems } from './replies.ts'

/** The test clock: it exists only where CLOCK was given. */
export function clockRoutes(app: App, clock: StandingClock, live: Live): void {
  app.put(
    '/api/clock',
    {
      config: { isPublic: true },
      schema: {
        summary: 'Move the clinical clock, either way (only with CLOCK)',
        security: [],
        body: z.strictObject({ now: instant }),
        response: { 204: noContent, ...problems(400, 413, 415) },
      },
    },
    async (request, reply) => {
      clock.moveTo(instantOf(request.body.now))
      live.beat()
      return reply.code(204).send(null)
    },
  )
}
