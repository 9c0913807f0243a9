import { useCallback, useEffect, useState } from 'react'
import type { ChartStore } from '../../store/chartStore.ts'
import type { ChartRecord } from '../../store/state.ts'
import { useChartStore, useStoreState } from '../../store/useChart.ts'
import type { BoardRow } from '../../store/wire.ts'
import type { ChartShown } from '../ChartShown.ts'

/** A chart of the ward as the pack has it: `shown` only where every entry that the board knows of is here. */
export interface PackChart {
  readonly row: BoardRow
  readonly state: 'ready' | 'reading' | 'unread'
  readonly shown: ChartShown | null
}

/** The ward's open charts, in the board's order. */
export interface Pack {
  readonly charts: readonly PackChart[]
  /** How many records on the ward are damaged and shown nowhere. */
  readonly damaged: number
  readonly isReading: boolean
  readonly readAgain: () => void
}

/** Reads the board and every open chart of the ward anew; what cannot be read is named, never left out. */
export function usePack(): Pack {
  const store = useChartStore()
  const board = useStoreState((state) => state.board)
  const records = useStoreState((state) => state.charts)
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const ids = (board?.charts ?? []).map(({ chartId }) => chartId).join(' ')

  const readAll = useCallback(() => {
    setRead(new Set())
    void store.refreshBoard()
    for (const chartId of ids === '' ? [] : ids.split(' ')) void readOne(store, chartId, setRead)
  }, [store, ids])
  useEffect(readAll, [readAll])

  const charts = (board?.charts ?? []).map((row) =>
    packChart(row, records[row.chartId], read.has(row.chartId)),
  )
  return {
    charts,
    damaged: board?.damaged?.length ?? 0,
    isReading: board === null || charts.some(({ state }) => state === 'reading'),
    readAgain: readAll,
  }
}

async function readOne(
  store: ChartStore,
  chartId: string,
  setRead: (add: (known: ReadonlySet<string>) => ReadonlySet<string>) => void,
): Promise<void> {
  await store.loadChart(chartId)
  setRead((known) => new Set([...known, chartId]))
}

function packChart(row: BoardRow, record: ChartRecord | undefined, wasRead: boolean): PackChart {
  if (!wasRead) return { row, state: 'reading', shown: null }
  if (record?.status !== 'ready') return { row, state: 'unread', shown: null }
  const { chart, entries } = record
  // Kept from before, and the server did not answer when it was read anew.
  if (chart.seq < (row.seq ?? 0)) return { row, state: 'unread', shown: null }
  return { row, state: 'ready', shown: { chart, entries } }
}
