import { weakSecret } from './accountProblems.ts'

const FEWEST_CHARACTERS = 5

/** @throws weakSecret, naming the field, for a password that has the user id in it or is made of few different characters */
export function demandStrongPassword(
  password: string,
  userId: string,
  field: 'password' | 'newPassword' = 'password',
): void {
  if (password.toLowerCase().includes(userId)) {
    throw weakSecret('It has the user id in it.', field)
  }
  if (new Set(password).size < FEWEST_CHARACTERS) {
    throw weakSecret('It is made of few different characters.', field)
  }
}
