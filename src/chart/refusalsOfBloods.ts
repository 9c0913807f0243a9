/** Refusals about blood results. */
import type { RefusalKind } from './refusals.ts'

export const bloodsRefusals = {
  'bloods-not-named': {
    status: 422,
    rules: ['CHART-5'],
    title: 'No blood test is named',
    detail: () => 'The order is empty.',
    next: () => 'Tick what is ordered.',
  },
  'bloods-empty': {
    status: 422,
    rules: ['CHART-5', 'TIME-5'],
    title: 'No value is entered',
    detail: () => 'Blood results bring at least one value.',
    next: () => 'Key the values of the laboratory’s report; leave empty what it does not say.',
  },
  'blood-value-decimals': {
    status: 422,
    rules: ['CHART-5', 'TIME-5'],
    title: 'Too many decimals',
    detail: (say) =>
      `${say.text('what')}: ${say.text('value')} ${say.text('unit')}; at most ${say.text('decimals')} decimals are taken.`,
    next: () => 'Read the report again: figure and unit.',
  },
  'blood-value-out-of-range': {
    status: 422,
    rules: ['CHART-5', 'TIME-5'],
    title: 'No patient has that value',
    detail: (say) =>
      `${say.text('what')}: ${say.text('value')} ${say.text('unit')}; accepted: ${say.text('min')} to ${say.text('max')} ${say.text('unit')} (local decision).`,
    next: () =>
      'Read the report again: figure and unit. If it stands, call the laboratory and the MO.',
  },
  'no-such-bloods': {
    status: 422,
    rules: ['CHART-5'],
    title: 'There are no such blood results on this chart',
    detail: (say) => `Entry ${say.text('bloodsSeq')} is none, or is struck out.`,
    next: () => 'Look at the results on the chart again.',
  },
  'nothing-reviewed': {
    status: 422,
    rules: ['CHART-5'],
    title: 'Nothing is reviewed',
    detail: () => 'A review names the results looked at, or what the MO goes on without.',
    next: () => 'Tick what you have looked at.',
  },
  'reason-to-go-on-without': {
    status: 422,
    rules: ['CHART-5'],
    title: 'Why without that result?',
    detail: () => 'Going on without a baseline result asks for the reason in words.',
    next: () => 'Write the reason.',
  },
  'no-platelet-alert': {
    status: 422,
    rules: ['HIT-1'],
    title: 'No platelet alert waits about this count',
    detail: () => 'It was answered, its count was struck out, or a lower count has come.',
    next: () => 'Look at the platelet counts on the chart again.',
  },
  'consulted-before-count': {
    status: 422,
    rules: ['HIT-1', 'SIGN-7'],
    title: 'Haematology was asked before the blood was taken',
    detail: (say) =>
      `Consulted at ${say.clock('stated')}; the count was collected at ${say.clock('collectedAt')}.`,
    next: () => 'Enter when you spoke about this count, or consult haematology now.',
  },
} as const satisfies Record<string, RefusalKind>
