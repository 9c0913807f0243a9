/** Refusals about procedures and about heparin after them (PROC-1, BOL-5). */
import type { RefusalKind } from './refusals.ts'

const BY_DEVIATION =
  'Earlier goes only with a deviation of the AMO, or of a registrar for the AMO, in the prescription.'

export const procedureRefusals = {
  'booked-in-the-past': {
    status: 422,
    rules: ['PROC-1'],
    title: 'A procedure is booked ahead',
    detail: (say) =>
      `Booked for ${say.dayAndClock('from')}; planned at ${say.dayAndClock('stated')}.`,
    next: () =>
      'Correct the booked time. Where the plan was made earlier, say when, and why it is recorded late.',
  },
  'surgery-plan-missing': {
    status: 422,
    rules: ['PROC-1'],
    title: 'Surgery needs a plan for before and after',
    detail: () => 'What is done about anticoagulation before and after the operation is missing.',
    next: () => 'Write both plans; name haematology or cardiology where they were asked.',
  },
  'already-planned': {
    status: 422,
    rules: ['PROC-1'],
    title: 'This procedure is planned already',
    detail: () => 'The same procedure is on the chart for the same time.',
    next: () => 'Look at the plans of this chart. A changed booking is a move.',
  },
  'no-such-procedure': {
    status: 422,
    rules: ['PROC-1'],
    title: 'There is no such plan',
    detail: () => 'It is not on this chart, was cancelled, or was struck out.',
    next: () => 'Look at the plans of this chart.',
  },
  'procedure-has-ended': {
    status: 422,
    rules: ['PROC-1'],
    title: 'The procedure is over',
    detail: (say) =>
      `${say.text('procedure')}: its end is recorded at ${say.dayAndClock('since')}.`,
    next: () => 'A wrong end is struck out first; then the plan can be moved or cancelled.',
  },
  'strike-the-end-first': {
    status: 422,
    rules: ['CHART-1', 'PROC-1'],
    title: 'This plan has a recorded end',
    detail: () => 'Heparin after the procedure counts from that end.',
    next: () => 'If nothing of it happened, strike out the end first, then the plan.',
  },
  'blood-not-answered': {
    status: 422,
    rules: ['PROC-1'],
    title: 'Was blood seen?',
    detail: () => 'Blood on the needle or catheter delays heparin, so it is always asked.',
    next: () => 'Say whether blood was seen.',
  },
  'ended-before-planned': {
    status: 422,
    rules: ['PROC-1', 'SIGN-7'],
    title: 'The end cannot be older than the plan',
    detail: (say) =>
      `The end is stated for ${say.dayAndClock('stated')}; the plan is from ${say.dayAndClock('from')}.`,
    next: () => 'Correct the time of the end, or strike out the plan and record when it was made.',
  },
  'looked-before-end': {
    status: 422,
    rules: ['PROC-1', 'SIGN-7'],
    title: 'That is before the procedure ended',
    detail: (say) =>
      `Stated for ${say.dayAndClock('stated')}; the end is recorded at ${say.dayAndClock('from')}.`,
    next: () => 'Correct the time. A wrong end is struck out, then recorded again.',
  },
  'procedure-end-missing': {
    status: 422,
    rules: ['PROC-1'],
    title: 'The procedure has no recorded end',
    detail: (say) =>
      `${say.text('procedure')}, booked for ${say.dayAndClock('from')}: whether and when it ended is not on the chart.`,
    next: () =>
      'Record its actual end first, or move or cancel the plan. Without that heparin goes on only with a deviation of the AMO, or of a registrar for the AMO.',
  },
  'too-early-after-procedure': {
    status: 422,
    rules: ['PROC-1'],
    title: 'Too early after the procedure',
    detail: (say) =>
      `${say.text('procedure')}: counted from ${say.dayAndClock('since')}, heparin goes on ${say.has('strictly') ? `only later than ${say.text('hours')} hours` : `after ${say.text('hours')} hours`}.`,
    next: (say) => `Wait until ${say.dayAndClock('earliest')}. ${BY_DEVIATION}`,
  },
  'haemostasis-not-confirmed': {
    status: 422,
    rules: ['PROC-1'],
    title: 'Haemostasis is not confirmed',
    detail: (say) =>
      `${say.text('procedure')}: at ${say.dayAndClock('since')} the bleeding was not confirmed as stopped.`,
    next: () =>
      `Look at the site and record what you see, under Procedure on the chart. ${BY_DEVIATION}`,
  },
} as const satisfies Record<string, RefusalKind>
