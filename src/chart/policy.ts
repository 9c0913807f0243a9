/** Who may (SIGN-1, SIGN-2, SIGN-6): roles and competencies, judged at the moment of signing. */
import { type Instant, instantOf } from '../time.ts'
import type { Command } from './commands.ts'
import type { Refusal } from './decision.ts'
import type { EntryKind } from './entries.ts'
import { doctorsAndNurses, isMedicalOfficer, type Person, type Role } from './people.ts'
import { refuse } from './refuse.ts'

function isRegisteredNurse({ role }: Pick<Person, 'role'>): boolean {
  return role === 'RN' || role === 'RM'
}

/** The learning package is completed and has not run out (SIGN-1). */
function hasPackage({ competencies }: Person, at: Instant): boolean {
  const until = competencies.learningPackageUntil
  return until !== null && at < instantOf(until)
}

type Rule =
  | 'clinical'
  | 'doctor-or-nurse'
  | 'prescriber'
  | 'pharmacist'
  | 'nurse-or-mo'
  | 'trained-nurse-or-mo'

/** Who signs a command, or enters it, first (SIGN-2, SIGN-5, SIGN-6, CHART-10, EDU-2, HAND-1, AE-1). */
const FIRST: Record<Command['kind'], Rule> = {
  recordWeight: 'clinical',
  prescribe: 'prescriber',
  giveBolus: 'nurse-or-mo',
  startInfusion: 'nurse-or-mo',
  recordCollection: 'clinical',
  recordResult: 'clinical',
  changeRate: 'trained-nurse-or-mo',
  keepRate: 'trained-nurse-or-mo',
  orderRate: 'prescriber',
  orderBolus: 'prescriber',
  stopInfusion: 'clinical',
  ceaseInfusion: 'clinical',
  interruptInfusion: 'clinical',
  resumeInfusion: 'trained-nurse-or-mo',
  recommenceInfusion: 'trained-nurse-or-mo',
  assessBleeding: 'prescriber',
  clearSuspension: 'prescriber',
  recordBedsideFact: 'nurse-or-mo',
  restartInfusion: 'trained-nurse-or-mo',
  countersign: 'clinical',
  strikeOut: 'clinical',
  withdraw: 'clinical',
  transferWard: 'clinical',
  closeChart: 'nurse-or-mo',
  writeNote: 'clinical',
  recordEducation: 'clinical',
  recordHandover: 'doctor-or-nurse',
  hangBag: 'nurse-or-mo',
  withholdBolus: 'nurse-or-mo',
  recordAllergies: 'clinical',
  changeAmo: 'clinical',
  recordMedicines: 'clinical',
  recordSecondIndication: 'prescriber',
  endDeviation: 'prescriber',
  explainDeviation: 'nurse-or-mo',
  orderBloods: 'nurse-or-mo',
  recordBloods: 'clinical',
  reviewBloods: 'prescriber',
  answerPlateletAlert: 'prescriber',
  reviewInfusion: 'prescriber',
  reviewEvent: 'prescriber',
  reviewAsPharmacist: 'pharmacist',
  nameMoTold: 'nurse-or-mo',
  recordObservation: 'clinical',
  recordFall: 'clinical',
  recordAdverseEvent: 'clinical',
  tickStep: 'clinical',
  planProcedure: 'prescriber',
  moveProcedure: 'nurse-or-mo',
  endProcedure: 'nurse-or-mo',
  cancelProcedure: 'nurse-or-mo',
}

const CLINICAL: ReadonlySet<Role> = new Set([
  'MO',
  'registrar',
  'AMO',
  'RN',
  'RM',
  'EN',
  'pharmacist',
])

const HANDS_OVER: ReadonlySet<Role> = new Set(doctorsAndNurses)

type Judge = (person: Person, at: Instant) => Refusal | null

const JUDGES: Record<Rule, Judge> = {
  clinical: () => null,
  'doctor-or-nurse': ({ role }) =>
    HANDS_OVER.has(role) ? null : refuse('doctor-or-nurse-only', { role }),
  prescriber: (person) =>
    isMedicalOfficer(person) ? null : refuse('prescribers-only', { role: person.role }),
  pharmacist: ({ role }) => (role === 'pharmacist' ? null : refuse('pharmacists-only', { role })),
  'nurse-or-mo': (person) =>
    isMedicalOfficer(person) || isRegisteredNurse(person)
      ? null
      : refuse('nurse-or-mo-only', { role: person.role }),
  'trained-nurse-or-mo': mayDecide,
}

/** Whether a person may give a command, or sign it first, at `at`: null, or why not (403). */
export function mayUse(kind: Command['kind'], person: Person, at: Instant): Refusal | null {
  if (!CLINICAL.has(person.role)) return refuse('not-clinical', { role: person.role })
  return JUDGES[FIRST[kind]](person, at)
}

function mayDecide(person: Person, at: Instant): Refusal | null {
  if (isMedicalOfficer(person)) return null
  if (!isRegisteredNurse(person)) return refuse('nurse-or-mo-only', { role: person.role })
  return hasPackage(person, at) ? null : refuse('package-needed', packageFacts(person))
}

/** Whether a person may be the second to sign an act at `at` (SIGN-2): null, or why not (403). */
export function maySecond(act: EntryKind, person: Person, at: Instant): Refusal | null {
  if (isMedicalOfficer(person)) return null
  if (isRegisteredNurse(person) || person.role === 'pharmacist') {
    return hasPackage(person, at) ? null : refuse('package-needed', packageFacts(person))
  }
  if (person.role === 'EN') return maySecondAsEnrolledNurse(act, person, at)
  return refuse('not-clinical', { role: person.role })
}

function maySecondAsEnrolledNurse(act: EntryKind, person: Person, at: Instant): Refusal | null {
  const { ivUnits, notation } = person.competencies
  if (notation || !ivUnits) return refuse('enrolled-nurse-may-not-check', { notation, ivUnits })
  if (!hasPackage(person, at)) return refuse('package-needed', packageFacts(person))
  return act === 'bolusGiven' ? refuse('enrolled-nurse-no-bolus', {}) : null
}

function packageFacts({ name, competencies }: Person) {
  return { name, until: competencies.learningPackageUntil }
}
