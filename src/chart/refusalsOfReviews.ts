/** Refusals about reviews. */
import type { RefusalKind } from './refusals.ts'

export const reviewRefusals = {
  'nothing-to-review': {
    status: 422,
    rules: ['TIME-4'],
    title: 'The infusion has not started',
    detail: () => 'The daily review looks at an infusion that has run.',
    next: () => 'Write a note, or review it after the start.',
  },
  'review-before-start': {
    status: 422,
    rules: ['TIME-4', 'SIGN-7'],
    title: 'A review cannot be older than the infusion',
    detail: (say) =>
      `It is stated for ${say.clock('stated')}; the infusion started at ${say.clock('since')}.`,
    next: () => 'Correct the time of the review.',
  },
  'no-mo-to-name': {
    status: 422,
    rules: ['SIGN-2'],
    title: 'No MO is to be named for this act',
    detail: () =>
      'The MO told has been named already, an MO signed or ordered it, or it is no titration in effect.',
    next: () => 'Look at the record. A wrong name is struck out, then named again.',
  },
  'told-before-result': {
    status: 422,
    rules: ['SIGN-2', 'SIGN-7'],
    title: 'The MO cannot have been told before the result came',
    detail: (say) =>
      `Told is stated for ${say.clock('stated')}; the result came at ${say.clock('since')}.`,
    next: () => 'Correct the time at which the MO was told.',
  },
} as const satisfies Record<string, RefusalKind>
