import { randomUUID } from 'node:crypto'

/** One entry into the table of the yardsticks. */
export const INSERT = {
  text: `INSERT INTO yardstick_entry (
    facility_id, chart_id, seq, version, command_id, kind, recorded_at, body, body_hash, refusal,
    previous_hash, hash, kept_hash
  ) VALUES ('facility', $1, $2, 1, $3, 'noteWritten', '2027-03-10T00:05:00Z', $4, $5, NULL, $5, $5, $5)
  ON CONFLICT DO NOTHING RETURNING seq`,
  name: 'insert',
}
const HASH = 'a'.repeat(64)

/** What such a statement is given. */
export function insertValues(chartId: string, seq: number, body: string): unknown[] {
  return [chartId, seq, randomUUID(), body, HASH]
}
