/** The people of a chart: roles and competencies of SIGN-1. */
import * as z from 'zod/mini'

export const roles = [
  'MO',
  'registrar',
  'AMO',
  'RN',
  'RM',
  'EN',
  'pharmacist',
  'administrator',
] as const
/** A person's role (SIGN-1). */
export type Role = (typeof roles)[number]

/** The roles that hand a patient over and take one over (HAND-1). */
export const doctorsAndNurses = ['MO', 'registrar', 'AMO', 'RN', 'RM', 'EN'] as const

/** What an account proves beside its role; judged at the moment of signing (SIGN-1). */
interface Competencies {
  /** End of the IV heparin learning package, an instant on the wire, or null where it was never completed. */
  readonly learningPackageUntil: string | null
  /** Enrolled nurse: intravenous medication units completed. */
  readonly ivUnits: boolean
  /** Enrolled nurse: registered with a notation. */
  readonly notation: boolean
}

/** Who does a thing, as the server knows it. */
export interface Person {
  readonly userId: string
  readonly name: string
  readonly role: Role
  readonly competencies: Competencies
}

/** "MO" in a rule includes registrar and AMO (SIGN-1). */
export function isMedicalOfficer({ role }: Pick<Person, 'role'>): boolean {
  return role === 'MO' || role === 'registrar' || role === 'AMO'
}

/**
 * The person behind a command. `identity` is `unconfirmed` only for a stop or cease whose PIN was missing
 * or wrong (SIGN-5); every other command reaches the record confirmed or not at all.
 */
export interface Signer extends Person {
  readonly identity: 'confirmed' | 'unconfirmed'
}

/** A person as an entry names them. */
export const personOnEntry = z.strictObject({
  userId: z.string(),
  name: z.string(),
  role: z.enum(roles),
})
export type PersonOnEntry = z.infer<typeof personOnEntry>

/** In place of a name where a stop came from a known tablet with nobody signed in (SIGN-5). */
const NOBODY = 'nobody signed in (tablet)'

/** The name of who made an entry, or that nobody was signed in. */
export function nameOf(by: PersonOnEntry | null): string {
  return by?.name ?? NOBODY
}

/** Name and role on a line of the record, `Adams, Jo, RN`, or that nobody was signed in. */
export function nameThenRole(by: PersonOnEntry | null): string {
  return by === null ? NOBODY : `${by.name}, ${by.role}`
}

/** Name and role in one, `Adams, Jo (RN)`, or that nobody was signed in. */
export function nameAndRole(by: PersonOnEntry | null): string {
  return by === null ? NOBODY : `${by.name} (${by.role})`
}
