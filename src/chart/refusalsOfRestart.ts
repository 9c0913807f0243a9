/** Refusals about a hold, its assessment and the ways back on (TIME-3, INT-1, RECOM-1). */
import type { RefusalKind } from './refusals.ts'

export const restartRefusals = {
  'hold-not-over': {
    status: 422,
    rules: ['TIME-3'],
    title: 'Too soon to restart',
    detail: (say) => `The infusion stays off until ${say.clock('earliest')}.`,
    next: (say) => `Restart at ${say.clock('earliest')}, after the medical officer’s assessment.`,
  },
  'not-assessed': {
    status: 422,
    rules: ['TIME-3'],
    title: 'The medical officer has not assessed the patient yet',
    detail: (say) => `Stopped at ${say.clock('stoppedAt')}; no assessment is signed.`,
    next: () =>
      'Call the medical officer, then the registrar, to assess and sign; restart follows at once.',
  },
  'stays-off': {
    status: 422,
    rules: ['TIME-3'],
    title: 'The infusion stays off by the medical officer’s choice',
    detail: (say) =>
      say.has('until') ? `A decision is planned for ${say.clock('until')}.` : 'No time is set.',
    next: () => 'Ask the medical officer to decide again.',
  },
  'restart-late': {
    status: 422,
    rules: ['TIME-3'],
    title: 'More than 4 hours after the end of the hold',
    detail: (say) => `The hold ended at ${say.clock('holdEnd')}.`,
    next: () => 'A medical officer orders the rate first.',
  },
  'provisional-stop': {
    status: 422,
    rules: ['SIGN-5'],
    title: 'A medical officer decides on this stop',
    detail: () => 'It was a stop on a concern, without a hold and without a restart rate.',
    next: () =>
      'Call the medical officer: adopt the nomogram stop, resume the previous rate, or cease.',
  },
  'no-restart-rate': {
    status: 422,
    rules: ['NOMO-5', 'DEV-1'],
    title: 'The nomogram gives no restart rate',
    detail: () => 'The previous rate less 2 mL/hr is not above 0.',
    next: () => 'The AMO or a registrar orders the rate as a deviation.',
  },
  'off-too-long': {
    status: 422,
    rules: ['INT-1', 'RECOM-1'],
    title: 'Off for more than 4 hours',
    detail: (say) => `The infusion has been off since ${say.clock('since')}.`,
    next: () => 'Cease it; a medical officer prescribes the recommencing.',
  },
  'ceased-since-prescribed': {
    status: 422,
    rules: ['RECOM-1'],
    title: 'A new prescription is needed to recommence',
    detail: () => 'Heparin was ceased, or had to be ceased, after this one was written.',
    next: () => 'A medical officer assesses the patient and prescribes again.',
  },
  'assessed-before-stop': {
    status: 422,
    rules: ['TIME-3', 'SIGN-7'],
    title: 'An assessment cannot be earlier than the stop it is about',
    detail: (say) => `The infusion was stopped at ${say.clock('stoppedAt')}.`,
    next: () => 'Correct the time; if the patient was not looked at since the stop, assess now.',
  },
  'assessed-major': {
    status: 422,
    rules: ['TIME-3', 'BLEED-0'],
    title: 'The last assessment found a suspected major bleed',
    detail: () => 'A restart does not stand on it, also after the suspension was cleared.',
    next: () => 'Call the medical officer to assess again and sign, or to cease.',
  },
  'resumed-before-off': {
    status: 422,
    rules: ['SIGN-7'],
    title: 'Back on before it was off',
    detail: (say) => `The infusion went off at ${say.clock('since')}.`,
    next: () => 'Correct the time.',
  },
  'nothing-stopped': {
    status: 422,
    rules: ['TIME-3'],
    title: 'The infusion is not stopped',
    detail: (say) => `The infusion is ${say.text('status')}.`,
    next: () => 'An assessment belongs to a stop.',
  },
  'until-missing': {
    status: 422,
    rules: ['TIME-3'],
    title: 'Later: until when?',
    detail: () => 'A later restart needs its time.',
    next: () => 'Add the time.',
  },
  'until-past': {
    status: 422,
    rules: ['TIME-3'],
    title: 'That time has passed',
    detail: () => 'The planned time lies before now.',
    next: () => 'Choose a time still to come.',
  },
} as const satisfies Record<string, RefusalKind>
