/** Whose infusion may run, to stop one without signing in: who and where, and no figure (SIGN-5). */
import * as z from 'zod/mini'
import { instant } from '../chart/shapes.ts'
import { type Instant, instantOf, isoOf } from '../time.ts'
import { tabletPatient } from './outboxItem.ts'
import type { Board } from './wire.ts'

const tabletChart = z.object({
  chartId: z.string(),
  bed: z.string(),
  patient: tabletPatient,
  seq: z.nullable(z.int()),
  version: z.int(),
})
export type TabletChart = z.infer<typeof tabletChart>

const stopList = z.object({ now: instant, known: z.boolean(), charts: z.array(tabletChart) })

/** What `GET /api/tablet/charts` answers; `known`: somebody has signed in on this tablet before. */
export const tabletChartsReply = stopList
const kept = z.object({ at: instant, charts: z.array(tabletChart) })

/** The list as the tablet keeps it, with the server's time of it. */
export interface StopList {
  readonly at: string
  readonly charts: readonly TabletChart[]
}

const KEPT_HOURS = 24
const MS_PER_HOUR = 3_600_000

/** The kept list, or null where there is none, or one that this build cannot read. */
export function readStopList(value: unknown): StopList | null {
  const read = kept.safeParse(value)
  return read.success ? read.data : null
}

/** A list older than a day is of other patients. Without the server's time it is shown with its own. */
export function isStillShown(list: StopList, now: Instant | null): boolean {
  return now === null || now - instantOf(list.at) < KEPT_HOURS * MS_PER_HOUR
}

/** The list that a ward board amounts to. */
export function stopListOf({ now, charts }: Board): StopList {
  const mayRun = charts.filter(
    ({ infusion, pending }) =>
      infusion.status === 'running' || infusion.status === 'interrupted' || pending,
  )
  return {
    at: isoOf(now),
    charts: mayRun.map(({ chartId, bed, patient, seq }) => ({
      chartId,
      bed,
      patient: {
        surname: patient.surname,
        given: patient.given,
        dateOfBirth: patient.dateOfBirth,
        mrn: patient.mrn,
      },
      seq: seq ?? null,
      // What the chart had counted is not on the board: nothing of it counts as seen (CHART-10).
      version: 0,
    })),
  }
}
