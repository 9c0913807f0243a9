/** Refusals about who signs, and about what was signed (SIGN). */
import type { RefusalKind } from './refusals.ts'

export const whoRefusals = {
  'not-clinical': {
    status: 403,
    rules: ['SIGN-1'],
    title: 'This role signs nothing on a chart',
    detail: (say) => `The role is ${say.text('role')}.`,
    next: () => 'Ask a nurse, a medical officer or a pharmacist of the ward.',
  },
  'prescribers-only': {
    status: 403,
    rules: ['SIGN-2'],
    title: 'A medical officer signs this',
    detail: (say) =>
      `Prescribing, ordering, assessing and clearing are not open to the role ${say.text('role')}.`,
    next: () => 'Call the medical officer, registrar or AMO.',
  },
  'pharmacists-only': {
    status: 403,
    rules: ['SIGN-6'],
    title: 'A pharmacist signs this review',
    detail: (say) => `The role is ${say.text('role')}.`,
    next: () => 'Ask a pharmacist, or write a note.',
  },
  'nurse-or-mo-only': {
    status: 403,
    rules: ['SIGN-2'],
    title: 'A registered nurse or a medical officer signs this first',
    detail: (say) => `The role is ${say.text('role')}.`,
    next: () => 'Ask a registered nurse, a midwife or a medical officer.',
  },
  'doctor-or-nurse-only': {
    status: 403,
    rules: ['HAND-1'],
    title: 'Doctors and nurses hand over',
    detail: (say) => `The role is ${say.text('role')}.`,
    next: () => 'Write a note instead, or ask the nurse or the medical officer to hand over.',
  },
  'package-needed': {
    status: 403,
    rules: ['SIGN-2', 'SIGN-1'],
    title: 'The IV heparin learning package is needed',
    detail: (say) =>
      say.has('until')
        ? `The learning package of ${say.text('name')} has run out.`
        : `${say.text('name')} has no learning package on record.`,
    next: () => 'Ask a colleague whose learning package is current, or a medical officer.',
  },
  'enrolled-nurse-may-not-check': {
    status: 403,
    rules: ['SIGN-2'],
    title: 'This enrolled nurse may not be the second check',
    detail: (say) =>
      say.text('notation') === 'true'
        ? 'An enrolled nurse with a notation does not check a heparin infusion.'
        : 'The intravenous medication units are not on record.',
    next: () => 'Ask a registered nurse, a pharmacist or a medical officer.',
  },
  'enrolled-nurse-no-bolus': {
    status: 403,
    rules: ['SIGN-2'],
    title: 'An enrolled nurse does not check a bolus',
    detail: () => 'The second check of a bolus is not open to enrolled nurses.',
    next: () => 'Ask a registered nurse, a pharmacist or a medical officer.',
  },
  'deviation-authority': {
    status: 403,
    rules: ['DEV-1'],
    title: 'Only an AMO, or a registrar for an AMO, deviates from the protocol',
    detail: (say) => `The role is ${say.text('role')}.`,
    next: () => 'Call the registrar or the AMO.',
  },
  'first-signer-withdraws': {
    status: 403,
    rules: ['SIGN-9'],
    title: 'Only its first signer withdraws an act',
    detail: (say) => `It was signed by ${say.text('name')}.`,
    next: () => 'Ask the first signer, or let it lapse.',
  },
  'author-or-mo-strikes': {
    status: 403,
    rules: ['CHART-1'],
    title: 'Only its author or a medical officer strikes an entry out',
    detail: (say) => `It was entered by ${say.text('name')}.`,
    next: () => 'Ask the author or a medical officer.',
  },
  'mo-resumes': {
    status: 403,
    rules: ['SIGN-5'],
    title: 'A medical officer decides on a provisional stop',
    detail: () => 'The infusion was stopped on a concern; a medical officer signs first.',
    next: () => 'Call the medical officer. The infusion stays off.',
  },
  'deviation-names-no-amo': {
    status: 422,
    rules: ['DEV-1'],
    title: 'For which AMO?',
    detail: () => 'A registrar deviates on behalf of a named AMO.',
    next: () => "Add the AMO's name.",
  },
  'same-person': {
    status: 422,
    rules: ['SIGN-3'],
    title: 'The second signature is another person’s',
    detail: () => 'The same person has signed this first.',
    next: () => 'Ask a colleague to check and sign.',
  },
  'second-check-differs': {
    status: 422,
    rules: ['SIGN-4'],
    title: 'The two do not agree',
    detail: () => 'What the checker keyed differs from the first signature.',
    next: (say) =>
      say.has('bag')
        ? 'Read the bag’s label again, both of you. Until you agree the chart gives no advice and takes no rate; STOP is always taken. (CHART-9)'
        : 'Do not change the pump. Read the laboratory report and the nomogram again, and key once more.',
  },
  'read-back-differs': {
    status: 422,
    rules: ['SIGN-4'],
    title: 'The pump does not show the checked rate',
    detail: () => 'The rate read from the pump differs from the rate that both have checked.',
    next: () => 'Set the pump to the rate on the card and read it again.',
  },
  'figures-missing': {
    status: 422,
    rules: ['SIGN-4'],
    title: 'The check is not complete',
    detail: (say) => `Missing: ${say.text('missing')}.`,
    next: () => 'Key every figure that is asked for.',
  },
  'pump-time-before-check': {
    status: 422,
    rules: ['SIGN-4'],
    title: 'The pump was not set before the check',
    detail: (say) =>
      `The stated pump time lies before ${say.clock('from')}, when it was signed or checked.`,
    next: () =>
      'State when the pump was really set; a change made earlier is recorded as a bedside fact.',
  },
  'lapsed-or-void': {
    status: 422,
    rules: ['SIGN-8'],
    title: 'This act waits for no signature any more',
    detail: () => 'It has lapsed, was voided or withdrawn, or is already signed.',
    next: () =>
      'Do not change the pump. If it was changed, record the rate found. Then look at the chart and sign again.',
  },
  'one-act-at-a-time': {
    status: 422,
    rules: ['SIGN-9'],
    title: 'Another act waits for its second check',
    detail: (say) => `${say.text('name')} signed at ${say.clock('since')}.`,
    next: () => 'Finish its second check first, or ask its first signer to withdraw it.',
  },
  'finish-read-back': {
    status: 422,
    rules: ['SIGN-8'],
    title: 'A pump is being set',
    detail: () => 'The figures agree and the pump is being set; this waits for the read-back.',
    next: () =>
      'Key the rate read from the pump, or record that the pump was not changed. A stop is always open.',
  },
  'chart-moved-on': {
    status: 409,
    rules: ['SIGN-8'],
    title: 'The chart has changed since you opened it',
    detail: () => 'Something that bears on the dose was entered in the meantime.',
    next: () => 'Look at what is new, then sign again.',
  },
  'shown-differs': {
    status: 409,
    rules: ['SIGN-8'],
    title: 'What you saw is no longer so',
    detail: (say) => `Changed: ${say.text('differs')}.`,
    next: () => 'Look at the chart as it is now, then sign again.',
  },
} as const satisfies Record<string, RefusalKind>
