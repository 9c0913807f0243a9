import type { Transaction } from 'kysely'
import type { Refusal } from '../src/chart/decision.ts'
import type { Entry, UnhashedEntry } from '../src/chart/entries.ts'
import { keepActSignature } from './actSignatures.ts'
import { FACILITY_ID, type Tables } from './database.ts'
import { entryHash, keptHash, NO_PREVIOUS } from './entryHash.ts'

/** Where a chart stands, for finding it: derived from its entries. */
interface ChartPlace {
  readonly wardId: string
  readonly bed: string
  readonly mrn: string
  readonly open: boolean
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
export type Appended =
  | { readonly kind: 'appended'; readonly entry: Entry }
  | { readonly kind: 'clash' }
  | { readonly kind: 'second-open-chart' }

/** Thrown so that the transaction is undone. */
export class NotAppended extends Error {
  readonly outcome: Appended
  constructor(outcome: Appended) {
    super(outcome.kind)
    this.outcome = outcome
  }
}

/**
 * Adds an entry and moves its chart's place, as part of a transaction. The place comes first: its row is what a process
 * waits for that appends to the same chart.
 * @throws NotAppended, or Refused where the person has signed the act before (SIGN-3); the transaction has to be undone
 */
export async function appendRows(
  transaction: Transaction<Tables>,
  append: Append,
): Promise<Appended> {
  const row = rowOf(append)
  const place = placeRow(append)
  if (row.seq > 1) await movePlace(transaction, place)
  const added = await transaction
    .insertInto('chart_entry')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('seq')
    .execute()
  if (added.length === 0) throw new NotAppended({ kind: 'clash' })
  if (row.seq === 1) await addPlace(transaction, place)
  await keepActSignature(transaction, append.entry)
  return { kind: 'appended', entry: entryOf(row) }
}

async function movePlace(transaction: Transaction<Tables>, place: Tables['chart']): Promise<void> {
  await transaction
    .updateTable('chart')
    .set(place)
    .where('facility_id', '=', FACILITY_ID)
    .where('chart_id', '=', place.chart_id)
    .execute()
}

async function addPlace(transaction: Transaction<Tables>, place: Tables['chart']): Promise<void> {
  const opened = await transaction
    .insertInto('chart')
    .values(place)
    .onConflict((conflict) => conflict.doNothing())
    .returning('seq')
    .execute()
  if (opened.length === 0) throw new NotAppended({ kind: 'second-open-chart' })
}

/** An entry as it is stored: its text and its hash. */
export function entryOf(row: { body: string; hash: string }): Entry {
  return { ...(JSON.parse(row.body) as UnhashedEntry), hash: row.hash } as Entry
}

/** An entry as a row. */
export function rowOf({
  entry,
  previousHash,
  commandHash,
  refusal,
}: Append): Tables['chart_entry'] {
  const body = JSON.stringify(entry)
  const previous = entry.seq === 1 ? NO_PREVIOUS : previousHash
  const left = {
    hash: entryHash(previous, body),
    body_hash: commandHash,
    refusal: refusal && JSON.stringify(refusal),
  }
  return {
    facility_id: FACILITY_ID,
    chart_id: entry.chartId,
    seq: entry.seq,
    version: entry.version,
    command_id: entry.commandId,
    kind: entry.kind,
    recorded_at: entry.recordedAt,
    body,
    previous_hash: previous,
    ...left,
    kept_hash: keptHash(left),
  }
}

/** Its chart's place as a row. */
export function placeRow({ entry, place }: Append): Tables['chart'] {
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
