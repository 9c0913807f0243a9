import { sql } from 'kysely'
import type { Database, Tables } from '../../../server/database.ts'
import { entryHash, keptHash, NO_PREVIOUS } from '../../../server/entryHash.ts'
import type { Chance } from './chance.ts'

type EntryRow = Tables['chart_entry']
type ChartRow = Tables['chart']
type AuditRow = Tables['ward_storage_audit']
type SignatureRow = Tables['act_signature']

/** All that is verified of an installation, as its tables hold it. */
export interface Stored {
  readonly chart_entry: readonly EntryRow[]
  readonly chart: readonly ChartRow[]
  readonly act_signature: readonly SignatureRow[]
  readonly ward_storage_audit: readonly AuditRow[]
}

/** A change behind the record's back, and where it has to be found. */
export interface PlantedChange {
  readonly name: string
  readonly stored: Stored
  /** The chart, or the command of a storage audit, that must be named. */
  readonly where: string
  /** The entry that must be named; null where the chart as a whole is enough. */
  readonly seq: number | null
  /** True where the stored rows fit each other: only heads noted before show it. */
  readonly needsHeads: boolean
}

type Planter = (stored: Stored, chance: Chance) => PlantedChange

/** One letter of a text is another one. */
function flipped(text: string, chance: Chance): string {
  const at = chance.below(text.length)
  const letter = chance.pick([...'0123456789abcdef"{}:, '].filter((each) => each !== text[at]))
  return text.slice(0, at) + letter + text.slice(at + 1)
}

function rowsOf({ chart_entry }: Stored, chartId: string): EntryRow[] {
  return chart_entry.filter((row) => row.chart_id === chartId).sort((a, b) => a.seq - b.seq)
}

const isOf = (row: EntryRow) => (each: EntryRow) =>
  each.chart_id === row.chart_id && each.seq === row.seq

function withRow(stored: Stored, row: EntryRow, change: Partial<EntryRow>): Stored {
  const isThis = isOf(row)
  const chart_entry = stored.chart_entry.map((each) =>
    isThis(each) ? { ...each, ...change } : each,
  )
  return { ...stored, chart_entry }
}

function withRows(stored: Stored, chartId: string, rows: readonly EntryRow[]): Stored {
  const others = stored.chart_entry.filter((row) => row.chart_id !== chartId)
  return { ...stored, chart_entry: [...others, ...rows] }
}

function withPlace(stored: Stored, chartId: string, change: Partial<ChartRow>): Stored {
  const chart = stored.chart.map((each) =>
    each.chart_id === chartId ? { ...each, ...change } : each,
  )
  return { ...stored, chart }
}

const anyRow = ({ chart_entry }: Stored, chance: Chance) => chance.pick(chart_entry)
/** An entry with others before and behind it. */
const innerRow = (stored: Stored, chance: Chance) =>
  chance.pick(
    stored.chart_entry.filter(
      (row) => row.seq > 1 && rowsOf(stored, row.chart_id).length > row.seq,
    ),
  )

const TEXT_COLUMNS = ['body', 'body_hash', 'hash', 'previous_hash'] as const

/** The chain of a chart worked out anew over what its rows say now. */
function chained(rows: readonly EntryRow[]): EntryRow[] {
  let previous = NO_PREVIOUS
  return rows.map((row) => {
    const hash = entryHash(previous, row.body)
    const anew = { ...row, previous_hash: previous, hash, kept_hash: keptHash({ ...row, hash }) }
    previous = hash
    return anew
  })
}

function atRow(name: string, row: EntryRow, stored: Stored, needsHeads = false): PlantedChange {
  return { name, stored, where: row.chart_id, seq: row.seq, needsHeads }
}

