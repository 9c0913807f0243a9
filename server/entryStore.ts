import type { Transaction } from 'kysely'
import type { Refusal } from '../src/chart/decision.ts'
import type { Entry, UnhashedEntry } from '../src/chart/entries.ts'
import { type Instant, instantOf, isoOf } from '../src/time.ts'
import { type Database, FACILITY_ID, type Tables } from './database.ts'
import { entryHash, isIntact, NO_PREVIOUS } from './entryHash.ts'

/** Where a chart stands, for finding it: derived from its entries. */
interface ChartPlace {
  readonly wardId: string
  readonly bed: string
  readonly mrn: string
  readonly open: boolean
}

/** All entries of a chart, in order. `intact` is false when somebody changed them behind the chart's back. */
export interface ChartRecord {
  readonly entries: readonly Entry[]
  readonly lastHash: string
  readonly intact: boolean
}

/** What a command left: its entry, a hash of what it asked, and the refusal that went with a mismatch (SIGN-4). */
export interface Kept {
  readonly entry: Entry
  readonly commandHash: string
  readonly refusal: Refusal | null
}

/** One entry to append, with the hash of the entry that it was decided after. */
export interface Append {
  readonly entry: UnhashedEntry
  readonly previousHash: string
  readonly commandHash: string
  readonly refusal: Refusal | null
  readonly place: ChartPlace
}

/** `clash`: another entry has taken the place or the command id; read again and decide again. */
type Appended =
  | { readonly kind: 'appended'; readonly entry: Entry }
  | { readonly kind: 'clash' }
  | { readonly kind: 'second-open-chart' }

/** The record in a database: entries are only ever added (CHART-1). All SQL on entries is here. */
export interface EntryStore {
  record(chartId: string): Promise<ChartRecord | null>
  kept(chartId: string, commandId: string): Promise<Kept | null>
  append(append: Append): Promise<Appended>
  /** The ward of a chart, open or closed; null when there is no such chart. */
  wardOf(chartId: string): Promise<string | null>
  /** The open charts of a ward with their last `seq`. */
  openCharts(wardId: string): Promise<{ chartId: string; seq: number }[]>
  /** The open charts of every ward with their last `seq`. */
  everyOpenChart(): Promise<{ chartId: string; wardId: string; seq: number }[]>
  /** The charts that are or were on a ward and are open, or have an entry since. `isHere`: it is there now. */
  chartsSince(wardId: string, since: Instant): Promise<{ chartId: string; isHere: boolean }[]>
  newestRecordedAt(): Promise<Instant | null>
}

class Undo extends Error {
  readonly outcome: Appended
  constructor(outcome: Appended) {
    super(outcome.kind)
    this.outcome = outcome
  }
}

