import { demonstrationPeople, demonstrationPinOf } from '../../server/demonstrationAccounts.ts'

/** What a person of the demonstration ward signs in with. @throws Error for anybody else */
export function passwordOf(userId: string): string {
  const person = demonstrationPeople.find((known) => known.userId === userId)
  if (!person) throw new Error(`nobody of the demonstration is called ${userId}`)
  return person.password
}

/** What a person of the demonstration ward signs with. @throws Error for anybody else */
export const pinOf = demonstrationPinOf
