import type { Account } from '../../../src/store/accounts.ts'
import { type Answer, type FakeWard, type Seen, sessionOf } from '../../support/fakeWard.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'

/** The administrator; signs nothing and sees no chart. */
export const HALL = {
  userId: 'admin.hall',
  name: 'Hall, Robin',
  role: 'administrator',
  competencies: { learningPackageUntil: null, ivUnits: false, notation: false },
}

/** A nurse whose learning package counts for another year. */
export function nurse(userId: string, name: string, more: Partial<Account> = {}): Account {
  return {
    userId,
    name,
    role: 'RN',
    wardIds: ['7-west'],
    competencies: until('2028-03-09T13:00:00Z'),
    endedAt: null,
    hasPin: true,
    passwordIsTemporary: false,
    ...more,
  }
}

/** A learning package that counts up to an instant; null: none. */
export function until(learningPackageUntil: string | null): Account['competencies'] {
  return { learningPackageUntil, ivUnits: false, notation: false }
}

const WARDS = [
  { wardId: '7-west', name: '7 West' },
  { wardId: 'ccu', name: 'CCU' },
]

/** The administrator's pages over some accounts; `change` answers what is sent. */
export function renderAdministration(
  path: string,
  accounts: readonly Account[],
  change: (seen: Seen) => Answer | null = () => null,
): Promise<FakeWard> {
  const read: Record<string, object> = {
    '/api/accounts': { accounts },
    '/api/wards': { wards: WARDS },
    '/api/session': { ...sessionOf(HALL), wards: [] },
  }
  return renderOnWard(path, {
    user: HALL,
    answer: (seen) => {
      if (seen.method !== 'GET') return change(seen)
      const body = read[seen.path]
      return body ? { status: 200, body } : null
    },
  })
}

/** What was sent to change something, without what was only read. */
export function changesIn({ seen }: FakeWard): Seen[] {
  return seen.filter(
    ({ method, path }) => method !== 'GET' && /^\/api\/(accounts|wards)/.test(path),
  )
}
