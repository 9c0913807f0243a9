/** Refusals about rates, orders and suspensions (NOMO, BOL-6, BLEED-0, CHART-10). */
import type { RefusalKind } from './refusals.ts'

export const titrationRefusals = {
  'figure-differs': {
    status: 422,
    rules: ['SIGN-8'],
    title: 'The figure is not the one ordered',
    detail: (say) => `Keyed: ${say.text('keyed')}. Ordered: ${say.text('ordered')}.`,
    next: () => 'Use the ordered figure, or ask the prescriber for another order.',
  },
  'figure-not-advised': {
    status: 422,
    rules: ['NOMO-17', 'DEV-1'],
    title: 'That is not what the nomogram says',
    detail: (say) => `Keyed: ${say.rate('keyed')}.`,
    next: () => 'Read the row again. Any other figure is a deviation by the AMO or registrar.',
  },
  'name-result-or-order': {
    status: 422,
    rules: ['NOMO-17'],
    title: 'On which result or order?',
    detail: () => 'A rate changes on one result or on one order.',
    next: () => 'Open the result or the order and sign there.',
  },
  'no-such-order': {
    status: 422,
    rules: ['NOMO-17', 'BOL-6'],
    title: 'There is no such order to carry out',
    detail: (say) =>
      `Entry ${say.text('orderSeq')} is no order here, or it was used, replaced or overtaken.`,
    next: () => 'Look at the orders on the chart, or call the medical officer.',
  },
  'order-outdated': {
    status: 422,
    rules: ['NOMO-17', 'SIGN-9'],
    title: 'A newer sample has been resulted since this order',
    detail: (say) => `It was collected at ${say.clock('collectedAt')}.`,
    next: () => 'Act on the newer result, or ask for a new order.',
  },
  'order-stands': {
    status: 422,
    rules: ['NOMO-17', 'DEV-1'],
    title: 'A medical officer has ordered another rate',
    detail: (say) => `Ordered: ${say.rate('ordered')}.`,
    next: () => 'Carry out the order, or ask the medical officer for another one.',
  },
  'bolus-lapsed': {
    status: 422,
    rules: ['BOL-6'],
    title: 'This bolus is not given any more',
    detail: (say) => `Not given: lapsed (${say.text('lapse')}).`,
    next: () => 'Do not inject. If it was given, record that as a bedside fact.',
  },
  'bolus-already-ordered': {
    status: 422,
    rules: ['BOL-6', 'NOMO-11'],
    title: 'A bolus is ordered for this result already',
    detail: () => 'One order answers one result.',
    next: () => 'Look at the order on the chart.',
  },
  'no-bolus-advised': {
    status: 422,
    rules: ['BOL-6', 'BOL-1'],
    title: 'The nomogram proposes no bolus here',
    detail: () =>
      'Only the lowest VTE/ATE/AF band carries one; a stroke patient’s answers a low result.',
    next: () => 'Order none.',
  },
  'result-says-stop': {
    status: 422,
    rules: ['NOMO-10', 'TIME-3'],
    title: 'This result says stop',
    detail: () => 'It lies in the stop band.',
    next: () => 'Stop the infusion now.',
  },
  'newer-says-stop': {
    status: 422,
    rules: ['NOMO-9', 'SIGN-9'],
    title: 'Another result says stop',
    detail: () => 'A result in the stop band waits to be acted on.',
    next: () => 'No increase before it. Stop the infusion now, or call the medical officer.',
  },
  'newer-result-first': {
    status: 422,
    rules: ['NOMO-9', 'SIGN-9'],
    title: 'A newer sample comes first',
    detail: (say) =>
      `It was collected at ${say.clock('collectedAt')}; no increase on another one goes before it.`,
    next: () =>
      'Act on the newer result. If a medical officer has answered that one, ask for an order on this one too. A decrease and STOP stay open.',
  },
  'result-says-keep': {
    status: 422,
    rules: ['NOMO-7'],
    title: 'This result changes nothing',
    detail: () => 'The running rate stays as it is.',
    next: () => 'Sign "no change".',
  },
  'result-says-change': {
    status: 422,
    rules: ['NOMO-9'],
    title: 'This result asks for a change',
    detail: () => 'The nomogram does not leave the rate as it is.',
    next: () => 'Open the result and sign what it says.',
  },
  'mo-decides-result': {
    status: 422,
    rules: ['NOMO-17'],
    title: 'A medical officer decides on this result',
    detail: () => 'The nomogram gives no single answer to it.',
    next: () => 'Call the medical officer now. A stop stays open.',
  },
  'deviation-in-force': {
    status: 422,
    rules: ['DEV-1'],
    title: 'A deviation is in force',
    detail: () => 'Results get no nomogram advice while it lasts.',
    next: () => 'Follow its instructions, or ask the prescriber to end it.',
  },
  'order-needs-deviation': {
    status: 422,
    rules: ['NOMO-17', 'DEV-1'],
    title: 'This figure is a deviation',
    detail: (say) => `${say.rate('keyed')} is none of the rows shown.`,
    next: () =>
      'Choose a row shown, or let the AMO or a registrar order it as a deviation with its reason.',
  },
  suspended: {
    status: 422,
    rules: ['BLEED-0'],
    title: 'Heparin is suspended',
    detail: (say) => `Open since ${say.clock('since')}: ${say.text('reason')}.`,
    next: () => 'No increase, restart or bolus until a medical officer clears it with a finding.',
  },
  'not-suspended': {
    status: 422,
    rules: ['BLEED-0'],
    title: 'There is no such suspension',
    detail: (say) => `Not open: ${say.text('reason')}.`,
    next: () => 'Look at the chart as it is now.',
  },
  'mo-decides-first': {
    status: 422,
    rules: ['CHART-10'],
    title: 'A medical officer decides first',
    detail: (say) => `Open since ${say.clock('since')}: ${say.text('about')}.`,
    next: () => 'No increase, restart or bolus until a medical officer has ordered.',
  },
  'rate-unconfirmed': {
    status: 422,
    rules: ['CHART-1'],
    title: 'Read the pump first',
    detail: () => 'The entry that set the rate was struck out; the running rate is not known.',
    next: () =>
      'Record the rate found on the pump, with a second signature. A stop is always open.',
  },
} as const satisfies Record<string, RefusalKind>
