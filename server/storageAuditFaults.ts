import type { Tables } from './database.ts'
import { storageAuditHash } from './storageAudits.ts'

/** A stored storage audit with its hash. */
export type KeptAudit = Omit<Tables['ward_storage_audit'], 'facility_id'>

/** A storage audit as it was noted down at some time, apart from the database. */
export interface AuditHead {
  readonly wardId: string
  readonly commandId: string
  readonly hash: string
}

/** One thing that is wrong with the storage audits of a ward (AUDIT-1). */
export interface AuditFault {
  readonly wardId: string
  readonly commandId: string
  readonly what: string
}

/** The storage audits as they stand, to be noted. */
export function auditHeads(rows: readonly KeptAudit[]): AuditHead[] {
  return rows.map((row) => ({
    wardId: row.ward_id,
    commandId: row.command_id,
    hash: storageAuditHash(row),
  }))
}

/** What is wrong with stored storage audits, by themselves and against those noted earlier. */
export function auditFaults(rows: readonly KeptAudit[], noted: readonly AuditHead[]): AuditFault[] {
  const now = auditHeads(rows)
  const changed = rows
    .filter((row) => row.kept_hash !== null && row.kept_hash !== storageAuditHash(row))
    .map(({ ward_id, command_id }) => ({
      wardId: ward_id,
      commandId: command_id,
      what: 'it was changed',
    }))
  return [...changed, ...noted.flatMap((head) => notedFaults(head, now))]
}

function notedFaults({ wardId, commandId, hash }: AuditHead, now: readonly AuditHead[]) {
  const same = now.find((each) => each.wardId === wardId && each.commandId === commandId)
  if (!same) return [{ wardId, commandId, what: 'it was there when the heads were noted' }]
  return same.hash === hash
    ? []
    : [{ wardId, commandId, what: 'it was written anew since the heads were noted' }]
}
