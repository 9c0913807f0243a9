/** The charts in the store: each its entries in order and the chart they fold to. */
import type { Entry } from '../chart/entries.ts'
import { fold } from '../chart/fold.ts'
import type { ChartRecord } from './state.ts'

/** The last entry a chart in the store has come to; 0 where it is not loaded. */
export function lastSeq(record: ChartRecord | undefined): number {
  return record?.status === 'ready' ? (record.entries.at(-1)?.seq ?? 0) : 0
}

/**
 * The chart with those of `entries` that follow on; null where there is a gap between, which only reading the
 * chart again can fill.
 */
export function withEntries(
  record: ChartRecord | undefined,
  entries: readonly Entry[],
): ChartRecord | null {
  const had = record?.status === 'ready' ? record.entries : []
  const known = lastSeq(record)
  const added = entries.filter((entry) => entry.seq > known)
  if (added.some((entry, index) => entry.seq !== known + index + 1)) return null
  if (added.length === 0) return record?.status === 'ready' ? record : null
  const all = [...had, ...added]
  return { status: 'ready', entries: all, chart: fold(all) }
}
