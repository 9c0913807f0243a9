import type { Transaction } from 'kysely'
import { type EntryKind, pendingKinds, type UnhashedEntry } from '../src/chart/entries.ts'
import { refuse } from '../src/chart/refuse.ts'
import { FACILITY_ID, type Tables } from './database.ts'
import { Refused } from './problems.ts'

/** Acts whose entry is the first of two signatures; a stop or cease only where the identity was proven (SIGN-5). */
const FIRST_SIGNED: ReadonlySet<EntryKind> = new Set([
  ...pendingKinds,
  'rateKept',
  'bagHung',
  'bedsideFactRecorded',
  'entryStruckOut',
])

/** Who has signed which act, by an entry. */
export interface ActSignature {
  readonly actSeq: number
  readonly userId: string
}

/** Which act an entry signs, and who; null where it is no signature of an act of two (SIGN-3). */
export function actSignatureOf(entry: UnhashedEntry): ActSignature | null {
  if (entry.by === null) return null
  const { userId } = entry.by
  switch (entry.kind) {
    case 'countersigned':
      return { actSeq: entry.actSeq, userId }
    case 'infusionStopped':
    case 'infusionCeased':
      return entry.identity === 'confirmed' ? { actSeq: entry.seq, userId } : null
    default:
      return FIRST_SIGNED.has(entry.kind) ? { actSeq: entry.seq, userId } : null
  }
}

/**
 * Keeps the signature of an entry, in the transaction that appends it: the database holds each person once an act.
 * @throws Refused (SIGN-3) when this person has signed the act, and the transaction is undone
 */
export async function keepActSignature(
  transaction: Transaction<Tables>,
  entry: UnhashedEntry,
): Promise<void> {
  const signature = actSignatureOf(entry)
  if (!signature) return
  const kept = await transaction
    .insertInto('act_signature')
    .values({
      facility_id: FACILITY_ID,
      chart_id: entry.chartId,
      act_seq: signature.actSeq,
      user_id: signature.userId,
      seq: entry.seq,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('seq')
    .execute()
  // A stop is never refused, not even by a row that should not be there (SIGN-5).
  const isOwnAct = signature.actSeq === entry.seq
  if (kept.length === 0 && !isOwnAct) throw new Refused(refuse('same-person', {}))
}
