import * as z from 'zod/mini'
import { type AlarmItem, alarmsAt } from '../src/chart/alarmOf.ts'
import type { Chart } from '../src/chart/chart.ts'
import type { DueItem } from '../src/chart/dueItem.ts'
import { id, instant } from '../src/chart/shapes.ts'
import { type Instant, isoOf } from '../src/time.ts'
import type { App } from './app.ts'
import { notFound } from './problems.ts'
import { alarm, problems } from './replies.ts'
import { TABLET_COOKIE } from './senders.ts'
import type { Services } from './services.ts'

const tabletAlarms = z.strictObject({
  now: instant,
  timeZone: z.string(),
  /** Whether somebody has signed in on this tablet before. */
  known: z.boolean(),
  /** A chart stands here by its id alone, so that what was said of it is not said again. */
  alarms: z.array(
    z.strictObject({ ...alarm.shape, chartId: id, ward: z.string(), bed: z.string() }),
  ),
  /** How many charts no longer prove themselves: nothing is told of those. */
  damaged: z.int(),
})

const whichWard = z.strictObject({ wardId: z.optional(z.string()) })

/** What alarms now, for a tablet that is locked or whose session has ended: bed, task and time, and nobody's name (H9). */
export function tabletAlarmRoutes(app: App, services: Services): void {
  const { accounts, clock, tablets, timeZone, wardCharts } = services

  /** The ward asked for, or all of the tablet's. @throws the same 404 for a ward that is not the tablet's and for none */
  async function wardIdsFor(token: string | undefined, wardId: string | undefined) {
    const tablet = await tablets.find(token)
    if (!tablet) return null
    const its = await tablets.wardIdsOf(tablet)
    if (wardId === undefined) return its
    if (!its.includes(wardId)) throw notFound()
    return [wardId]
  }

  async function alarmsOf(wardId: string, ward: string, now: Instant) {
    const { places, damaged } = await wardCharts.openOn(wardId, now)
    const items = places.flatMap(({ chart, due }) => itemsOf(chart, due))
    return {
      damaged: damaged.length,
      alarms: alarmsAt(items, now).map(({ item: { dueAt, overdueAt, ...item } }) => ({
        ...item,
        ward,
        dueAt: isoOf(dueAt),
        overdueAt: overdueAt === null ? null : isoOf(overdueAt),
      })),
    }
  }

  app.get(
    '/api/tablet/alarms',
    {
      config: { isPublic: true },
      schema: {
        summary: 'What alarms now on a ward of this tablet, or on all of them, without a session',
        security: [],
        querystring: whichWard,
        response: { 200: tabletAlarms, ...problems(400, 404) },
      },
    },
    async (request) => {
      const now = clock.now()
      const wardIds = await wardIdsFor(request.cookies[TABLET_COOKIE], request.query.wardId)
      const names = new Map((await accounts.wards()).map(({ wardId, name }) => [wardId, name]))
      const told = await Promise.all(
        (wardIds ?? []).map((wardId) => alarmsOf(wardId, names.get(wardId) ?? wardId, now)),
      )
      return {
        now: isoOf(now),
        timeZone,
        known: wardIds !== null,
        alarms: told.flatMap(({ alarms }) => alarms),
        damaged: told.reduce((sum, { damaged }) => sum + damaged, 0),
      }
    },
  )
}

function itemsOf(chart: Chart, due: readonly DueItem[]): AlarmItem[] {
  return due.map(({ kind, about, stopAdvised, owner, dueAt, overdueAt, anchor }) => ({
    ...{ kind, about, stopAdvised, owner, dueAt, overdueAt },
    chartId: chart.chartId,
    bed: chart.bed,
    seq: anchor.seq,
  }))
}
