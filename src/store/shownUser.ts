import type { State } from './state.ts'

/** The user id of whom the page shows: who is signed in, or who it is locked for; null: nobody. */
export function shownUser({ session, lockedFor }: State): string | null {
  if (lockedFor !== null) return lockedFor.userId
  return session.status === 'signed-in' ? session.session.user.userId : null
}
