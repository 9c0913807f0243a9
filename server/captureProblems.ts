import { Problem } from './problems.ts'

/** 401: nobody has signed in on this tablet yet, so the ward does not know it. */
export function unknownTablet(): Problem {
  return new Problem({
    code: 'unknown-tablet',
    status: 401,
    title: 'The ward does not know this tablet',
    detail: 'Nobody has signed in on it yet.',
    next: 'Stop the pump, write it on the paper chart, and sign in.',
  })
}

/** 403: without the server only stops, samples and observations are captured: nothing that authorises a dose. */
export function notToBeKept(): Problem {
  return new Problem({
    code: 'not-to-be-kept',
    status: 403,
    title: 'This is not captured without a session',
    detail: 'Only a stop, a sample collected and an observation are, the last two by a person.',
    next: 'Sign in and do it on the chart.',
    rules: ['CHART-10', 'SIGN-3'],
  })
}

/** 403: the author of a kept fact was not on this tablet in that shift. */
export function authorNotOfTablet(): Problem {
  return new Problem({
    code: 'author-not-of-tablet',
    status: 403,
    title: 'Its author was not signed in on this tablet',
    detail: 'A kept fact has an author who gave their password on this tablet in that shift.',
    next: 'Sign in, look at the chart, and record it from there.',
    rules: ['SIGN-7'],
  })
}
