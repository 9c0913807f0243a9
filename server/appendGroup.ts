import { type Kysely, type RawBuilder, sql } from 'kysely'
import { actSignatureOf } from './actSignatures.ts'
import { type Append, type Appended, entryOf, placeRow, rowOf } from './appendRows.ts'
import { FACILITY_ID, type Tables } from './database.ts'

/**
 * Adds entries of different charts by one statement that is a transaction of its own, in PostgreSQL alone: a process that
 * hangs holds none of the charts. It waits for no lock either: an entry goes with it only where its chart stands one entry
 * before it, on the same ward, under the same MRN and open or closed as before, and nobody else holds that chart. Gives,
 * once all is committed, the added ones by chart; of the others nothing is written.
 * @throws with nothing written when a person has signed one of the acts before (SIGN-3); where the database fails nobody
 * knows what was written, and each is asked for by its id
 */
export async function appendGroup(
  queries: Kysely<Tables>,
  group: readonly Append[],
): Promise<ReadonlyMap<string, Appended>> {
  const rows = group.map(rowOf)
  const places = group.map(placeRow)
  const signatures = group.map(({ entry }) => actSignatureOf(entry))
  const given = sql`unnest(
    ${texts(rows, 'chart_id')}, ${whole(rows, 'seq')}, ${whole(rows, 'version')},
    ${texts(rows, 'command_id')}, ${texts(rows, 'kind')}, ${texts(rows, 'recorded_at')},
    ${texts(rows, 'body')}, ${texts(rows, 'body_hash')}, ${texts(rows, 'refusal')},
    ${texts(rows, 'previous_hash')}, ${texts(rows, 'hash')}, ${texts(rows, 'kept_hash')},
    ${texts(places, 'ward_id')}, ${texts(places, 'bed')}, ${texts(places, 'mrn')},
    ${whole(places, 'is_open')},
    ${signatures.map((signature) => signature?.actSeq ?? null)}::integer[],
    ${signatures.map((signature) => signature?.userId ?? null)}::text[]
  ) as given (
    chart_id, seq, version, command_id, kind, recorded_at, body, body_hash, refusal, previous_hash,
    hash, kept_hash, ward_id, bed, mrn, is_open, act_seq, user_id
  )`
  const statement = sql<{ chart_id: string }>`
    with held as materialized (
      select given.* from ${given}
      join chart on chart.facility_id = ${FACILITY_ID} and chart.chart_id = given.chart_id
        and chart.seq = given.seq - 1 and chart.ward_id = given.ward_id
        and chart.mrn = given.mrn and chart.is_open = given.is_open
      for no key update of chart skip locked
    ), added as (
      insert into chart_entry (
        facility_id, chart_id, seq, version, command_id, kind, recorded_at, body, body_hash, refusal,
        previous_hash, hash, kept_hash
      )
      select ${FACILITY_ID}, chart_id, seq, version, command_id, kind, recorded_at, body, body_hash,
        refusal, previous_hash, hash, kept_hash
      from held
      on conflict do nothing
      returning chart_id
    ), signed as (
      insert into act_signature (facility_id, chart_id, act_seq, user_id, seq)
      select ${FACILITY_ID}, chart_id, act_seq, user_id, seq
      from held join added using (chart_id)
      where act_seq is not null
    )
    update chart set bed = held.bed, seq = held.seq
    from held join added using (chart_id)
    where chart.facility_id = ${FACILITY_ID} and chart.chart_id = held.chart_id
    returning chart.chart_id`
  const added = await statement.execute(queries)
  const onRecord = new Set(added.rows.map(({ chart_id }) => chart_id))
  return new Map(
    rows
      .filter(({ chart_id }) => onRecord.has(chart_id))
      .map((row) => [row.chart_id, { kind: 'appended', entry: entryOf(row) }]),
  )
}

/** A column of rows as one array. */
function texts<Row, Column extends keyof Row>(
  rows: readonly Row[],
  column: Column,
): RawBuilder<unknown> {
  return sql`${rows.map((row) => row[column])}::text[]`
}

function whole<Row, Column extends keyof Row>(
  rows: readonly Row[],
  column: Column,
): RawBuilder<unknown> {
  return sql`${rows.map((row) => row[column])}::integer[]`
}
