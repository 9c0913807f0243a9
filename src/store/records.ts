/** The charts in the store: each its entries in order and the chart they fold to. Loaded with the first chart, as the board folds none. */
import type { Entry } from '../chart/entries.ts'
import { fold } from '../chart/fold.ts'
import { lastSeq } from './lastSeq.ts'
import type { ChartRecord } from './state.ts'

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
