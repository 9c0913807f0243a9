import type { Role, Signer } from '../../../src/chart/people.ts'

const PACKAGE_UNTIL = '2028-01-01T00:00:00Z'
const PACKAGE_ENDED = '2027-01-01T00:00:00Z'

interface Training {
  readonly learningPackageUntil?: string | null
  readonly ivUnits?: boolean
  readonly notation?: boolean
}

function person(userId: string, name: string, role: Role, training: Training = {}): Signer {
  const competencies = {
    learningPackageUntil: null,
    ivUnits: false,
    notation: false,
    ...training,
  }
  return { userId, name, role, competencies, identity: 'confirmed' }
}

/** The ward's people, synthetic, by the part of their user id after the dot. */
export const people = {
  chen: person('mo.chen', 'Chen, Mei', 'MO'),
  silva: person('reg.silva', 'Silva, Ana', 'registrar'),
  haddad: person('amo.haddad', 'Haddad, Sami', 'AMO'),
  adams: person('rn.adams', 'Adams, Jo', 'RN', { learningPackageUntil: PACKAGE_UNTIL }),
  baker: person('rn.baker', 'Baker, Lee', 'RN', { learningPackageUntil: PACKAGE_UNTIL }),
  cole: person('rn.cole', 'Cole, Sam', 'RN'),
  dunn: person('rn.dunn', 'Dunn, Pat', 'RN', { learningPackageUntil: PACKAGE_ENDED }),
  evans: person('en.evans', 'Evans, Kim', 'EN', {
    learningPackageUntil: PACKAGE_UNTIL,
    ivUnits: true,
  }),
  fox: person('en.fox', 'Fox, Robin', 'EN', {
    learningPackageUntil: PACKAGE_UNTIL,
    ivUnits: true,
    notation: true,
  }),
  gray: person('pharm.gray', 'Gray, Alex', 'pharmacist', { learningPackageUntil: PACKAGE_UNTIL }),
  hall: person('admin.hall', 'Hall, Chris', 'administrator'),
} as const
export type Who = keyof typeof people
