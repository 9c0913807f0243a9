import { type Instant, isoOf, plusHours } from '../src/time.ts'
import type { NewAccount } from './accountKeeping.ts'
import type { Accounts } from './accounts.ts'

const PASSWORD = 'demonstration'
const HOURS_PER_DAY = 24
const DAYS_PER_YEAR = 365
const EXPIRED_DAYS_BEFORE = 30

/** The wards of the demonstration. */
const demonstrationWards = [
  { wardId: '7-west', name: '7 West' },
  { wardId: 'ccu', name: 'CCU' },
]

type Package = 'current' | 'expired' | 'none'

/** A person of the demonstration, with what the sign-in page tells about them. */
export interface DemonstrationPerson {
  readonly userId: string
  readonly name: string
  readonly role: NewAccount['role']
  readonly about: string
  readonly pin: string
  readonly password: string
  readonly wardId: string
  readonly learningPackage: Package
  readonly ivUnits: boolean
  readonly notation: boolean
}

type Given = Pick<DemonstrationPerson, 'userId' | 'name' | 'role' | 'about' | 'pin'> &
  Partial<DemonstrationPerson>

function person(given: Given): DemonstrationPerson {
  return {
    password: PASSWORD,
    wardId: '7-west',
    learningPackage: 'none',
    ivUnits: false,
    notation: false,
    ...given,
  }
}

/** Everybody of the demonstration; their secrets are printed on the sign-in page. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  person({
    userId: 'mo.chen',
    name: 'Chen, Mei',
    role: 'MO',
    about: 'Medical officer',
    pin: '310274',
  }),
  person({
    userId: 'mo.okafor',
    name: 'Okafor, Ife',
    role: 'MO',
    about: 'Medical officer',
    pin: '594163',
  }),
  person({
    userId: 'reg.silva',
    name: 'Silva, Ana',
    role: 'registrar',
    about: 'Registrar',
    pin: '826305',
  }),
  person({
    userId: 'amo.haddad',
    name: 'Haddad, Sami',
    role: 'AMO',
    about: 'Attending medical officer',
    pin: '471920',
  }),
  person({
    userId: 'rn.adams',
    name: 'Adams, Jo',
    role: 'RN',
    about: 'Registered nurse with the learning package',
    pin: '204811',
    learningPackage: 'current',
  }),
  person({
    userId: 'rn.baker',
    name: 'Baker, Lee',
    role: 'RN',
    about: 'Registered nurse with the learning package',
    pin: '738256',
    learningPackage: 'current',
  }),
  person({
    userId: 'rn.cole',
    name: 'Cole, Sam',
    role: 'RN',
    about: 'Registered nurse without the learning package',
    pin: '665019',
  }),
  person({
    userId: 'rn.dunn',
    name: 'Dunn, Pat',
    role: 'RN',
    about: 'Registered nurse, learning package out of date',
    pin: '913840',
    learningPackage: 'expired',
  }),
  person({
    userId: 'en.evans',
    name: 'Evans, Kim',
    role: 'EN',
    about: 'Enrolled nurse with IV units and the learning package',
    pin: '350782',
    learningPackage: 'current',
    ivUnits: true,
  }),
  person({
    userId: 'en.fox',
    name: 'Fox, Robin',
    role: 'EN',
    about: 'Enrolled nurse with notation',
    pin: '187634',
    learningPackage: 'current',
    ivUnits: true,
    notation: true,
  }),
  person({
    userId: 'pharm.gray',
    name: 'Gray, Alex',
    role: 'pharmacist',
    about: 'Pharmacist with the learning package',
    pin: '542098',
    learningPackage: 'current',
  }),
  person({
    userId: 'admin.hall',
    name: 'Hall, Chris',
    role: 'administrator',
    about: 'Administrator',
    pin: '779153',
  }),
  person({
    userId: 'rn.ivers',
    name: 'Ivers, Nic',
    role: 'RN',
    about: 'Registered nurse with the learning package',
    pin: '426517',
    learningPackage: 'current',
    wardId: 'ccu',
  }),
  person({
    userId: 'mo.jansen',
    name: 'Jansen, Mieke',
    role: 'MO',
    about: 'Medical officer',
    pin: '682394',
    wardId: 'ccu',
  }),
  person({
    userId: 'rn.khan',
    name: 'Khan, Yusuf',
    role: 'RN',
    about: 'Registered nurse with the learning package',
    pin: '159738',
    learningPackage: 'current',
    wardId: 'ccu',
  }),
]

/** The signing PIN of a person of the demonstration. @throws Error for anybody else */
export function demonstrationPinOf(userId: string): string {
  const person = demonstrationPeople.find((known) => known.userId === userId)
  if (!person) throw new Error(`nobody of the demonstration is called ${userId}`)
  return person.pin
}

/** The facility of the demonstration, once all of it stands. */
export const DEMONSTRATION_FACILITY = 'Demonstration Hospital'

/** Makes the demonstration's facility, wards and accounts; packages count from the clinical clock. */
export async function addDemonstrationAccounts(
  accounts: Accounts,
  now: Instant,
  facilityName = DEMONSTRATION_FACILITY,
): Promise<void> {
  await accounts.nameFacility(facilityName)
  for (const ward of demonstrationWards) await accounts.addWard(ward)
  for (const each of demonstrationPeople) await accounts.add(accountOf(each, now))
}

/** The account of a person of the demonstration; packages count from the clinical clock. */
export function accountOf(person: DemonstrationPerson, now: Instant): NewAccount {
  const { userId, name, role, password, pin, wardId, learningPackage, ivUnits, notation } = person
  return {
    userId,
    name,
    role,
    password,
    pin,
    wardIds: [wardId],
    competencies: {
      learningPackageUntil: packageUntil(learningPackage, now),
      ivUnits,
      notation,
    },
  }
}

function packageUntil(state: Package, now: Instant): string | null {
  switch (state) {
    case 'current':
      return isoOf(plusHours(now, DAYS_PER_YEAR * HOURS_PER_DAY))
    case 'expired':
      return isoOf(plusHours(now, -EXPIRED_DAYS_BEFORE * HOURS_PER_DAY))
    case 'none':
      return null
  }
}
