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
/** Of which ward's board, and when: what a list that the server made of all wards does not say. */
const keptChart = z.extend(tabletChart, {
  wardId: z.optional(z.string()),
  at: z.optional(instant),
})
const kept = z.object({ at: instant, charts: z.array(keptChart) })

/** The list as the tablet keeps it, with the server's time of it. */
export interface StopList {
  readonly at: string
  readonly charts: readonly z.infer<typeof keptChart>[]
}

const KEPT_HOURS = 24
const MS_PER_HOUR = 3_600_000

/** The kept list, or null where there is none, or one that this build cannot read. */
export function readStopList(value: unknown): StopList | null {
  const read = kept.safeParse(value)
  return read.success ? read.data : null
}

/** What of a list is shown: older than a day it is of other patients. Without the server's time it is shown with its own. */
export function stillShown(list: StopList, now: Instant | null): StopList | null {
  const isShown = (at: string) => now === null || now - instantOf(at) < KEPT_HOURS * MS_PER_HOUR
  if (!isShown(list.at)) return null
  return { ...list, charts: list.charts.filter(({ at = list.at }) => isShown(at)) }
}

/** The kept list after a ward's board: that ward is as the board says, the others stay for their day (H23). */
export function withBoard(before: StopList | null, wardId: string, board: Board): StopList {
  const at = isoOf(board.now)
  const onBoard = new Set(board.charts.map(({ chartId }) => chartId))
  const shown = before && stillShown(before, board.now)
  const elsewhere = (shown?.charts ?? [])
    .filter((each) => each.wardId !== wardId && !onBoard.has(each.chartId))
    .map((each) => ({ ...each, at: each.at ?? shown?.at ?? at }))
  return { at, charts: [...elsewhere, ...mayRunOn(board).map((each) => ({ ...each, wardId, at }))] }
}

function mayRunOn({ charts }: Board): TabletChart[] {
  const mayRun = charts.filter(
    ({ infusion: { status, rateUnconfirmed }, pending }) =>
      status === 'running' || status === 'interrupted' || pending || rateUnconfirmed,
  )
  return mayRun.map(({ chartId, bed, patient, seq }) => ({
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
  }))
}
