import type { Role } from '../../chart/people.ts'
import type { AccountLogLine } from '../../store/accounts.ts'
import { instantOf, plusMinutes, type TimeZone } from '../../time.ts'
import { dayText } from '../../wording.ts'

/** What a role is called on a ward (SIGN-1). */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  MO: 'Medical officer',
  registrar: 'Registrar',
  AMO: 'Attending medical officer',
  RN: 'Registered nurse',
  RM: 'Registered midwife',
  EN: 'Enrolled nurse',
  pharmacist: 'Pharmacist',
  administrator: 'Administrator',
}

const ACT_WORDS: Readonly<Record<string, string>> = {
  'account-added': 'Account added',
  'account-changed': 'Account changed',
  'account-ended': 'Account ended',
  'account-reopened': 'Account opened again',
  'password-set': 'Temporary password set',
  'pin-withdrawn': 'PIN withdrawn',
  'own-password-set': 'Own password chosen',
  'own-pin-set': 'Own PIN chosen',
  'ward-added': 'Ward added',
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: 'name',
  role: 'role',
  wards: 'wards',
  learningPackageUntil: 'last day of the learning package',
  ivUnits: 'IV medication units',
  notation: 'notation',
}

/** What was done, in a line. */
export function actText({ what }: AccountLogLine): string {
  return ACT_WORDS[what] ?? what
}

/** What of an account changed, a line each. */
export function changeTexts({ what, changes }: AccountLogLine, zone: TimeZone): string[] {
  const text = (field: string, value: string | null) => {
    if (value === null || value === '') return 'none'
    return field === 'learningPackageUntil'
      ? dayText(plusMinutes(instantOf(value), -1), zone)
      : value
  }
  return changes.map(({ field, from, to }) => {
    const name = FIELD_WORDS[field] ?? field
    return what === 'account-added'
      ? `${name}: ${text(field, to)}`
      : `${name}: ${text(field, from)}, now ${text(field, to)}`
  })
}
