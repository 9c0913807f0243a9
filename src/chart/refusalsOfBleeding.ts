/** Refusals about observations, falls and adverse events. */
import type { RefusalKind } from './refusals.ts'

export const bleedingRefusals = {
  'guideline-not-open': {
    status: 422,
    rules: ['BLEED-1', 'FALL-1', 'AE-1'],
    title: 'This guideline is not open on the chart',
    detail: (say) => `Entry ${say.text('aboutSeq')} has no open guideline of this kind.`,
    next: () => 'Look at the chart as it is now. What was done can be written as a note.',
  },
  'no-such-step': {
    status: 422,
    rules: ['BLEED-1', 'FALL-1', 'AE-1'],
    title: 'The guideline has no such step',
    detail: (say) => `It has no step “${say.text('step')}”.`,
    next: () => 'Open the guideline from the chart and tick there.',
  },
  'step-done-already': {
    status: 422,
    rules: ['BLEED-1', 'FALL-1', 'AE-1'],
    title: 'This step is ticked already',
    detail: (say) => `${say.text('name')} ticked it at ${say.clock('since')}.`,
    next: () => 'Nothing more is needed.',
  },
  'step-is-the-cease': {
    status: 422,
    rules: ['SIGN-5', 'BLEED-1', 'FALL-1'],
    title: 'Ceasing is not ticked, it is done with STOP',
    detail: () => 'The infusion has not ceased on this chart.',
    next: () => 'STOP, at the top right: it counts at once.',
  },
  'step-needs-name': {
    status: 422,
    rules: ['BLEED-1', 'FALL-1', 'AE-1'],
    title: 'Who was spoken to, and when?',
    detail: () => 'This step is a conversation: its tick names the person and the time.',
    next: () => 'Add the name and the time.',
  },
  'no-such-event': {
    status: 422,
    rules: ['OBS-1', 'BLEED-1', 'AE-1'],
    title: 'There is no event to review here',
    detail: (say) => `Entry ${say.text('eventSeq')} asks for no review.`,
    next: () => 'A suspension is cleared; everything else is reviewed from the due list.',
  },
  'event-reviewed-already': {
    status: 422,
    rules: ['OBS-1', 'BLEED-1', 'AE-1'],
    title: 'This event has been reviewed',
    detail: () => 'A medical officer’s review of it is on the chart.',
    next: () => 'Add what is new as a note, or record a new event.',
  },
  'reviewed-before-event': {
    status: 422,
    rules: ['SIGN-7', 'AE-1'],
    title: 'A review cannot be earlier than what it is about',
    detail: (say) => `The event was at ${say.clock('since')}.`,
    next: () => 'Correct the time of the review.',
  },
} as const satisfies Record<string, RefusalKind>
