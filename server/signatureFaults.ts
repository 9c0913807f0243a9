import type { UnhashedEntry } from '../src/chart/entries.ts'
import { actSignatureOf } from './actSignatures.ts'
import type { Tables } from './database.ts'
import type { EntryRow, RecordFault } from './recordFaults.ts'

/** A kept signature of one chart. */
export type SignatureRow = Pick<Tables['act_signature'], 'act_seq' | 'user_id' | 'seq'>

/**
 * Where the kept signatures of a chart differ from what its entries say (SIGN-3): without its row a person could sign
 * the act a second time. Asked of a chart whose entries themselves have no fault.
 */
export function signatureFaults(
  chartId: string,
  rows: readonly EntryRow[],
  kept: readonly SignatureRow[],
): RecordFault[] {
  const signed = rows.flatMap((row): SignatureRow[] => {
    const signature = actSignatureOf(JSON.parse(row.body) as UnhashedEntry)
    return signature ? [{ act_seq: signature.actSeq, user_id: signature.userId, seq: row.seq }] : []
  })
  const fault = (what: string) => (row: SignatureRow) => ({ chartId, seq: row.seq, what })
  return [
    ...signed.filter((row) => !holds(kept, row)).map(fault('its signature is not kept')),
    ...kept
      .filter((row) => !holds(signed, row))
      .map(fault('a signature is kept that no entry gives')),
  ]
}

function holds(rows: readonly SignatureRow[], { act_seq, user_id, seq }: SignatureRow): boolean {
  return rows.some((row) => row.act_seq === act_seq && row.user_id === user_id && row.seq === seq)
}
