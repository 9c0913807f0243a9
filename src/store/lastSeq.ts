import type { ChartRecord } from './state.ts'

/** The last entry a chart in the store has come to; 0 where it is not loaded. */
export function lastSeq(record: ChartRecord | undefined): number {
  return record?.status === 'ready' ? (record.entries.at(-1)?.seq ?? 0) : 0
}
