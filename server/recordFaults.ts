import { createHash } from 'node:crypto'
import type { Chart } from '../src/chart/chart.ts'
import type { Entry } from '../src/chart/entries.ts'
import { fold } from '../src/chart/fold.ts'
import type { Tables } from './database.ts'
import { entryHash, keptHash, NO_PREVIOUS } from './entryHash.ts'

/** The stored rows of one chart: its entries in order of `seq`, and its place among the charts. */
export interface StoredChart {
  readonly chartId: string
  readonly rows: readonly EntryRow[]
  /** Null: the chart has entries and no place. */
  readonly place: PlaceRow | null
}

export type EntryRow = Omit<Tables['chart_entry'], 'facility_id'>
type PlaceRow = Omit<Tables['chart'], 'facility_id' | 'chart_id'>

/** The last entry of a chart as it was noted down at some time, apart from the database. */
export interface Head {
  readonly chartId: string
  readonly seq: number
  readonly hash: string
  /** Over what all commands up to it left beside the texts; absent in heads noted by an earlier build. */
  readonly kept?: string | undefined
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
  const isWhole = faults.length === 0 && place?.seq === (rows.at(-1)?.seq ?? 0)
  const inPlace = isWhole ? contentFaults(rows, place) : placeFaults(rows, place)
  return [...faults, ...inPlace.map(({ seq, what }) => fault(seq, what))]
}

type Found = Pick<RecordFault, 'seq' | 'what'>

function placeFaults(rows: readonly EntryRow[], place: PlaceRow | null): Found[] {
  const last = rows.at(-1)?.seq ?? 0
  if (place === null) return [{ seq: null, what: 'the chart has entries and no place' }]
  if (place.seq > last) return [{ seq: last + 1, what: `entries up to ${place.seq} are missing` }]
  return place.seq < last
    ? [{ seq: last, what: `the chart’s place says its last entry is ${place.seq}` }]
    : []
}

/** Where the chart's place says otherwise than its entries; which values, is not told: they are the patient's. */
function contentFaults(rows: readonly EntryRow[], place: PlaceRow): Found[] {
  const chart = chartOf(rows)
  if (!chart) return [{ seq: null, what: 'its entries do not make a chart' }]
  const said = {
    ward_id: chart.wardId,
    bed: chart.bed,
    mrn: chart.patient.mrn,
    is_open: chart.open ? 1 : 0,
  }
  const names = Object.keys(said) as (keyof typeof said)[]
  return names
    .filter((name) => place[name] !== said[name])
    .map((name) => ({ seq: null, what: `the chart’s place has another ${name} than its entries` }))
}

function chartOf(rows: readonly EntryRow[]): Chart | null {
  try {
    return fold(rows.map(({ body, hash }) => ({ ...JSON.parse(body), hash }) as Entry))
  } catch {
    return null
  }
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
    ...(isLeftAsItWas(row, before) ? [] : ['what its command left beside it was changed']),
    ...columnFaults(row),
  ]
}

/** Rows of an earlier build carry no such hash; after one that does, all do. */
function isLeftAsItWas(row: EntryRow, before: EntryRow | null): boolean {
  if (row.kept_hash === null) return before === null || before.kept_hash === null
  return row.kept_hash === keptHash(row)
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

/** The last entry of a chart as it stands, to be noted; null without entries. */
export function headOf(chartId: string, rows: readonly EntryRow[]): Head | null {
  const last = rows.at(-1)
  return last ? { chartId, seq: last.seq, hash: last.hash, kept: leftUpTo(rows) } : null
}

function leftUpTo(rows: readonly EntryRow[]): string {
  const hashes = rows.map(({ kept_hash }) => kept_hash ?? '')
  return createHash('sha256').update(hashes.join()).digest('hex')
}

/** What a chart lacks or says otherwise than its head noted earlier: a cut tail, a chain computed afresh, a lost chart. */
export function headFaults(
  { chartId, seq, hash, kept }: Head,
  rows: readonly EntryRow[],
): RecordFault[] {
  const row = rows.find((each) => each.seq === seq)
  if (!row) return [{ chartId, seq, what: 'it was on the record when the heads were noted' }]
  if (row.hash !== hash) {
    return [
      { chartId, seq, what: 'the chain up to it was written anew since the heads were noted' },
    ]
  }
  const left = leftUpTo(rows.filter((each) => each.seq <= seq))
  return kept === undefined || kept === left
    ? []
    : [
        {
          chartId,
          seq,
          what: 'what commands left up to it was written anew since the heads were noted',
        },
      ]
}
