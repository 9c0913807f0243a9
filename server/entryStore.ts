import { type Kysely, sql, type Transaction } from 'kysely'
import type { Refusal } from '../src/chart/decision.ts'
import type { Entry } from '../src/chart/entries.ts'
import { type Instant, instantOf, isoOf } from '../src/time.ts'
import { appendGroup } from './appendGroup.ts'
import { type Append, type Appended, appendRows, entryOf, NotAppended } from './appendRows.ts'
import { type Database, FACILITY_ID, type Tables } from './database.ts'
import { RecordInDoubt } from './databaseFaults.ts'
import { isIntact } from './entryHash.ts'
import { createGroupCommit } from './groupCommit.ts'

/** All entries of a chart, in order. `intact` is false when somebody changed them behind the chart's back. */
export interface ChartRecord {
  /** Where it is not intact: those whose text can still be read. */
  readonly entries: readonly Entry[]
  /** The place and the hash of the last stored one. */
  readonly lastSeq: number
  readonly lastHash: string
  readonly intact: boolean
}

/** What a command left: its entry, a hash of what it asked, and the refusal that went with a mismatch (SIGN-4). */
export interface Kept {
  readonly entry: Entry
  readonly commandHash: string
  readonly refusal: Refusal | null
}

/** What deciding on one chart needs. */
export type OneChart = Pick<EntryStore, 'record' | 'append'>

/** The record in a database: entries are only ever added (CHART-1). All SQL on entries is here. */
export interface EntryStore {
  record(chartId: string): Promise<ChartRecord | null>
  /** What a command left; null: it left nothing, and what was lost under way never comes back. @throws RecordInDoubt */
  kept(chartId: string, commandId: string): Promise<Kept | null>
  append(append: Append): Promise<Appended>
  /**
   * Lets `act` read and append while no other process appends to this chart. Null when it was a clash all the same, or
   * another process held the chart for too long. Where no process shares the database, no lock is needed.
   */
  alone<T>(chartId: string, act: (store: OneChart) => Promise<T>): Promise<T | null>
  /** The ward of a chart, open or closed; null when there is no such chart. */
  wardOf(chartId: string): Promise<string | null>
  /** The open charts of a ward with their last `seq`. */
  openCharts(wardId: string): Promise<{ chartId: string; seq: number }[]>
  /** The open charts of every ward with their last `seq`. */
  everyOpenChart(): Promise<{ chartId: string; wardId: string; seq: number }[]>
  /** The closed ones, however long ago. */
  everyClosedChart(): Promise<{ chartId: string; wardId: string; seq: number }[]>
  /** Another text after every closing and every entry on a closed chart, and only then. */
  closedTally(): Promise<string>
  /** The charts that are or were on a ward and are open, or have an entry since. `isHere`: it is there now. */
  chartsSince(wardId: string, since: Instant): Promise<{ chartId: string; isHere: boolean }[]>
  newestRecordedAt(): Promise<Instant | null>
}

/** So long a chart is waited for; then it is tried without the lock again. */
const LONGEST_WAIT_MS = 2_000
const LOCK_NOT_AVAILABLE = '55P03'

/** The entry store over either database; the keys do the guarding, at any isolation level. */
export function createEntryStore({ queries, isShared, isProven }: Database): EntryStore {
  const entries = () => queries.selectFrom('chart_entry').where('facility_id', '=', FACILITY_ID)
  const charts = () => queries.selectFrom('chart').where('facility_id', '=', FACILITY_ID)

  async function chartsThatAre(is_open: 0 | 1) {
    const rows = await charts()
      .select(['chart_id', 'ward_id', 'seq'])
      .where('is_open', '=', is_open)
      .execute()
    return rows.map((row) => ({ chartId: row.chart_id, wardId: row.ward_id, seq: row.seq }))
  }

  async function appendAlone(append: Append): Promise<Appended> {
    try {
      return await queries.transaction().execute((inside) => appendRows(inside, append))
    } catch (error) {
      if (error instanceof NotAppended) return error.outcome
      throw error
    }
  }

  const appendInGroup = createGroupCommit({
    alone: appendAlone,
    together: (group) => appendGroup(queries, group),
  })

  /** The embedded database writes one entry after the other anyhow; a stop waits for nobody's group (SIGN-5). */
  function goesAlone({ entry }: Append): boolean {
    return !isShared || entry.kind === 'infusionStopped' || entry.kind === 'infusionCeased'
  }

  const store: EntryStore = {
    record: (chartId) => recordIn(queries, chartId),

    async kept(chartId, commandId) {
      const row = await entries()
        .select(['body', 'hash', 'body_hash', 'refusal'])
        .where('chart_id', '=', chartId)
        .where('command_id', '=', commandId)
        .executeTakeFirst()
      // Neither yes nor no is right while a failed write may still come back, or a shown one still be lost.
      if (!isProven())
        throw new RecordInDoubt('the disk has not proven itself since a write failed')
      if (!row) return null
      const refusal = row.refusal === null ? null : (JSON.parse(row.refusal) as Refusal)
      return { entry: entryOf(row), commandHash: row.body_hash, refusal }
    },

    append: (append) => (goesAlone(append) ? appendAlone(append) : appendInGroup(append)),

    async alone(chartId, act) {
      if (!isShared) return act(store)
      try {
        return await queries.transaction().execute(async (inside) => {
          await holdChart(inside, chartId)
          return act({
            record: (id) => recordIn(inside, id),
            append: (append) => appendRows(inside, append),
          })
        })
      } catch (error) {
        if (error instanceof NotAppended || isHeldTooLong(error)) return null
        throw error
      }
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

    everyOpenChart: () => chartsThatAre(1),
    everyClosedChart: () => chartsThatAre(0),

    async closedTally() {
      const row = await charts()
        .select(({ fn }) => [fn.countAll().as('charts'), fn.sum('seq').as('entries')])
        .where('is_open', '=', 0)
        .executeTakeFirst()
      return `${row?.charts} charts, ${row?.entries} entries`
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
  return store
}

async function recordIn(queries: Kysely<Tables>, chartId: string): Promise<ChartRecord | null> {
  const rows = await queries
    .selectFrom('chart_entry')
    .select(['seq', 'body', 'previous_hash', 'hash'])
    .where('facility_id', '=', FACILITY_ID)
    .where('chart_id', '=', chartId)
    .orderBy('seq')
    .execute()
  const last = rows.at(-1)
  if (!last) return null
  const intact = isIntact(rows)
  const entries = intact ? rows.map(entryOf) : rows.flatMap(readableEntries)
  return { entries, lastSeq: last.seq, lastHash: last.hash, intact }
}

function readableEntries(row: { body: string; hash: string }): Entry[] {
  try {
    return [entryOf(row)]
  } catch {
    return []
  }
}

/** Waits its turn behind the appends that are under way, and then keeps the next ones waiting. */
async function holdChart(inside: Transaction<Tables>, chartId: string): Promise<void> {
  await sql`select set_config('lock_timeout', ${`${LONGEST_WAIT_MS}`}, true)`.execute(inside)
  await inside
    .selectFrom('chart')
    .select('seq')
    .where('facility_id', '=', FACILITY_ID)
    .where('chart_id', '=', chartId)
    .forUpdate()
    .execute()
}

function isHeldTooLong(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE
}