/** The entry store over either database; the keys do the guarding, at any isolation level. */
export function createEntryStore({ queries }: Database): EntryStore {
  const entries = () => queries.selectFrom('chart_entry').where('facility_id', '=', FACILITY_ID)
  const charts = () => queries.selectFrom('chart').where('facility_id', '=', FACILITY_ID)

  return {
    async record(chartId) {
      const rows = await entries()
        .select(['seq', 'body', 'previous_hash', 'hash'])
        .where('chart_id', '=', chartId)
        .orderBy('seq')
        .execute()
      const last = rows.at(-1)
      return last
        ? { entries: rows.map(entryOf), lastHash: last.hash, intact: isIntact(rows) }
        : null
    },

    async kept(chartId, commandId) {
      const row = await entries()
        .select(['body', 'hash', 'body_hash', 'refusal'])
        .where('chart_id', '=', chartId)
        .where('command_id', '=', commandId)
        .executeTakeFirst()
      if (!row) return null
      const refusal = row.refusal === null ? null : (JSON.parse(row.refusal) as Refusal)
      return { entry: entryOf(row), commandHash: row.body_hash, refusal }
    },

    async append(append) {
      const row = rowOf(append)
      const place = placeRow(append)
      try {
        await queries.transaction().execute((transaction) => addRows(transaction, row, place))
      } catch (error) {
        if (error instanceof Undo) return error.outcome
        throw error
      }
      return { kind: 'appended', entry: entryOf(row) }
    },

    async wardOf(chartId) {
      const row = await charts()
        .select('ward_id')
        .where('chart_id', '=', chartId)
        .executeTakeFirst()
      return row?.ward_id ?? null
    },

    async openCharts(wardId) {
      const rows = await charts()
        .select(['chart_id', 'seq'])
        .where('ward_id', '=', wardId)
        .where('is_open', '=', 1)
        .orderBy('chart_id')
        .execute()
      return rows.map((row) => ({ chartId: row.chart_id, seq: row.seq }))
    },

    async everyOpenChart() {
      const rows = await charts()
        .select(['chart_id', 'ward_id', 'seq'])
        .where('is_open', '=', 1)
        .execute()
      return rows.map((row) => ({ chartId: row.chart_id, wardId: row.ward_id, seq: row.seq }))
    },

    async chartsSince(wardId, since) {
      const moved = entries().select('chart_id').where('kind', '=', 'wardTransferred')
      const written = entries().select('chart_id').where('recorded_at', '>=', isoOf(since))
      const rows = await charts()
        .select(['chart_id', 'ward_id'])
        .where(({ eb, or }) => or([eb('ward_id', '=', wardId), eb('chart_id', 'in', moved)]))
        .where(({ eb, or }) => or([eb('is_open', '=', 1), eb('chart_id', 'in', written)]))
        .orderBy('chart_id')
        .execute()
      return rows.map((row) => ({ chartId: row.chart_id, isHere: row.ward_id === wardId }))
    },

    async newestRecordedAt() {
      const row = await entries()
        .select(({ fn }) => fn.max('recorded_at').as('newest'))
        .executeTakeFirst()
      return row?.newest ? instantOf(row.newest) : null
    },
  }
}

async function addRows(
  transaction: Transaction<Tables>,
  row: Tables['chart_entry'],
  place: Tables['chart'],
): Promise<void> {
  const added = await transaction
    .insertInto('chart_entry')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('seq')
    .execute()
  if (added.length === 0) throw new Undo({ kind: 'clash' })
  if (row.seq > 1) {
    await transaction
      .updateTable('chart')
      .set(place)
      .where('facility_id', '=', FACILITY_ID)
      .where('chart_id', '=', row.chart_id)
      .execute()
    return
  }
  const opened = await transaction
    .insertInto('chart')
    .values(place)
    .onConflict((conflict) => conflict.doNothing())
    .returning('seq')
    .execute()
  if (opened.length === 0) throw new Undo({ kind: 'second-open-chart' })
}

function entryOf(row: { body: string; hash: string }): Entry {
  return { ...(JSON.parse(row.body) as UnhashedEntry), hash: row.hash } as Entry
}

function rowOf({ entry, previousHash, commandHash, refusal }: Append): Tables['chart_entry'] {
  const body = JSON.stringify(entry)
  return {
    facility_id: FACILITY_ID,
    chart_id: entry.chartId,
    seq: entry.seq,
    version: entry.version,
    command_id: entry.commandId,
    kind: entry.kind,
    recorded_at: entry.recordedAt,
    body,
    body_hash: commandHash,
    refusal: refusal && JSON.stringify(refusal),
    previous_hash: entry.seq === 1 ? NO_PREVIOUS : previousHash,
    hash: entryHash(entry.seq === 1 ? NO_PREVIOUS : previousHash, body),
  }
}

function placeRow({ entry, place }: Append): Tables['chart'] {
  return {
    facility_id: FACILITY_ID,
    chart_id: entry.chartId,
    ward_id: place.wardId,
    bed: place.bed,
    mrn: place.mrn,
    is_open: place.open ? 1 : 0,
    seq: entry.seq,
  }
}
