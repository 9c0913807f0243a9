import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { auditCsv } from '../src/audit/auditCsv.ts'
import { METRICS } from '../src/audit/metrics.ts'
import { instant } from '../src/chart/shapes.ts'
import { instantOf, isIsoInstant, isoOf } from '../src/time.ts'
import type { App } from './app.ts'
import { auditReply } from './auditReplies.ts'
import { noteWardReading } from './chartReadings.ts'
import { problems } from './replies.ts'
import { senderOf } from './senders.ts'
import type { Services } from './services.ts'
import { type AuditAsked, wardAudit } from './wardAudit.ts'
import { wardOf, wardParams } from './wardRoutes.ts'

/** Times of which one does not fit are told by their own check. */
function isBefore(earlier: string, later: string): boolean {
  if (!isIsoInstant(earlier) || !isIsoInstant(later)) return true
  return instantOf(earlier) < instantOf(later)
}

const auditQuery = z
  .strictObject({ from: instant, to: instant, goLive: z.optional(instant) })
  .check(
    z.refine(({ from, to }) => isBefore(from, to), {
      path: ['to'],
      error: 'Give a time after `from`.',
    }),
    z.refine(
      ({ from, to, goLive }) =>
        goLive === undefined || (isBefore(from, goLive) && isBefore(goLive, to)),
      { path: ['goLive'], error: 'Give a time between `from` and `to`.' },
    ),
  )

type Asking = FastifyRequest<{
  Params: z.infer<typeof wardParams>
  Querystring: z.infer<typeof auditQuery>
}>

function askedOf(
  request: FastifyRequest,
  { params, query }: Pick<Asking, 'params' | 'query'>,
): AuditAsked {
  return {
    wardId: wardOf(request, params),
    from: instantOf(query.from),
    to: instantOf(query.to),
    goLive: query.goLive === undefined ? null : instantOf(query.goLive),
  }
}

/** The audit of a ward over a period, for the screen and as a table (AUDIT-1). */
export function auditRoutes(app: App, services: Services): void {
  app.get(
    '/api/wards/:wardId/audit',
    {
      schema: {
        summary: 'The audit of a ward over a period; with a go-live also before and after it',
        params: wardParams,
        querystring: auditQuery,
        response: { 200: auditReply, ...problems(400, 401, 404) },
      },
    },
    async (request) => {
      const asked = askedOf(request, request)
      noteWardReading(services.readings, senderOf(request), 'audit', asked.wardId)
      const audit = await wardAudit(services, asked)
      return {
        ...audit,
        now: isoOf(services.clock.now()),
        charts: [...audit.charts],
        damaged: [...audit.damaged],
        periods: audit.periods.map(({ figures, ...period }) => ({
          ...period,
          figures: figures.map((figure) => ({ ...figure, ...METRICS[figure.id] })),
        })),
      } as z.infer<typeof auditReply>
    },
  )

  app.get(
    '/api/wards/:wardId/audit.csv',
    {
      schema: {
        summary: 'The same as a table for a spreadsheet: charts by their ids, no patient’s name',
        params: wardParams,
        querystring: auditQuery,
        response: {
          200: { description: 'RFC 4180', content: { 'text/csv': { schema: z.string() } } },
          ...problems(400, 401, 404),
        },
      },
    },
    async (request, reply) => {
      const asked = askedOf(request, request)
      noteWardReading(services.readings, senderOf(request), 'audit', asked.wardId)
      const audit = await wardAudit(services, asked)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${fileName(request.query)}"`)
        .send(auditCsv(audit))
    },
  )
}

/** Named by its days alone: a ward's id may hold what no file name can. */
function fileName({ from, to }: z.infer<typeof auditQuery>): string {
  const day = (iso: string) => iso.slice(0, 'yyyy-mm-dd'.length)
  return `heparin-audit-${day(from)}-${day(to)}.csv`
}
