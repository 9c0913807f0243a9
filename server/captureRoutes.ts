import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import type { Chart } from '../src/chart/chart.ts'
import { command } from '../src/chart/commands.ts'
import { fold } from '../src/chart/fold.ts'
import { id, instant, seq } from '../src/chart/shapes.ts'
import { isoOf } from '../src/time.ts'
import type { App } from './app.ts'
import { createCapturedAuthors } from './capturedAuthors.ts'
import type { Capture } from './capturedDesk.ts'
import { unknownTablet } from './captureProblems.ts'
import { chartParams } from './chartRoutes.ts'
import type { EntryStore } from './entryStore.ts'
import { commandReply, problems } from './replies.ts'
import { senderOf, TABLET_COOKIE } from './senders.ts'
import type { Services } from './services.ts'
import type { Tablet } from './tablets.ts'

const capture = z.strictObject({
  /** Whose act it was: a user id, or null where nobody was signed in. */
  author: z.nullable(z.string()),
  command,
  /** The last entry of the chart that the tablet showed. */
  seenSeq: z.optional(seq),
  /** Nobody stated when a stop happened: the tablet counted back to it, by its own clock. */
  isTimeCounted: z.optional(z.boolean()),
})

/** Who and where a running infusion is: what a wristband says, and no figure. */
const tabletChart = z.strictObject({
  chartId: id,
  wardId: z.string(),
  bed: z.string(),
  patient: z.strictObject({
    surname: z.string(),
    given: z.string(),
    dateOfBirth: z.string(),
    mrn: z.string(),
  }),
  seq: z.int(),
  version: z.int(),
})
const tabletCharts = z.strictObject({
  now: instant,
  /** Whether somebody has signed in on this tablet before. */
  known: z.boolean(),
  charts: z.array(tabletChart),
})

const refusals = problems(400, 401, 403, 404, 409, 413, 415, 422)

/** What a tablet that the ward knows may do without a session: stop, and bring what it kept (SIGN-5, CHART-10). */
export function captureRoutes(app: App, services: Services): void {
  const { desk, store, tablets, clock } = services
  const authors = createCapturedAuthors(services)

  const tabletOf = (request: FastifyRequest) => tablets.find(request.cookies[TABLET_COOKIE])

  async function demandTablet(request: FastifyRequest): Promise<Tablet> {
    const tablet = await tabletOf(request)
    if (!tablet) throw unknownTablet()
    return tablet
  }

  app.post(
    '/api/charts/:chartId/captured',
    {
      config: { isPublic: true },
      schema: {
        summary: 'What a known tablet captured without a session or without the server',
        security: [],
        params: chartParams,
        body: capture,
        response: { 201: commandReply, ...refusals },
      },
    },
    async (request, reply) => {
      const tablet = await demandTablet(request)
      const { author: userId, ...captured } = captureOf(request.body)
      const entry = await desk.keep(request.params.chartId, captured, {
        author: await authors.of({ tablet, userId, command: captured.command }),
        wardIds: await tablets.wardIdsOf(tablet),
      })
      return reply.code(201).send({ entry, version: entry.version })
    },
  )

  app.post(
    '/api/charts/:chartId/relayed',
    {
      schema: {
        summary: 'A kept fact that met a newer chart, put on the record by somebody who has looked',
        params: chartParams,
        body: capture,
        response: { 201: commandReply, ...refusals },
      },
    },
    async (request, reply) => {
      const tablet = await demandTablet(request)
      const { author: userId, ...captured } = captureOf(request.body)
      const { by } = senderOf(request)
      const author = await authors.ofRelayed({ tablet, userId, command: captured.command }, by)
      const entry = await desk.relay(request.params.chartId, captured, author, by)
      return reply.code(201).send({ entry, version: entry.version })
    },
  )

  app.get(
    '/api/tablet/charts',
    {
      config: { isPublic: true },
      schema: {
        summary:
          'Whose infusions may run on the wards of this tablet, to stop one without signing in',
        security: [],
        response: { 200: tabletCharts },
      },
    },
    async (request) => {
      const tablet = await tabletOf(request)
      const now = clock.now()
      const wardIds = tablet ? await tablets.wardIdsOf(tablet) : []
      const charts = await Promise.all(wardIds.map((wardId) => running(store, wardId)))
      return { now: isoOf(now), known: tablet !== null, charts: charts.flat() }
    },
  )
}

function captureOf({
  author,
  command: kept,
  seenSeq,
  isTimeCounted,
}: z.infer<typeof capture>): Capture & { readonly author: string | null } {
  return { author, command: kept, seenSeq: seenSeq ?? null, isTimeCounted: isTimeCounted === true }
}

/** By bed; a chart whose record is damaged is among them: its pump may run. */
async function running(store: EntryStore, wardId: string) {
  const open = await store.openCharts(wardId)
  const records = await Promise.all(open.map(({ chartId }) => store.record(chartId)))
  return records
    .flatMap((record) => {
      if (!record) return []
      const chart = fold(record.entries)
      return !record.intact || mayRun(chart) ? [chartOnTablet(chart)] : []
    })
    .sort((a, b) => a.bed.localeCompare(b.bed, 'en', { numeric: true }))
}

/** What is pending may be on the pump already (SIGN-4 c), an interruption ends at the bedside, and one that has to be read may run whatever the chart says (CHART-1). */
function mayRun({ infusion, pending }: Chart): boolean {
  const { status, rateUnconfirmed } = infusion
  return status === 'running' || status === 'interrupted' || pending !== null || rateUnconfirmed
}

function chartOnTablet({ chartId, wardId, bed, patient, seq: last, version }: Chart) {
  const { surname, given, dateOfBirth, mrn } = patient
  return { chartId, wardId, bed, patient: { surname, given, dateOfBirth, mrn }, seq: last, version }
}
