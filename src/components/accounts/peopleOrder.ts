import type { Account } from '../../store/accounts.ts'
import type { Instant } from '../../time.ts'
import { packageState } from './packageState.ts'

/** What part of the people is shown. */
export interface PeopleAsked {
  readonly search: string
  /** Null: every ward. */
  readonly wardId: string | null
}

/** The people asked for: packages that have run out first, then those that will within 30 days; ended accounts last. */
export function peopleInOrder(
  accounts: readonly Account[],
  { search, wardId }: PeopleAsked,
  now: Instant,
): Account[] {
  const words = search.trim().toLowerCase()
  return accounts
    .filter((each) => wardId === null || each.wardIds.includes(wardId))
    .filter(({ name, userId }) => `${name} ${userId}`.toLowerCase().includes(words))
    .sort((a, b) => rankOf(a, now) - rankOf(b, now) || a.name.localeCompare(b.name))
}

function rankOf({ endedAt, competencies }: Account, now: Instant): number {
  if (endedAt !== null) return 3
  const state = packageState(competencies.learningPackageUntil, now)
  if (state === 'out') return 0
  return state === 'soon' ? 1 : 2
}
