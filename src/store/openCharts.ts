/** The charts that have been opened: loaded once, then kept up entry by entry; a gap is filled by reading again. */
import type { StoreApi } from 'zustand/vanilla'
import type { Entry } from '../chart/entries.ts'
import type { Reply } from './api.ts'
import type { ServerClock } from './clock.ts'
import { lastSeq } from './lastSeq.ts'
import type { ChartRecord, State } from './state.ts'
import type { EntriesPage } from './wire.ts'

export interface OpenCharts {
  isLoaded(chartId: string): boolean
  /** Adds entries as they come; those already here are let go. */
  receive(chartId: string, entries: readonly Entry[]): void
  /** Reads a chart, or what is new in it. */
  loadChart(chartId: string): Promise<void>
  /** Asks again for what was opened and could not be read. */
  readUnread(): void
}

interface OpenChartsParts {
  readonly state: StoreApi<State>
  readonly clock: ServerClock
  readonly readEntries: (chartId: string, afterSeq: number) => Promise<Reply<EntriesPage>>
}

/** There is no such chart for this person; every other refusal is of the moment, and takes no chart from the screen. */
const NOT_FOUND = 404

type Records = typeof import('./records.ts')

export function createOpenCharts({ state, clock, readEntries }: OpenChartsParts): OpenCharts {
  const recordOf = (chartId: string) => state.getState().charts[chartId]
  let records: Records | null = null

  function put(chartId: string, record: ChartRecord | null): void {
    const { charts } = state.getState()
    if (record === null || record === charts[chartId]) return
    // Before the chart: nothing in it may lie in the future of the time that is shown with it.
    clock.refresh()
    state.setState({ charts: { ...charts, [chartId]: record } })
  }

  async function loadChart(chartId: string): Promise<void> {
    const after = lastSeq(recordOf(chartId))
    const { session } = state.getState()
    if (after === 0) put(chartId, { status: 'loading' })
    const [reply] = await Promise.all([readEntries(chartId, after), loadRecords()])
    // What was asked for one person is not shown to the next.
    if (state.getState().session !== session) return
    const record = recordAfter(records, recordOf(chartId), reply)
    // A chart that is already here stays as it was while the server is silent: the stale band says so. One that the
    // server refuses goes: it was moved to a ward of other people.
    if (after === 0 || record?.status !== 'unreachable') put(chartId, record)
  }

  /** Left null where it cannot be fetched: the chart is then as out of reach as without its entries. */
  async function loadRecords(): Promise<void> {
    records ??= await import('./records.ts').catch(() => null)
  }

  return {
    isLoaded: (chartId) => recordOf(chartId)?.status === 'ready',
    receive(chartId, entries) {
      const record = records?.withEntries(recordOf(chartId), entries) ?? null
      if (record === null) void loadChart(chartId)
      else put(chartId, record)
    },
    loadChart,
    readUnread() {
      for (const [chartId, { status }] of Object.entries(state.getState().charts)) {
        if (status !== 'ready') void loadChart(chartId)
      }
    },
  }
}

function recordAfter(
  records: Records | null,
  record: ChartRecord | undefined,
  reply: Reply<EntriesPage>,
): ChartRecord | null {
  if (reply.kind === 'ok' && records !== null) {
    return records.withEntries(record, reply.value.entries)
  }
  const isRefused = reply.kind === 'problem' && reply.problem.status === NOT_FOUND
  return { status: isRefused ? 'refused' : 'unreachable' }
}