/** Every way in which a record is changed behind its back. */
export const planters: Readonly<Record<string, Planter>> = {
  'a letter of a text or a hash'(stored, chance) {
    const row = anyRow(stored, chance)
    const column = chance.pick(TEXT_COLUMNS)
    return atRow(column, row, withRow(stored, row, { [column]: flipped(row[column], chance) }))
  },

  'a letter of a refusal'(stored, chance) {
    const row = chance.pick(stored.chart_entry.filter(({ refusal }) => refusal !== null))
    return atRow(
      'refusal',
      row,
      withRow(stored, row, { refusal: flipped(`${row.refusal}`, chance) }),
    )
  },

  'a refusal taken away or put in'(stored, chance) {
    const row = anyRow(stored, chance)
    const refusal = row.refusal === null ? '{"code":"chart-closed"}' : null
    return atRow('refusal', row, withRow(stored, row, { refusal }))
  },

  'a column beside the text'(stored, chance) {
    const row = anyRow(stored, chance)
    const change = chance.pick<Partial<EntryRow>>([
      { version: row.version + 1 },
      { command_id: flipped(row.command_id, chance) },
      { kind: 'noteWritten2' },
      { recorded_at: flipped(row.recorded_at, chance) },
      { kept_hash: flipped(`${row.kept_hash}`, chance) },
    ])
    return atRow(Object.keys(change).join(), row, withRow(stored, row, change))
  },

  'an entry deleted'(stored, chance) {
    const row = innerRow(stored, chance)
    const rows = rowsOf(stored, row.chart_id).filter((each) => each.seq !== row.seq)
    const change = atRow('deleted', row, withRows(stored, row.chart_id, rows))
    return { ...change, seq: row.seq + 1 }
  },

  'two entries swapped'(stored, chance) {
    const row = innerRow(stored, chance)
    const rows = rowsOf(stored, row.chart_id)
    const [a, b] = [row.seq - 1, row.seq]
    const swapped = rows.map((each, index) => {
      const other = index === a ? rows[b] : index === b ? rows[a] : null
      return other ? { ...other, seq: each.seq } : each
    })
    return atRow('swapped', row, withRows(stored, row.chart_id, swapped))
  },

  'an entry inserted'(stored, chance) {
    const row = innerRow(stored, chance)
    const rows = rowsOf(stored, row.chart_id)
    const copy = { ...row, command_id: `${row.command_id.slice(0, -4)}ffff` }
    const behind = rows.slice(row.seq).map((each) => ({ ...each, seq: each.seq + 1 }))
    const all = [...rows.slice(0, row.seq), { ...copy, seq: row.seq + 1 }, ...behind]
    const change = atRow('inserted', row, withRows(stored, row.chart_id, all))
    return { ...change, seq: row.seq + 1 }
  },

  'the tail cut off'(stored, chance) {
    const row = innerRow(stored, chance)
    const rows = rowsOf(stored, row.chart_id).slice(0, row.seq)
    const change = atRow('cut', row, withRows(stored, row.chart_id, rows))
    return { ...change, seq: row.seq + 1 }
  },

  'the tail cut off and the place moved back'(stored, chance) {
    const row = innerRow(stored, chance)
    const rows = rowsOf(stored, row.chart_id).slice(0, row.seq)
    const cut = withRows(stored, row.chart_id, rows)
    const signatures = cut.act_signature.filter(
      (each) => each.chart_id !== row.chart_id || each.seq <= row.seq,
    )
    const moved = withPlace({ ...cut, act_signature: signatures }, row.chart_id, { seq: row.seq })
    return { name: 'cut', stored: moved, where: row.chart_id, seq: null, needsHeads: true }
  },

  'an entry of another chart in its place'(stored, chance) {
    const row = innerRow(stored, chance)
    const elsewhere = stored.chart_entry.filter((each) => each.chart_id !== row.chart_id)
    const { chart_id: _, seq: __, ...other } = chance.pick(elsewhere)
    return atRow('spliced', row, withRow(stored, row, other))
  },

  'a text changed and the whole chain worked out anew'(stored, chance) {
    const row = anyRow(stored, chance)
    const said = JSON.parse(row.body)
    const body = JSON.stringify({ ...said, by: { ...said.by, name: 'Nobody, Else' } })
    const rows = chained(rowsOf(withRow(stored, row, { body }), row.chart_id))
    const anew = withRows(stored, row.chart_id, rows)
    return { name: 'chained', stored: anew, where: row.chart_id, seq: null, needsHeads: true }
  },

  'what a command left changed and hashed anew'(stored, chance) {
    const row = anyRow(stored, chance)
    const body_hash = flipped(row.body_hash, chance)
    const kept_hash = keptHash({ ...row, body_hash })
    const anew = withRow(stored, row, { body_hash, kept_hash })
    return { name: 'left', stored: anew, where: row.chart_id, seq: null, needsHeads: true }
  },

  'the place of a chart'(stored, chance) {
    const { chart_id, seq, ward_id, is_open, mrn, bed } = chance.pick(stored.chart)
    const change = chance.pick<Partial<ChartRow>>([
      { ward_id: ward_id === 'ccu' ? '7-west' : 'ccu' },
      { bed: `${bed}0` },
      { mrn: `${mrn}0` },
      { is_open: is_open === 1 ? 0 : 1 },
      { seq: seq + 1 },
      { seq: seq - 1 },
    ])
    const name = `place ${Object.keys(change)}`
    return {
      name,
      stored: withPlace(stored, chart_id, change),
      where: chart_id,
      seq: null,
      needsHeads: false,
    }
  },

  'the place of a chart deleted'(stored, chance) {
    const { chart_id } = chance.pick(stored.chart)
    const chart = stored.chart.filter((each) => each.chart_id !== chart_id)
    const name = 'place deleted'
    return { name, stored: { ...stored, chart }, where: chart_id, seq: null, needsHeads: false }
  },

  'a whole chart deleted'(stored, chance) {
    const { chart_id } = chance.pick(stored.chart)
    const kept = <T extends { chart_id: string }>(rows: readonly T[]) =>
      rows.filter((each) => each.chart_id !== chart_id)
    const without = {
      ...stored,
      chart: kept(stored.chart),
      chart_entry: kept(stored.chart_entry),
      act_signature: kept(stored.act_signature),
    }
    return { name: 'chart deleted', stored: without, where: chart_id, seq: null, needsHeads: true }
  },

  'a kept signature'(stored, chance) {
    const row = chance.pick(stored.act_signature)
    const others = stored.act_signature.filter((each) => each !== row)
    const act_signature = chance.pick([
      others,
      [...others, { ...row, user_id: 'rn.nobody' }],
      [...stored.act_signature, { ...row, user_id: 'rn.nobody' }],
    ])
    const name = 'signature'
    const changed = { ...stored, act_signature }
    return { name, stored: changed, where: row.chart_id, seq: row.seq, needsHeads: false }
  },

  'a storage audit'(stored, chance) {
    const row = chance.pick(stored.ward_storage_audit)
    const column = chance.pick(['body', 'body_hash', 'happened_at', 'kept_hash'] as const)
    const changed = { ...row, [column]: flipped(`${row[column]}`, chance) }
    return {
      name: `audit ${column}`,
      stored: {
        ...stored,
        ward_storage_audit: stored.ward_storage_audit.map((each) =>
          each === row ? changed : each,
        ),
      },
      where: row.command_id,
      seq: null,
      needsHeads: false,
    }
  },

  'a storage audit deleted'(stored, chance) {
    const row = chance.pick(stored.ward_storage_audit)
    const ward_storage_audit = stored.ward_storage_audit.filter((each) => each !== row)
    const name = 'audit deleted'
    const without = { ...stored, ward_storage_audit }
    return { name, stored: without, where: row.command_id, seq: null, needsHeads: true }
  },
}

