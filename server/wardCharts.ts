import { type BoardPlace, createBoardOrder } from '../src/chart/boardOrder.ts'
import type { Chart } from '../src/chart/chart.ts'
import { type Concern, concernsOf } from '../src/chart/concernsOf.ts'
import { fold } from '../src/chart/fold.ts'
import type { Instant } from '../src/time.ts'
import { boardLine } from './chartView.ts'
import type { ChartRecord, EntryStore } from './entryStore.ts'

/** What the pages of a ward read of a chart beside what is due on it. */
interface WardLine {
  readonly board: ReturnType<typeof boardLine>
  readonly concerns: readonly Concern[]
}

/** A ward as its record stands: its open charts, most urgent first, and those whose record no longer proves itself. */
export interface OpenOnWard {
  readonly places: readonly BoardPlace<WardLine>[]
  /** The next instant at which time alone changes what is said of one of them; null: none does. */
  readonly changesAt: Instant | null
  readonly damaged: readonly string[]
}

/** The open charts of wards, read from the record at each request and worked out again only where it or the time has moved. */
export interface WardCharts {
  openOn(wardId: string, now: Instant): Promise<OpenOnWard>
}

interface Folded {
  readonly lastHash: string
  readonly chart: Chart
}

interface Ward {
  folded: ReadonlyMap<string, Folded>
  /** The same list as before while every chart in it is. */
  charts: readonly Chart[]
  readonly order: ReturnType<typeof createBoardOrder<WardLine>>
}

/**
 * Keeps what was worked out, never the record: each request reads all entries and holds them against their hashes, since
 * other processes write and somebody may have changed them. The last hash of a record that proves itself stands for every
 * byte of it, so a chart folded under the same one is the same chart.
 */
export function createWardCharts(store: Pick<EntryStore, 'openCharts' | 'record'>): WardCharts {
  const wards = new Map<string, Ward>()

  function wardOf(wardId: string): Ward {
    const known = wards.get(wardId)
    if (known) return known
    const order = createBoardOrder<WardLine>((chart, now, due) => ({
      board: boardLine(chart, now, due),
      concerns: concernsOf(chart, now, due),
    }))
    const ward = { folded: new Map(), charts: [], order }
    wards.set(wardId, ward)
    return ward
  }

  return {
    async openOn(wardId, now) {
      const open = await store.openCharts(wardId)
      const records = await Promise.all(open.map(({ chartId }) => store.record(chartId)))
      const ward = wardOf(wardId)
      const folded = open.flatMap(({ chartId }, index) => {
        const record = records[index]
        return record?.intact
          ? [[chartId, foldedOf(ward.folded.get(chartId), record)] as const]
          : []
      })
      ward.folded = new Map(folded)
      ward.charts = sameOr(
        ward.charts,
        folded.map(([, { chart }]) => chart),
      )
      const board = ward.order.at(ward.charts, now)
      return {
        places: board.value,
        changesAt: board.changesAt,
        damaged: open
          .filter((_, index) => records[index]?.intact === false)
          .map(({ chartId }) => chartId),
      }
    },
  }
}

function foldedOf(before: Folded | undefined, { lastHash, entries }: ChartRecord): Folded {
  return before?.lastHash === lastHash ? before : { lastHash, chart: fold(entries) }
}

function sameOr(before: readonly Chart[], charts: readonly Chart[]): readonly Chart[] {
  const isSame = before.length === charts.length && charts.every((chart, i) => chart === before[i])
  return isSame ? before : charts
}
