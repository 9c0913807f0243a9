/** Refusals about keyed doses and prescribing (INIT, BOL, NOMO-4, CHART-4, CHART-7, CHART-9, RECOM-1, DEV-1). */
import type { RefusalKind } from './refusals.ts'

export const prescriptionRefusals = {
  'rate-decimals': {
    status: 422,
    rules: ['NOMO-6', 'NOMO-4'],
    title: 'A pump rate has at most one decimal',
    detail: (say) => `Entered: ${say.rate('rateMlPerHour')}.`,
    next: () => 'Enter mL/hr to 0.1 mL/hr.',
  },
  'rate-out-of-range': {
    status: 422,
    rules: ['NOMO-4'],
    title: 'That is not a pump rate',
    detail: (say) =>
      `Entered: ${say.rate('rateMlPerHour')}; accepted: ${say.text('minMlPerHour')} to ${say.rate('maxMlPerHour')}.`,
    next: () =>
      'Check the unit: mL/hr, not units/hr. To end the infusion use STOP; 0 is never a rate.',
  },
  'bolus-out-of-range': {
    status: 422,
    rules: ['NOMO-4'],
    title: 'That is not a bolus',
    detail: (say) =>
      `Entered: ${say.units('units')}; accepted: whole units from ${say.text('minUnits')} to ${say.units('maxUnits')}.`,
    next: () => 'Check the unit: units, not mL.',
  },
  'weigh-first': {
    status: 422,
    rules: ['INIT-6'],
    title: 'No weight is recorded',
    detail: () => 'Every starting dose is worked out from the weight in kg.',
    next: () => 'Weigh the patient; an estimate needs its reason.',
  },
  'rate-missing': {
    status: 422,
    rules: ['INIT-7'],
    title: 'The rate is missing',
    detail: () => 'A prescription states the pump rate.',
    next: () => 'Accept the calculated rate or key another.',
  },
  contraindicated: {
    status: 422,
    rules: ['CHART-4'],
    title: 'Heparin is contraindicated',
    detail: (say) => `Ticked: ${say.text('contraindications')}.`,
    next: () =>
      'Do not prescribe. Only the AMO, or a registrar for the AMO, deviates with a reason.',
  },
  'haematologist-for-contraindication': {
    status: 422,
    rules: ['CHART-4'],
    title: 'A haematologist’s name is needed',
    detail: () => 'Hypersensitivity or a history of HIT also asks for haematology advice.',
    next: () => 'Add the haematologist and the time of the advice.',
  },
  'neurologist-first': {
    status: 422,
    rules: ['INIT-9'],
    title: 'The stroke protocol follows a talk with the neurologist',
    detail: () => 'No attending neurologist is named.',
    next: () => 'Consult the attending neurologist and enter name and time.',
  },
  'thrombolysis-first': {
    status: 422,
    rules: ['INIT-9'],
    title: 'The STEMI protocol goes with thrombolysis',
    detail: () => 'No thrombolytic agent and time are entered.',
    next: () => 'Enter agent and time, or choose another protocol.',
  },
  'change-keeps-the-rate': {
    status: 422,
    rules: ['CHART-7'],
    title: 'A change of protocol keeps the running rate',
    detail: () => 'It brings no bolus and no rate of its own.',
    next: () => 'Leave bolus and rate empty; order a new rate as a rate change.',
  },
  'no-bolus-at-recommencing': {
    status: 422,
    rules: ['RECOM-1', 'BOL-5'],
    title: 'No bolus at recommencing',
    detail: () => 'The infusion recommences without a bolus.',
    next: () => 'Leave the bolus empty.',
  },
  'haematologist-after-hit': {
    status: 422,
    rules: ['RECOM-1', 'HIT-1'],
    title: 'Suspected HIT: haematology first',
    detail: () => 'HIT was suspected on this chart and no haematologist is named.',
    next: () => 'Get haematology advice; enter name and time.',
  },
  'no-bolus-after-procedure': {
    status: 422,
    rules: ['BOL-5'],
    title: 'No bolus after surgery, a procedure or a spinal needle',
    detail: () => 'This restriction is not lifted by advice.',
    next: () => 'Prescribe without a bolus.',
  },
  'bolus-barred': {
    status: 422,
    rules: ['BOL-9'],
    title: 'No bolus for this patient',
    detail: (say) => `Restriction: ${say.text('restriction')}. Not named: ${say.text('missing')}.`,
    next: (say) =>
      `Prescribe without a bolus, or enter the ${say.text('missing')} who asks for it, with the time.`,
  },
  'anticoagulated-needs-guidance': {
    status: 422,
    rules: ['BOL-3'],
    title: 'Already anticoagulated',
    detail: () => 'Changing to IV heparin asks for a haematology consultant’s guidance.',
    next: () => 'Enter the haematologist and time, or your reason for going ahead without a bolus.',
  },
  'no-published-dose': {
    status: 422,
    rules: ['INIT-5', 'DEV-1'],
    title: 'No dose is published for this weight',
    detail: (say) => `Weight: ${say.kg('weightKg')}.`,
    next: () =>
      'The AMO, or a registrar for the AMO, prescribes by hand as a deviation, with haematology advice.',
  },
  'no-published-dose-advice': {
    status: 422,
    rules: ['INIT-5'],
    title: 'Haematology advice is needed for this weight',
    detail: (say) => `No dose is published for ${say.kg('weightKg')}.`,
    next: () => 'Enter the haematologist and the time of the advice.',
  },
  'above-calculated-rate': {
    status: 422,
    rules: ['INIT-7', 'DEV-1'],
    title: 'More than the calculated rate is a deviation',
    detail: (say) => `Keyed ${say.rate('keyed')}, calculated ${say.rate('calculated')}.`,
    next: () => 'Prescribe the calculated rate, or call the AMO or registrar.',
  },
  'below-half-rate': {
    status: 422,
    rules: ['INIT-7', 'DEV-1'],
    title: 'Less than half the calculated rate is a deviation',
    detail: (say) => `Keyed ${say.rate('keyed')}, calculated ${say.rate('calculated')}.`,
    next: () => 'Check the figure; a rate this low is for the AMO or registrar to order.',
  },
  'reason-for-lower-rate': {
    status: 422,
    rules: ['INIT-7'],
    title: 'Why a lower rate?',
    detail: (say) => `Keyed ${say.rate('keyed')}, calculated ${say.rate('calculated')}.`,
    next: () => 'Add the reason, or prescribe the calculated rate.',
  },
  'above-calculated-bolus': {
    status: 422,
    rules: ['INIT-7', 'DEV-1'],
    title: 'More than the calculated bolus is a deviation',
    detail: (say) => `Keyed ${say.units('keyed')}, calculated ${say.units('calculated')}.`,
    next: () => 'Prescribe the calculated bolus, or call the AMO or registrar.',
  },
  'reason-for-lower-bolus': {
    status: 422,
    rules: ['INIT-7'],
    title: 'Why less than the calculated bolus?',
    detail: (say) =>
      say.has('keyed')
        ? `Keyed ${say.units('keyed')}, calculated ${say.units('calculated')}.`
        : `No bolus is prescribed; calculated ${say.units('calculated')}.`,
    next: () => 'Add the reason, or prescribe the calculated bolus.',
  },
  'not-prescribed': {
    status: 422,
    rules: ['SIGN-2'],
    title: 'Nothing is prescribed for this',
    detail: () => 'The infusion is given on a medical officer’s prescription.',
    next: () => 'Call the medical officer to prescribe.',
  },
  'wrong-bag': {
    status: 422,
    rules: ['CHART-9'],
    title: 'Not the ready-made bag',
    detail: (say) =>
      `Entered: ${say.units('units')} in ${say.text('volumeMl')} mL. This chart works for 25,000 units in 250 mL only.`,
    next: () => 'Do not hang this bag. Call the medical officer and the pharmacist.',
  },
  'bolus-given-already': {
    status: 422,
    rules: ['BOL-8', 'BOL-6'],
    title: 'The starting bolus was given already',
    detail: () => 'A bolus is on this chart; a new prescription brings no second one.',
    next: () => 'Prescribe the rate without a bolus.',
  },
} as const satisfies Record<string, RefusalKind>
