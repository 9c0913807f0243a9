import * as z from 'zod/mini'
import { password, pin, printedName, userId } from './accountFields.ts'
import type { NewAccount } from './accountKeeping.ts'
import { EnvironmentRefused } from './environment.ts'

const asked = z.strictObject({ userId, name: printedName, password, pin })

/** What is asked for the first account of an installation. */
export type Asked = z.infer<typeof asked>

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

/**
 * The administrator's account (accounts only, no clinical acts: SIGN-1).
 * @throws EnvironmentRefused with what is to be given instead
 */
export function administratorFrom(answers: Asked): NewAccount {
  const result = asked.safeParse(answers)
  if (!result.success) {
    throw new EnvironmentRefused(result.error.issues[0]?.message ?? 'An answer is missing.')
  }
  return {
    ...result.data,
    role: 'administrator',
    wardIds: [],
    competencies: { learningPackageUntil: null, ivUnits: false, notation: false },
  }
}
