import { CALL, type Help } from './help.ts'

/** The chart itself and the pages of its record, by their place in a chart's address. */
export const helpOfRecord: Readonly<Record<string, Help>> = {
  chart: {
    title: 'The chart',
    does: 'One patient’s heparin: what runs now, the one next step with its clock, the trend of APTT and rate, the table as on the paper chart, and every entry. STOP stands at the top right, whatever else is open. “Why?” under a step tells its rule.',
    next: 'Do the next step by its button. Everything else is under “Record something else”.',
    call: CALL.mo,
    rules: ['CHART-2', 'TIME-1', 'SIGN-5'],
  },
  due: {
    title: 'All that is due on this chart',
    does: 'Everything with a clock on this chart: what, when it is due and overdue, whose it is, what the time counts from, and by which rule. Nothing overdue holds up a stop or the next result.',
    next: 'Begin at the top; each line leads to its page.',
    call: CALL.mo,
    rules: ['TIME-1', 'TIME-2', 'TIME-8'],
  },
  'strike-out': {
    title: 'Strike out a wrong entry',
    does: 'Nothing is erased: a wrong entry is struck out with a reason and stays readable. What followed from it is marked for a medical officer, and where the rate is no longer certain the chart asks for the pump to be read.',
    next: 'Choose the entry, give the reason, sign; then enter what is right.',
    call: CALL.mo,
    rules: ['CHART-1', 'SIGN-3'],
  },
  note: {
    title: 'Note',
    does: 'Words on the chart that have no page of their own. A note changes nothing: no dose, no clock, no signature of somebody else.',
    next: 'Write it and record it. What has a page of its own is recorded there.',
    call: CALL.inCharge,
    rules: ['CHART-1', 'SIGN-7'],
  },
  transfer: {
    title: 'Move to another ward or bed',
    does: 'The chart goes with the patient. The infusion and all its clocks go on; who is not on the other ward no longer sees it.',
    next: 'Hand over first, then choose ward and bed and record it.',
    call: CALL.inCharge,
    rules: ['CHART-8', 'HAND-1'],
  },
  close: {
    title: 'Close the chart',
    does: 'After heparin has ceased the chart is closed and nothing more is entered on it. It stays on the record. A patient has one open chart at a time.',
    next: 'See that nothing is owed on it, give the reason, record it.',
    call: CALL.inCharge,
    rules: ['CHART-8'],
  },
  readings: {
    title: 'Who has read this chart',
    does: 'Who of other wards opened this chart in an emergency, for how long and why. Every reading is on record; all of them are shown to administrators.',
    next: 'Nothing has to be done here. If a name surprises you, tell the administrator.',
    call: CALL.administrator,
    rules: ['SIGN-1'],
  },
}