const TABLES = ['ward_storage_audit', 'act_signature', 'chart_entry', 'chart'] as const

/** Reads what is verified. */
export async function storedIn({ queries }: Database): Promise<Stored> {
  return {
    chart_entry: await queries.selectFrom('chart_entry').selectAll().execute(),
    chart: await queries.selectFrom('chart').selectAll().execute(),
    act_signature: await queries.selectFrom('act_signature').selectAll().execute(),
    ward_storage_audit: await queries.selectFrom('ward_storage_audit').selectAll().execute(),
  }
}

/** Takes away what refuses changes in an embedded database, as somebody with the file could. */
export async function disarm({ queries }: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'trigger'
  `.execute(queries)
  for (const { name } of rows) await sql`drop trigger ${sql.id(name)}`.execute(queries)
  await sql`pragma foreign_keys = off`.execute(queries)
}

/** Makes the tables of a disarmed database hold exactly this; only what differs is written. */
export async function put({ queries }: Database, now: Stored, next: Stored): Promise<void> {
  for (const table of TABLES) {
    const before = new Set<object>(now[table])
    const after = new Set<object>(next[table])
    for (const row of now[table]) if (!after.has(row)) await remove(queries, table, row)
    const added = next[table].filter((row) => !before.has(row))
    for (const row of added) await queries.insertInto(table).values(row).execute()
  }
}

const KEYS = {
  chart_entry: ['chart_id', 'seq'],
  chart: ['chart_id'],
  act_signature: ['chart_id', 'act_seq', 'user_id'],
  ward_storage_audit: ['ward_id', 'command_id'],
} as const

async function remove(
  queries: Database['queries'],
  table: (typeof TABLES)[number],
  row: object,
): Promise<void> {
  const values = row as Record<string, string | number>
  const conditions = KEYS[table].map((key) => sql`${sql.ref(key)} = ${values[key]}`)
  await sql`delete from ${sql.table(table)} where ${sql.join(conditions, sql` and `)}`.execute(
    queries,
  )
}
