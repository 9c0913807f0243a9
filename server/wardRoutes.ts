import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import type { Chart } from '../src/chart/chart.ts'
import { urgency } from '../src/chart/due.ts'
import { fold } from '../src/chart/fold.ts'
import { maySecond } from '../src/chart/policy.ts'
import { type Instant, isoOf } from '../src/time.ts'
import type { App } from './app.ts'
import { noteWardReading } from './chartReadings.ts'
import { boardLine } from './chartView.ts'
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

/** The open charts of a ward, most urgent first, and the ids of those whose record no longer proves itself. */
export async function openChartsOf(
  store: Services['store'],
  wardId: string,
  now: Instant,
): Promise<{ charts: Chart[]; damaged: string[] }> {
  const open = await store.openCharts(wardId)
  const records = await Promise.all(open.map(({ chartId }) => store.record(chartId)))
  const charts = records.flatMap((record) => (record?.intact ? [fold(record.entries)] : []))
  return {
    charts: mostUrgentFirst(charts, now),
    damaged: open
      .filter((_, index) => records[index]?.intact === false)
      .map(({ chartId }) => chartId),
  }
}

/** The board of a ward and its people. */
export function wardRoutes(app: App, services: Services): void {
  const { store, accounts, clock, readings, emergencyAccesses } = services

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
      const { charts, damaged } = await openChartsOf(store, wardId, now)
      return {
        now: isoOf(now),
        charts: charts.map((chart) => boardLine(chart, now)),
        damaged,
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

function mostUrgentFirst(charts: readonly Chart[], now: Instant): Chart[] {
  return charts
    .map((chart) => ({ chart, rank: urgency(chart, now) }))
    .sort((a, b) => fromTheLeft(a.rank, b.rank))
    .map(({ chart }) => chart)
}

function fromTheLeft(a: readonly number[], b: readonly number[]): number {
  const differences = a.map((each, place) => each - (b[place] ?? each))
  return differences.find((difference) => difference !== 0) ?? 0
}
