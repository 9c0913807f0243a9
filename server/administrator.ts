import type { NewAccount } from './accounts.ts'
import { EnvironmentRefused } from './environment.ts'

/** What is asked for the first account of an installation. */
export interface Asked {
  readonly userId: string
  readonly name: string
  readonly password: string
  readonly pin: string
}

/** The questions in order, each with the environment variable that answers it unasked. */
export const questions: readonly {
  readonly key: keyof Asked
  readonly variable: string
  readonly text: string
  readonly isSecret: boolean
}[] = [
  {
    key: 'userId',
    variable: 'ADMINISTRATOR_USER_ID',
    text: 'User id of the administrator',
    isSecret: false,
  },
  {
    key: 'name',
    variable: 'ADMINISTRATOR_NAME',
    text: 'Printed name, such as Hall, Chris',
    isSecret: false,
  },
  {
    key: 'password',
    variable: 'ADMINISTRATOR_PASSWORD',
    text: 'Password, 12 characters or more',
    isSecret: true,
  },
  { key: 'pin', variable: 'ADMINISTRATOR_PIN', text: 'Signing PIN, six digits', isSecret: true },
]

const SHORTEST_PASSWORD = 12

/**
 * The administrator's account (accounts only, no clinical acts: SIGN-1).
 * @throws EnvironmentRefused with what is to be given instead
 */
export function administratorFrom(asked: Asked): NewAccount {
  const { userId, name, password, pin } = asked
  demand(
    /^[a-z][a-z0-9.]{1,38}$/.test(userId),
    'Give a user id of small letters, digits and full stops, such as admin.hall.',
  )
  demand(name.trim() !== '', 'Give a printed name.')
  demand(
    password.length >= SHORTEST_PASSWORD,
    `Give a password of ${SHORTEST_PASSWORD} characters or more.`,
  )
  demand(/^\d{6}$/.test(pin), 'Give a PIN of six digits.')
  return {
    userId,
    name,
    role: 'administrator',
    password,
    pin,
    wardIds: [],
    competencies: { learningPackageUntil: null, ivUnits: false, notation: false },
  }
}

function demand(holds: boolean, sentence: string): void {
  if (!holds) throw new EnvironmentRefused(sentence)
}
