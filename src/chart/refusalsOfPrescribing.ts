/** Refusals about what surrounds a prescription (CHART-3, CHART-4, CHART-6, BOL-3, DEV-1). */
import type { RefusalKind } from './refusals.ts'

export const prescribingRefusals = {
  'risk-outweighs-benefit': {
    status: 422,
    rules: ['CHART-4'],
    title: 'The benefit does not outweigh the risk',
    detail: () => 'The risk assessment says so, and heparin is begun only where it does.',
    next: () => 'Do not prescribe. Talk to the AMO about another way.',
  },
  'risks-not-considered': {
    status: 422,
    rules: ['CHART-4'],
    title: 'The risk assessment is not complete',
    detail: (say) => `Not considered: ${say.text('missing')}.`,
    next: () => 'Consider each of them for this patient and tick it.',
  },
  'second-indication-protocol': {
    status: 422,
    rules: ['CHART-3'],
    title: 'The AMO chose another protocol',
    detail: (say) =>
      `For the two indications ${say.text('amo')} chose ${say.text('chosen')}, not ${say.text('protocol')}.`,
    next: () =>
      'Prescribe the protocol that the AMO chose, or ask the AMO and write the new choice with its reason into the prescription.',
  },
  'anticoagulant-not-answered': {
    status: 422,
    rules: ['BOL-3'],
    title: 'An anticoagulant is on the list of medicines',
    detail: (say) =>
      `${say.text('agent')}, therapeutic: ${say.text('therapeutic')}. "Already anticoagulated" is not among the bolus restrictions.`,
    next: () =>
      'Answer "already anticoagulated" with yes and ask haematology, or correct the list: therapeutic "no".',
  },
  'antiplatelet-not-ceased': {
    status: 422,
    rules: ['CHART-6'],
    title: 'Antiplatelets are not ceased on NSTEMI and STEMI',
    detail: (say) =>
      `${say.text('agent')} is to be ceased, and the protocol is ${say.text('protocol')}.`,
    next: () => 'Continue it. Only the AMO, or a registrar for the AMO, deviates with a reason.',
  },
  'antiplatelet-names-no-amo': {
    status: 422,
    rules: ['CHART-6'],
    title: 'Ceasing an antiplatelet is the AMO’s decision',
    detail: (say) => `${say.text('agent')} is to be ceased, and no AMO is named.`,
    next: () => 'Ask the AMO and enter the name, or continue the antiplatelet.',
  },
  'deviation-until-past': {
    status: 422,
    rules: ['DEV-1'],
    title: 'The deviation would have ended already',
    detail: (say) => `It is to hold until ${say.clock('until')}.`,
    next: () => 'Give a time that lies ahead, or let it hold for this act only.',
  },
  'deviation-end-authority': {
    status: 403,
    rules: ['DEV-1'],
    title: 'Only an AMO, or a registrar for an AMO, ends a deviation',
    detail: (say) => `The role is ${say.text('role')}.`,
    next: () => 'Call the registrar or the AMO. STOP stays open to everybody.',
  },
  'deviation-not-in-force': {
    status: 422,
    rules: ['DEV-1'],
    title: 'This deviation is not in force',
    detail: () => 'It has ended already, or was for one act only.',
    next: () => 'Look at the chart as it is now; nothing needs to be ended.',
  },
  'no-such-deviation': {
    status: 422,
    rules: ['DEV-1'],
    title: 'There is no such deviation',
    detail: (say) => `Entry ${say.text('deviationSeq')} brings no deviation, or was struck out.`,
    next: () => 'Name the prescription or order that deviates.',
  },
  'deviation-over': {
    status: 422,
    rules: ['DEV-1'],
    title: 'The deviation that this rate was prescribed under is over',
    detail: (say) => `Prescribed: ${say.rate('rateMlPerHour')}, as a deviation that has ended.`,
    next: () => 'A medical officer prescribes anew.',
  },
  'no-bolus-after-cause': {
    status: 422,
    rules: ['RECOM-1', 'BOL-6'],
    title: 'No bolus after a bleed, a head injury or HIT',
    detail: (say) => `Heparin was ceased on this chart for ${say.text('reason')}.`,
    next: () => 'The rate goes up without it.',
  },
} as const satisfies Record<string, RefusalKind>
