import { createHash } from 'node:crypto'
import { type Database, FACILITY_ID, type Tables } from './database.ts'

/** What a person found in the ward's stock of heparin ampoules, with who and when. */
export interface StorageAudit {
  readonly commandId: string
  readonly wardId: string
  readonly happenedAt: string
  readonly recordedAt: string
  readonly by: { readonly userId: string; readonly name: string; readonly role: string }
  /** How many ampoules of 5,000 units in 5 mL there were. */
  readonly ampoulesOf5000Units: number
  readonly storedApartFromOtherStrengths: boolean
  /** Other heparin that was found in the stock; absent: none. */
  readonly otherHeparinFound?: string | undefined
  readonly text?: string | undefined
}

/** The storage audits of the wards: only ever added (AUDIT-1). */
export interface StorageAudits {
  /** Adds one; sent again under its id it is what was added then, or null where that said something else. */
  add(audit: StorageAudit): Promise<StorageAudit | null>
  /** Those of a ward, the latest first. */
  of(wardId: string): Promise<StorageAudit[]>
}

/** True where nothing but 5,000-unit ampoules was found, kept apart from other strengths (AUDIT-1). */
export function isInOrder({
  storedApartFromOtherStrengths,
  otherHeparinFound,
}: StorageAudit): boolean {
  return storedApartFromOtherStrengths && otherHeparinFound === undefined
}

/** Storage audits over either database; the keys do the guarding. */
export function createStorageAudits({ queries }: Database): StorageAudits {
  const audits = (wardId: string) =>
    queries
      .selectFrom('ward_storage_audit')
      .where('facility_id', '=', FACILITY_ID)
      .where('ward_id', '=', wardId)
  return {
    async add(audit) {
      const hash = hashOf(audit)
      const row = {
        ward_id: audit.wardId,
        command_id: audit.commandId,
        happened_at: audit.happenedAt,
        body: JSON.stringify(audit),
        body_hash: hash,
      }
      await queries
        .insertInto('ward_storage_audit')
        .values({ facility_id: FACILITY_ID, ...row, kept_hash: storageAuditHash(row) })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const kept = await audits(audit.wardId)
        .select(['body', 'body_hash'])
        .where('command_id', '=', audit.commandId)
        .executeTakeFirstOrThrow()
      return kept.body_hash === hash ? read(kept) : null
    },
    async of(wardId) {
      const rows = await audits(wardId)
        .select(['body', 'happened_at'])
        .orderBy('happened_at', 'desc')
        .orderBy('command_id')
        .execute()
      return rows.map(read)
    },
  }
}

/** A stored storage audit without its own hash. */
export type StorageAuditRow = Omit<Tables['ward_storage_audit'], 'facility_id' | 'kept_hash'>

/** SHA-256 over a stored storage audit, every column of it (AUDIT-1). */
export function storageAuditHash(row: StorageAuditRow): string {
  const { ward_id, command_id, happened_at, body, body_hash } = row
  const columns = [ward_id, command_id, happened_at, body, body_hash]
  return createHash('sha256').update(JSON.stringify(columns)).digest('hex')
}

function read({ body }: { body: string }): StorageAudit {
  return JSON.parse(body) as StorageAudit
}

/** Over what the person said, not when the server heard it: a retry has the same hash. */
function hashOf({ recordedAt: _, by, ...said }: StorageAudit): string {
  const fields = Object.entries({ ...said, userId: by.userId }).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}
