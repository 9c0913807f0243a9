import type { Person } from '../src/chart/people.ts'
import { Problem } from './problems.ts'

/** 401 of its own kind: the session stands, but its person has to unlock it first. Tells whose it is. */
export function sessionLocked({ userId, name, role }: Person): Problem {
  return new Problem({
    code: 'session-locked',
    status: 401,
    title: 'This tablet is locked',
    detail: `It is locked for ${name}. What was typed is kept.`,
    next: 'Unlock it with your PIN, or switch to another person. STOP is reachable without it.',
    facts: { userId, name, role },
  })
}

/** 401: the page shows somebody else than whose session it is, so nothing is told or done in either name. */
export function anotherPerson(): Problem {
  return new Problem({
    code: 'another-person',
    status: 401,
    title: 'Another person has this tablet',
    detail: 'Somebody has signed in on another page of it. Nothing was done in either name.',
    next: 'Sign in here to go on. STOP is reachable without it.',
  })
}

/** 403: a wrong PIN at the lock. */
export function unlockRefused(): Problem {
  return new Problem({
    code: 'unlock-refused',
    status: 403,
    title: 'Not unlocked',
    detail: 'The PIN is not that of the person whose session this is.',
    next: 'Key the PIN again.',
  })
}

/** 403: unknown person, wrong PIN, and somebody who has to give their password first, told alike. */
export function switchRefused(): Problem {
  return new Problem({
    code: 'switch-refused',
    status: 403,
    title: 'Not switched',
    detail:
      'The PIN is not right, or this person has not signed in on this tablet with their password in this shift.',
    next: 'Key the PIN again, or sign in with your password.',
  })
}

/** 403: only an administrator reads who has read. */
export function administratorsReview(): Problem {
  return new Problem({
    code: 'administrators-review',
    status: 403,
    title: 'Administrators only',
    detail: 'Who has read which chart is reviewed by administrators.',
    next: 'Ask an administrator.',
    rules: ['SIGN-1'],
  })
}

/** 403: a chart of another ward is opened for a patient's care. */
export function clinicalRolesOnly(): Problem {
  return new Problem({
    code: 'clinical-roles-only',
    status: 403,
    title: 'Clinical roles only',
    detail: 'A chart of another ward is opened in an emergency by those who treat the patient.',
    next: 'Ask somebody who treats the patient.',
    rules: ['SIGN-1'],
  })
}

/** 409: no emergency access is needed for a chart of one's own ward. */
export function alreadyYours(chartId: string): Problem {
  return new Problem({
    code: 'already-yours',
    status: 409,
    title: 'This chart is on your ward',
    detail: 'It is open to you without an emergency access. Nothing was recorded.',
    next: 'Open it from the ward board.',
    facts: { chartId },
  })
}

/** 409: an access that was reviewed stays as it was reviewed. */
export function alreadyReviewed(): Problem {
  return new Problem({
    code: 'already-reviewed',
    status: 409,
    title: 'There is nothing to review',
    detail: 'This access was reviewed already, or there is none by this id.',
    next: 'Read the list again.',
  })
}
