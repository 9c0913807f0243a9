/** The charts that have been opened: loaded once, then kept up entry by entry; a gap is filled by reading again. */
import type { StoreApi } from 'zustand/vanilla'
import type { Entry } from '../chart/entries.ts'
import type { Reply } from './api.ts'
import type { ServerClock } from './clock.ts'
import { lastSeq, withEntries } from './records.ts'
import type { ChartRecord, State } from './state.ts'
import type { EntriesPage } from './wire.ts'

interface OpenCharts {
  isLoaded(chartId: string): boolean
  /** Adds entries as they come; those already here are let go. */
  receive(chartId: string, entries: readonly Entry[]): void
  /** Reads a chart, or what is new in it. */
  loadChart(chartId: string): Promise<void>
}

interface OpenChartsParts {
  readonly state: StoreApi<State>
  readonly clock: ServerClock
  readonly readEntries: (chartId: string, afterSeq: number) => Promise<Reply<EntriesPage>>
}

export function createOpenCharts({ state, clock, readEntries }: OpenChartsParts): OpenCharts {
  const recordOf = (chartId: string) => state.getState().charts[chartId]

  function put(chartId: string, record: ChartRecord | null): void {
    const { charts } = state.getState()
    if (record === null || record === charts[chartId]) return
    // Before the chart: nothing in it may lie in the future of the time that is shown with it.
    clock.refresh()
    state.setState({ charts: { ...charts, [chartId]: record } })
  }

  async function loadChart(chartId: string): Promise<void> {
    const after = lastSeq(recordOf(chartId))
    if (after === 0) put(chartId, { status: 'loading' })
    const reply = await readEntries(chartId, after)
    if (reply.kind === 'ok') {
      put(chartId, withEntries(recordOf(chartId), reply.value.entries))
    } else if (after === 0) {
      put(chartId, { status: reply.kind === 'problem' ? 'refused' : 'unreachable' })
    }
  }

  return {
    isLoaded: (chartId) => recordOf(chartId)?.status === 'ready',
    receive(chartId, entries) {
      const record = withEntries(recordOf(chartId), entries)
      if (record === null) void loadChart(chartId)
      else put(chartId, record)
    },
    loadChart,
  }
}
