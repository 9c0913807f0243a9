import type { Role } from '../../chart/people.ts'
import type { Account, SaidOfPerson } from '../../store/accounts.ts'
import { instantOf, isoOf, plusMinutes, type TimeZone } from '../../time.ts'
import { dayText } from '../../wording.ts'
import { readDayFirst } from '../bedside/birthDate.ts'
import { dayOf, dayStart } from '../days.ts'
import type { Fault } from '../ui/FaultContext.ts'

/** A person as they stand in the form; what was typed is kept as it was typed. */
export interface PersonDraft {
  readonly name: string
  readonly role: Role | null
  readonly wardIds: readonly string[]
  /** The last day on which the learning package counts; empty: none. */
  readonly lastDay: string
  readonly ivUnits: boolean
  readonly notation: boolean
}

export const EMPTY_PERSON: PersonDraft = {
  name: '',
  role: null,
  wardIds: [],
  lastDay: '',
  ivUnits: false,
  notation: false,
}

const LAST_DAY = 'competencies.learningPackageUntil'

/** What the form asks, by the names of the contract, as its fields are labelled. */
export const PERSON_FIELDS = {
  name: 'Printed name',
  role: 'Role',
  [LAST_DAY]: 'Learning package: last day',
} as const

/** The form of an account as it stands. */
export function draftOf(
  { name, role, wardIds, competencies }: Account,
  zone: TimeZone,
): PersonDraft {
  const { learningPackageUntil, ivUnits, notation } = competencies
  return { name, role, wardIds, lastDay: lastDayOf(learningPackageUntil, zone), ivUnits, notation }
}

function lastDayOf(until: string | null, zone: TimeZone): string {
  if (until === null) return ''
  return dayText(plusMinutes(instantOf(until), -1), zone).replaceAll('\u00a0', ' ')
}

/** What the form says of a person, or what is missing. An untouched last day leaves the very instant as it was. */
export function saidOf(
  draft: PersonDraft,
  before: Account | null,
  zone: TimeZone,
): { readonly kind: 'said'; readonly said: SaidOfPerson } | ({ readonly kind: 'missing' } & Fault) {
  const { name, role, wardIds, ivUnits, notation } = draft
  if (name.trim() === '') return missing('Write the printed name, such as Adams, Jo.', 'name')
  if (role === null) return missing('Choose a role.', 'role')
  const until = untilOf(draft, before, zone)
  if (until.kind === 'missing') return until
  const isEnrolled = role === 'EN'
  const competencies = {
    learningPackageUntil: until.at,
    ivUnits: isEnrolled && ivUnits,
    notation: isEnrolled && notation,
  }
  return { kind: 'said', said: { name: name.trim(), role, wardIds, competencies } }
}

const missing = (reason: string, asked: keyof typeof PERSON_FIELDS) =>
  ({ kind: 'missing', reason, rules: [], field: PERSON_FIELDS[asked] }) as const

function untilOf({ lastDay }: PersonDraft, before: Account | null, zone: TimeZone) {
  const known = before?.competencies.learningPackageUntil ?? null
  if (lastDay.trim() === lastDayOf(known, zone)) return { kind: 'at', at: known } as const
  if (lastDay.trim() === '') return { kind: 'at', at: null } as const
  const read = readDayFirst(lastDay, {
    wanted: 'Write the last day of the learning package as 09 Mar 2028 or 09/03/2028.',
    rules: ['SIGN-1'],
  })
  if (read.kind === 'refused') return missing(read.reason, LAST_DAY)
  return { kind: 'at', at: isoOf(dayStart(dayOf(read.value), zone, 1)) } as const
}
