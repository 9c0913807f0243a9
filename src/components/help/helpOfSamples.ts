import { CALL, type Help } from './help.ts'

/** Pages of samples, bloods, weight and medicines, by their place in a chart's address. */
export const helpOfSamples: Readonly<Record<string, Help>> = {
  collect: {
    title: 'APTT sample collected',
    does: 'You record when the sample was drawn and from where. The time decides whether its result may change the rate; a sample drawn near the heparin reads too long. From now on the chart expects the result.',
    next: 'Choose the site, correct the time if it was not just now, and record it. Mark the request as urgent.',
    call: CALL.inCharge,
    rules: ['NOMO-9', 'NOMO-13', 'TIME-2'],
  },
  result: {
    title: 'Enter an APTT result',
    does: 'You key what the laboratory reports, with its sign if it has one. The page says at once what it was read as and which row it falls in, and refuses what cannot be an APTT. Nothing changes at the pump by this.',
    next: 'Key the figure and read the nomogram, then act on the result.',
    call: 'The laboratory, when the figure or the sample is in doubt.',
    rules: ['NOMO-1', 'NOMO-2', 'NOMO-3', 'NOMO-15'],
  },
  weight: {
    title: 'Weight',
    does: 'The weight is measured in kg. An estimate is taken only with its reason, and the chart goes on asking for a measured one. A new weight never changes a running rate by itself.',
    next: 'Weigh, key it, say how it was obtained. If the dose would differ a medical officer is asked.',
    call: CALL.mo,
    rules: ['INIT-6', 'INIT-4', 'INIT-5'],
  },
  bloods: {
    title: 'Bloods and platelets',
    does: 'It shows platelets against their baseline, which baseline bloods are ordered, there and reviewed, and the creatinine clearance with its working. Nothing that is missing here holds up a start.',
    next: 'Enter a report, order what is missing, or review it.',
    call: CALL.mo,
    rules: ['CHART-5', 'TIME-5', 'HIT-1'],
  },
  'blood-results': {
    title: 'Enter blood results',
    does: 'You key the laboratory’s report value by value, with the time of collection. Leave out what the report does not hold: a gap is said, never filled.',
    next: 'Record it. Platelets that fell by more than a fifth raise an alert at once.',
    call: 'The laboratory, when a value is in doubt.',
    rules: ['CHART-5', 'TIME-5', 'HIT-1'],
  },
  'blood-order': {
    title: 'Order bloods',
    does: 'You record which of the baseline bloods have been requested, so that everybody sees what is still awaited. It sends no request to the laboratory.',
    next: 'Tick them and record it, then send the request as you always do.',
    call: CALL.mo,
    rules: ['CHART-5'],
  },
  'blood-review': {
    title: 'Review bloods',
    does: 'A medical officer signs which results they have looked at, and which missing ones are not waited for, with the reason. Heparin waits for none of them.',
    next: 'Tick what you have seen and sign.',
    call: CALL.haematology,
    rules: ['CHART-5', 'SIGN-6'],
  },
  'platelet-alert': {
    title: 'Platelets fell',
    does: 'The count fell by more than a fifth of the baseline, or below 150 for the first time. A medical officer talks to haematology and writes down with whom, when, and the plan. It stops no heparin by itself: that is a clinician’s decision.',
    next: 'Call haematology, fill in what was agreed, and sign. To end heparin for suspected HIT use STOP.',
    call: CALL.haematology,
    rules: ['HIT-1', 'BLEED-0'],
  },
  medicines: {
    title: 'Other medicines',
    does: 'The list of antiplatelets, anticoagulants and other medicines beside the heparin. What you sign replaces the list before it. Another anticoagulant bars the bolus until haematology has guided.',
    next: 'Go through the medication chart, complete the list and record it.',
    call: CALL.pharmacist,
    rules: ['CHART-6', 'BOL-3'],
  },
  allergies: {
    title: 'Allergies and reactions',
    does: 'The whole list of allergies with their reactions, as it stands in the patient banner. What you record replaces the list before it, and none known is said in words.',
    next: 'Ask the patient, complete the list and record it. An allergy to heparin or pork: call before anything is given.',
    call: CALL.mo,
    rules: ['CHART-2', 'CHART-4'],
  },
  amo: {
    title: 'Change the AMO',
    does: 'The attending medical officer is the one whom deviations and late assessments go to. The new name stands in the banner from now on.',
    next: 'Write the name and record it; tell the team.',
    call: CALL.inCharge,
    rules: ['CHART-2', 'DEV-1'],
  },
  'second-indication': {
    title: 'Second indication',
    does: 'When a second reason for heparin comes up, the AMO chooses the protocol and says why. A change of protocol alone leaves the running rate as it is.',
    next: 'Enter the AMO’s name, choice and reason, and sign; then prescribe if the protocol changes.',
    call: 'The AMO named in the banner.',
    rules: ['CHART-3', 'CHART-7'],
  },
}
