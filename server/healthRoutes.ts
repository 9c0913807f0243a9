import { sql } from 'kysely'
import type { App } from './app.ts'
import { healthReply } from './replies.ts'
import type { Services } from './services.ts'

/** Whether the server and its database answer. */
export function healthRoutes(app: App, { database }: Services): void {
  app.get(
    '/api/health',
    {
      config: { isPublic: true },
      schema: {
        summary: 'Whether server and database answer',
        security: [],
        response: { 200: healthReply },
      },
    },
    async () => {
      await sql`select 1`.execute(database.queries)
      return { status: 'ok' as const }
    },
  )
}
