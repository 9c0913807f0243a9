import { sql } from 'kysely'
import type { App } from './app.ts'
import { FACILITY_ID } from './database.ts'
import { notReady } from './problems.ts'
import { healthReply, problems, readyReply } from './replies.ts'
import type { Services } from './services.ts'

/** The database has this long to answer, real time. */
const LONGEST_ANSWER_MS = 2_000

/** Whether the server and its database answer, and whether tablets should be sent here. */
export function healthRoutes(app: App, { database, tail }: Services): void {
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

  app.get(
    '/api/ready',
    {
      config: { isPublic: true },
      schema: {
        summary:
          'Whether tablets should be sent here: 503 while it cannot write or lags; at its end nothing answers',
        security: [],
        response: { 200: readyReply, ...problems(503) },
      },
    },
    async () => {
      if (!tail.isFresh() || !(await inTime(takesWrites()))) throw notReady()
      return { status: 'ready' as const }
    },
  )

  /** Changes no row: a database that is full, read-only or a replica refuses the attempt itself. */
  async function takesWrites(): Promise<boolean> {
    if (!database.isProven()) return false
    await database.queries
      .updateTable('session')
      .set({ user_id: '' })
      .where('facility_id', '=', FACILITY_ID)
      .where('token_hash', '=', '')
      .execute()
    return true
  }
}

async function inTime(answer: Promise<boolean>): Promise<boolean> {
  let late: NodeJS.Timeout | undefined
  const never = new Promise<boolean>((resolve) => {
    late = setTimeout(() => resolve(false), LONGEST_ANSWER_MS)
  })
  const isRight = await Promise.race([answer.catch(() => false), never])
  clearTimeout(late)
  return isRight
}
