import type { Tables } from './database.ts'
import { entryHash, NO_PREVIOUS } from './entryHash.ts'

/** The stored rows of one chart: its entries in order of `seq`, and its place among the charts. */
export interface StoredChart {
  readonly chartId: string
  readonly rows: readonly EntryRow[]
  /** Null: the chart has entries and no place. */
  readonly place: Pick<Tables['chart'], 'seq'> | null
}

export type EntryRow = Omit<Tables['chart_entry'], 'facility_id' | 'body_hash' | 'refusal'>

/** The last entry of a chart as it was noted down at some time, apart from the database. */
export interface Head {
  readonly chartId: string
  readonly seq: number
  readonly hash: string
}

/** One thing that is wrong with a record, and where. */
export interface RecordFault {
  readonly chartId: string
  readonly seq: number | null
  readonly what: string
}

/** What is wrong with a chart's stored rows, by themselves; empty when every entry stands as it was hashed (CHART-1). */
export function chartFaults({ chartId, rows, place }: StoredChart): RecordFault[] {
  const fault = (seq: number | null, what: string): RecordFault => ({ chartId, seq, what })
  const faults = rows.flatMap((row, index) =>
    rowFaults(row, rows[index - 1] ?? null).map((what) => fault(row.seq, what)),
  )
  const last = rows.at(-1)?.seq ?? 0
  if (place === null) return [...faults, fault(null, 'the chart has entries and no place')]
  if (place.seq > last)
    return [...faults, fault(last + 1, `entries up to ${place.seq} are missing`)]
  return place.seq < last
    ? [...faults, fault(last, `the chart’s place says its last entry is ${place.seq}`)]
    : faults
}

function rowFaults(row: EntryRow, before: EntryRow | null): string[] {
  const expected = (before?.seq ?? 0) + 1
  const previous = before?.hash ?? NO_PREVIOUS
  return [
    ...(row.seq === expected ? [] : [`entry ${expected} is missing before it`]),
    ...(row.previous_hash === previous ? [] : ['it does not follow the entry before it']),
    ...(row.hash === entryHash(row.previous_hash, row.body)
      ? []
      : ['its text or hash was changed']),
    ...columnFaults(row),
  ]
}

/** The columns that the server finds an entry by say what its text says. */
function columnFaults(row: EntryRow): string[] {
  const said = bodyOf(row.body)
  if (said === null) return ['its text is not an entry']
  const columns = {
    chartId: row.chart_id,
    seq: row.seq,
    version: row.version,
    commandId: row.command_id,
    kind: row.kind,
    recordedAt: row.recorded_at,
  }
  return Object.entries(columns)
    .filter(([name, value]) => said[name] !== value)
    .map(([name, value]) => `its text says ${name} ${said[name]}, its row ${value}`)
}

function bodyOf(body: string): Record<string, unknown> | null {
  try {
    const said: unknown = JSON.parse(body)
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** What a chart lacks or says otherwise than its head noted earlier: a cut tail, a chain computed afresh, a lost chart. */
export function headFaults(
  { chartId, seq, hash }: Head,
  rows: readonly Pick<EntryRow, 'seq' | 'hash'>[],
): RecordFault[] {
  const row = rows.find((each) => each.seq === seq)
  if (!row) return [{ chartId, seq, what: 'it was on the record when the heads were noted' }]
  return row.hash === hash
    ? []
    : [{ chartId, seq, what: 'the chain up to it was written anew since the heads were noted' }]
}
