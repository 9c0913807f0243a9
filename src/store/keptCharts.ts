/**
 * What this tablet keeps of a ward for reading without the server: who was signed in, the open charts entry by entry,
 * and when the server was last heard. It goes with the sign-out, when somebody of other wards signs in, and a day
 * after the last word from the server. Loaded after the first screen.
 */
import * as z from 'zod/mini'
import { type Entry, entry } from '../chart/entries.ts'
import { fold } from '../chart/fold.ts'
import { instant, seq } from '../chart/shapes.ts'
import { instantOf, isoOf, MS_PER_MINUTE } from '../time.ts'
import type { Told } from './clock.ts'
import type { ChartRecord } from './state.ts'
import type { TabletStore } from './tabletDatabase.ts'
import { type Session, session } from './wire.ts'

/** So long after the last word from the server what is kept is still shown. */
export const KEPT_FOR_MS = 24 * 60 * MS_PER_MINUTE

/** How far each open chart of a ward has come. */
type Charts = readonly { readonly chartId: string; readonly seq: number }[]

/** A ward as it is kept: what of it can be read, and the charts of it that cannot. */
export interface KeptWard {
  readonly told: Told
  readonly charts: Readonly<Record<string, ReadyChart>>
  readonly missing: readonly string[]
}
type ReadyChart = Extract<ChartRecord, { status: 'ready' }>

export interface KeptCharts {
  /** Who was signed in and which ward they followed; null: nothing is kept, or it is too old and now erased. */
  session(wallNow: number): Promise<{ session: Session; wardId: string } | null>
  ward(wardId: string): Promise<KeptWard | null>
  /** Keeps who is signed in, and lets go of all that is of other wards than theirs. */
  keepSession(signedIn: Session): Promise<void>
  keepWard(wardId: string, charts: Charts, told: Told): Promise<void>
  keepEntries(wardId: string, entries: readonly Entry[]): Promise<void>
  /** How far each chart of a ward is kept without a gap. */
  reached(wardId: string): Promise<ReadonlyMap<string, number>>
  forgetChart(wardId: string, chartId: string): Promise<void>
  forgetAll(): Promise<void>
}

const keptSession = z.object({ session: z.unknown(), wardId: z.nullable(z.string()) })
const keptWard = z.object({
  now: instant,
  wall: z.number(),
  charts: z.array(z.object({ chartId: z.string(), seq })),
})

const SESSION = 'session'
const SEQ_FIGURES = 9
const wardKey = (wardId: string) => `ward/${encodeURIComponent(wardId)}`
const chartKey = (wardId: string, chartId: string) =>
  `entry/${encodeURIComponent(wardId)}/${encodeURIComponent(chartId)}/`

export function createKeptCharts(kept: TabletStore): KeptCharts {
  async function readWard(wardId: string) {
    const read = keptWard.safeParse(await kept.read(wardKey(wardId)))
    return read.success ? read.data : null
  }
  async function forgetAll(): Promise<void> {
    await kept.removeAll()
  }

  return {
    async session(wallNow) {
      const read = keptSession.safeParse(await kept.read(SESSION))
      if (!read.success) return null
      const whole = session.safeParse(read.data.session)
      const { wardId } = read.data
      const ward = wardId === null ? null : await readWard(wardId)
      if (!whole.success || wardId === null || ward === null) return null
      if (wallNow - ward.wall > KEPT_FOR_MS) {
        await forgetAll()
        return null
      }
      return { session: whole.data, wardId }
    },
    async ward(wardId) {
      const ward = await readWard(wardId)
      if (ward === null) return null
      const charts: Record<string, ReadyChart> = {}
      for (const { chartId, seq: last } of ward.charts) {
        const stored = await kept.readAll(chartKey(wardId, chartId))
        const chart = chartOf(
          stored.map(([, value]) => value),
          last,
        )
        if (chart !== null) charts[chartId] = chart
      }
      const missing = ward.charts.filter(({ chartId }) => !charts[chartId])
      return {
        told: { now: instantOf(ward.now), wall: ward.wall },
        charts,
        missing: missing.map(({ chartId }) => chartId),
      }
    },
    async keepSession(signedIn) {
      const mine = new Set(signedIn.wards.map(({ wardId }) => encodeURIComponent(wardId)))
      const others = (await kept.readAll())
        .map(([key]) => key)
        .filter((key) => key !== SESSION && !mine.has(key.split('/')[1] ?? ''))
      await kept.remove(...others)
      const before = keptSession.safeParse(await kept.read(SESSION))
      const wardId = before.success ? before.data.wardId : null
      const isMine = wardId !== null && mine.has(encodeURIComponent(wardId))
      await kept.put([SESSION, { session: onTheWire(signedIn), wardId: isMine ? wardId : null }])
    },
    async keepWard(wardId, charts, { now, wall }) {
      await kept.change(SESSION, (before) => {
        const read = keptSession.safeParse(before)
        return read.success ? { ...read.data, wardId } : before
      })
      await kept.put([wardKey(wardId), { now: isoOf(now), wall, charts }])
    },
    async keepEntries(wardId, entries) {
      await kept.put(
        ...entries.map(
          (each) =>
            [
              `${chartKey(wardId, each.chartId)}${`${each.seq}`.padStart(SEQ_FIGURES, '0')}`,
              each,
            ] as const,
        ),
      )
    },
    async reached(wardId) {
      const prefix = `entry/${encodeURIComponent(wardId)}/`
      const reached = new Map<string, number>()
      for (const [key] of await kept.readAll(prefix)) {
        const [chart = '', place = ''] = key.slice(prefix.length).split('/')
        const chartId = decodeURIComponent(chart)
        const before = reached.get(chartId) ?? 0
        if (Number(place) === before + 1) reached.set(chartId, before + 1)
      }
      return reached
    },
    forgetChart: (wardId, chartId) => kept.removeAll(chartKey(wardId, chartId)),
    forgetAll,
  }
}

/** A session as the server writes it, so that what is kept is read with the same schema. */
function onTheWire(signedIn: Session): object {
  return { ...signedIn, now: isoOf(signedIn.now) }
}

function isEntry(value: unknown): value is Entry {
  return entry.safeParse(value).success
}

/** The chart of stored values; null where an entry is missing, or is one that this build cannot read. */
function chartOf(stored: readonly unknown[], last: number): ReadyChart | null {
  const entries: Entry[] = []
  for (const value of stored) {
    if (!isEntry(value) || value.seq !== entries.length + 1) return null
    entries.push(value)
  }
  return entries.length > 0 && entries.length >= last
    ? { status: 'ready', entries, chart: fold(entries) }
    : null
}
