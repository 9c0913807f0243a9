import type { FieldChange } from './accountLog.ts'
import type { Account } from './accountRows.ts'

/** What of an account differs from how it was, field by field, as the log tells it. */
export function fieldChanges(from: Account, to: Account): FieldChange[] {
  const before = textsOf(from)
  const after = textsOf(to)
  const fields = Object.keys(after) as FieldChange['field'][]
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field], to: after[field] }))
}

/** An account as it was made, field by field. */
export function fieldsOfNew(account: Account): FieldChange[] {
  const texts = textsOf(account)
  const fields = Object.keys(texts) as FieldChange['field'][]
  return fields.map((field) => ({ field, from: null, to: texts[field] }))
}

function textsOf({ name, role, wardIds, competencies }: Account) {
  const { learningPackageUntil, ivUnits, notation } = competencies
  return {
    name,
    role,
    wards: [...new Set(wardIds)].sort().join(', '),
    learningPackageUntil,
    ivUnits: ivUnits ? 'yes' : 'no',
    notation: notation ? 'yes' : 'no',
  } satisfies Record<FieldChange['field'], string | null>
}
