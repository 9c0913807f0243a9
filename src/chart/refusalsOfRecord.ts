/** Refusals about times, weights, results and the record itself (SIGN-7, INIT-6, NOMO-1 to 3, NOMO-9 to 11, CHART). */
import type { RefusalKind } from './refusals.ts'

const dueSample = 'Collect the APTT that is due; the due list shows when.'

export const recordRefusals = {
  'in-the-future': {
    status: 422,
    rules: ['SIGN-7'],
    title: 'That time has not come yet',
    detail: (say) => `The stated time is ${say.clock('stated')}.`,
    next: () => 'State when it really happened.',
  },
  'late-without-reason': {
    status: 422,
    rules: ['SIGN-7'],
    title: 'Why is this recorded so late?',
    detail: (say) => `It happened at ${say.clock('stated')}, more than 60 minutes ago.`,
    next: () => 'Correct the time, or add the reason for the delay.',
  },
  'earlier-than-in-effect': {
    status: 422,
    rules: ['SIGN-7', 'CHART-10'],
    title: 'Something later is already in effect',
    detail: (say) =>
      `It is stated for ${say.clock('stated')}; the last change took effect at ${say.clock('inEffectSince')}.`,
    next: () => 'If it was really done then, record it as a bedside fact and read the pump.',
  },
  'resulted-before-collected': {
    status: 422,
    rules: ['SIGN-7'],
    title: 'A result cannot be older than its sample',
    detail: (say) => `The sample was collected at ${say.clock('collectedAt')}.`,
    next: () => 'Correct the collection time or the time of the result.',
  },
  'before-its-sample': {
    status: 422,
    rules: ['SIGN-7'],
    title: 'A decision cannot be older than its sample',
    detail: (say) => `The sample was collected at ${say.clock('collectedAt')}.`,
    next: () => 'Correct the time of the change.',
  },
  'chart-closed': {
    status: 422,
    rules: ['CHART-8'],
    title: 'This chart is closed',
    detail: () => 'Nothing more is entered on a closed chart.',
    next: () => 'Open a new chart for this patient.',
  },
  'close-after-cease': {
    status: 422,
    rules: ['CHART-8'],
    title: 'A chart closes after the infusion has ceased',
    detail: (say) => `The infusion is ${say.text('status')}.`,
    next: () => 'Cease the infusion first.',
  },
  'close-after-clearing': {
    status: 422,
    rules: ['CHART-8', 'BLEED-0'],
    title: 'Heparin is suspended: this chart stays open',
    detail: (say) =>
      `Open since ${say.clock('since')}: ${say.text('reason')}. Another chart would not know of it.`,
    next: () => 'Close it when a medical officer has cleared the suspension with a finding.',
  },
  'close-after-procedure': {
    status: 422,
    rules: ['CHART-8', 'PROC-1'],
    title: 'A procedure holds heparin back: this chart stays open',
    detail: (say) => `${say.text('procedure')}: another chart would not know of it.`,
    next: (say) =>
      say.has('earliest')
        ? `Close it from ${say.dayAndClock('earliest')} on.`
        : 'Record how the procedure ended and that the bleeding has stopped, or cancel its plan; then close.',
  },
  'weight-decimals': {
    status: 422,
    rules: ['INIT-6', 'INIT-4'],
    title: 'A weight has at most one decimal',
    detail: (say) => `Entered: ${say.kg('kg')}.`,
    next: () => 'Enter the weight in kg to 0.1 kg.',
  },
  'weight-out-of-range': {
    status: 422,
    rules: ['INIT-6'],
    title: 'That is not a weight in kg',
    detail: (say) =>
      `Entered: ${say.kg('kg')}; accepted: ${say.text('minKg')} to ${say.kg('maxKg')}.`,
    next: () => 'Check the scales and the unit: kg only, no pounds and no height.',
  },
  'reason-for-estimate': {
    status: 422,
    rules: ['INIT-6'],
    title: 'Why is the weight estimated?',
    detail: () => 'An estimated weight needs its reason, such as an intubated patient.',
    next: () => 'Add the reason, or weigh the patient.',
  },
  'aptt-refused': {
    status: 422,
    rules: ['NOMO-2'],
    title: 'This is not an APTT as a laboratory reports it',
    detail: (say) => `Entered: “${say.text('text')}” (${say.text('why')}).`,
    next: () =>
      'Key seconds with at most one decimal, from 10 to 400, or > or < before a limit, or choose a word. A stop stays open.',
  },
  'no-such-collection': {
    status: 422,
    rules: ['NOMO-11'],
    title: 'There is no such collection on this chart',
    detail: () => 'The result names a sample that is not recorded here.',
    next: () => 'Choose the sample again, or enter its collection time and site.',
  },
  'no-such-result': {
    status: 422,
    rules: ['NOMO-9'],
    title: 'There is no such result on this chart',
    detail: (say) => `Entry ${say.text('resultSeq')} is not a result here.`,
    next: () => 'Open the result from the chart and sign there.',
  },
  'sample-rejected': {
    status: 422,
    rules: ['NOMO-9', 'NOMO-2'],
    title: 'The laboratory refused this specimen',
    detail: () => 'A clotted, haemolysed or insufficient specimen has no result.',
    next: () => 'Collect another APTT now.',
  },
  'sample-baseline': {
    status: 422,
    rules: ['NOMO-9', 'NOMO-12'],
    title: 'A baseline never changes the rate',
    detail: (say) => `It was collected at ${say.clock('collectedAt')}, before the infusion ran.`,
    next: () => dueSample,
  },
  'sample-off': {
    status: 422,
    rules: ['NOMO-9', 'NOMO-10'],
    title: 'This sample was taken while the infusion was off',
    detail: (say) => `It was collected at ${say.clock('collectedAt')}.`,
    next: () =>
      'Show it to the medical officer with the assessment; the restart stands as planned.',
  },
  'stale-sample': {
    status: 422,
    rules: ['NOMO-9'],
    title: 'This sample cannot change the rate',
    detail: (say) =>
      `It was collected at ${say.clock('collectedAt')}, not after the last change at ${say.clock('changedAt')}.`,
    next: () => dueSample,
  },
  'sample-superseded': {
    status: 422,
    rules: ['NOMO-9'],
    title: 'A later sample has been decided on',
    detail: (say) => `This one was collected at ${say.clock('collectedAt')}.`,
    next: () => dueSample,
  },
  'sample-line': {
    status: 422,
    rules: ['NOMO-9', 'NOMO-13'],
    title: 'This sample came from the heparin line or limb',
    detail: () => 'Heparin from the line makes the APTT read too long.',
    next: () => 'Collect another APTT now, from the other limb.',
  },
  'sample-early': {
    status: 422,
    rules: ['NOMO-9', 'NOMO-17'],
    title: 'This sample was taken too soon after the last change',
    detail: (say) =>
      `Collected at ${say.clock('collectedAt')}, last change at ${say.clock('changedAt')}.`,
    next: () => 'A medical officer decides: this row now, or wait for the sample that is due.',
  },
  'sample-old': {
    status: 422,
    rules: ['NOMO-9', 'NOMO-17'],
    title: 'This sample is more than 6 hours old',
    detail: (say) => `It was collected at ${say.clock('collectedAt')}.`,
    next: () => 'Collect another APTT now; a medical officer decides on this one.',
  },
  'sample-acted': {
    status: 422,
    rules: ['NOMO-11'],
    title: 'This sample has been decided on already',
    detail: (say) => `The decision is entry ${say.text('decidedBy')} of this chart.`,
    next: () => 'A sample changes the rate once; an amended result goes to the medical officer.',
  },
  'result-struck-out': {
    status: 422,
    rules: ['CHART-1'],
    title: 'This result is struck out',
    detail: () => 'A struck-out result changes nothing.',
    next: () => 'Enter the right result for the same sample.',
  },
  'not-to-be-struck': {
    status: 422,
    rules: ['CHART-1'],
    title: 'This entry is not struck out',
    detail: (say) => `Entry ${say.text('seq')} is a signature, an opening or not on this chart.`,
    next: () => 'Strike out the act itself.',
  },
  'already-struck': {
    status: 422,
    rules: ['CHART-1'],
    title: 'This entry is struck out already',
    detail: (say) => `Entry ${say.text('seq')}.`,
    next: () => 'Nothing more is needed.',
  },
  'fact-needs-rate': {
    status: 422,
    rules: ['CHART-10'],
    title: 'At which rate was the pump found?',
    detail: () => 'The rate read from the pump is missing.',
    next: () => 'Add the rate in mL/hr.',
  },
  'fact-needs-units': {
    status: 422,
    rules: ['CHART-10'],
    title: 'How much was injected?',
    detail: () => 'The units of the bolus are missing.',
    next: () => 'Add the units.',
  },
  'infusion-not-in-this-state': {
    status: 422,
    rules: ['SIGN-9'],
    title: 'The infusion is not in the state for this',
    detail: (say) => `The infusion is ${say.text('status')}.`,
    next: () =>
      'Look at the chart as it is now. What was really done is recorded as a bedside fact.',
  },
} as const satisfies Record<string, RefusalKind>
