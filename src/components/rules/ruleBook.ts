/** Every rule in a sentence, for whoever asks why: what it says here, and whose word it is. */

/** Whose word a rule is: the procedure's, ours where it is silent, or the procedure's with something of ours. */
export type RuleSource = 'procedure' | 'local' | 'both'

export interface RuleInBook {
  readonly says: string
  readonly source: RuleSource
}

const procedure = (says: string): RuleInBook => ({ says, source: 'procedure' })
const local = (says: string): RuleInBook => ({ says, source: 'local' })
const both = (says: string): RuleInBook => ({ says, source: 'both' })

export const ruleBook: Readonly<Record<string, RuleInBook>> = {
  'INIT-1': procedure(
    'Each of the four protocols has its own bolus and starting rate per kg, its own maximum and its own rounding.',
  ),
  'INIT-2': procedure('At a printed weight the printed row counts, digit for digit.'),
  'INIT-3': procedure(
    'Above the last printed weight NSTEMI, STEMI and stroke keep one fixed dose.',
  ),
  'INIT-4': local(
    'Between two printed weights the same units per kg, maximum and rounding are applied to the measured weight.',
  ),
  'INIT-5': both(
    'Outside the printed weights there is no dose to give: it is prescribed by hand as a deviation.',
  ),
  'INIT-6': both(
    'The weight is measured in kg. An estimate needs its reason and is replaced by a measured weight; a weight that differs changes no running rate.',
  ),
  'INIT-7': both(
    'The prescriber accepts the figures or goes lower with a reason; higher, or below half the rate, is a deviation.',
  ),
  'INIT-8': procedure(
    'The pump runs a rounded rate, so the units each hour that it really delivers are shown beside those calculated.',
  ),
  'INIT-9': both(
    'Stroke is prescribed after the neurologist has been asked, STEMI together with thrombolysis.',
  ),
  'BOL-1': both(
    'A stroke patient has no bolus unless the neurologist asks for one and gives the dose.',
  ),
  'BOL-2': procedure(
    'A neurosurgical patient has no bolus unless neurosurgeon and haematology both agree.',
  ),
  'BOL-3': both(
    'Somebody who already has another anticoagulant starts with haematology’s guidance, and without a bolus until then.',
  ),
  'BOL-4': both('A stroke patient on another protocol still has no bolus proposed.'),
  'BOL-5': both(
    'After an operation, a procedure or a spinal needle heparin goes on without a bolus.',
  ),
  'BOL-6': both(
    'The bolus of a low VTE result waits for a medical officer’s order; the rate goes up without waiting.',
  ),
  'BOL-7': both(
    'Heparin has its own access and a volumetric pump; the injection is flushed before and after.',
  ),
  'BOL-8': local(
    'Two people check a bolus before it is injected; given later, it moves the next APTT.',
  ),
  'BOL-9': both('What forbids a bolus is asked and never guessed; no answer counts as yes.'),
  'NOMO-1': local('An APTT has one decimal; more is refused and never rounded.'),
  'NOMO-2': local(
    'A result beyond a limit is answered only where all it could mean lies in one band; an unclottable sample is the top band.',
  ),
  'NOMO-3': local('An APTT lies between 10 and 400 seconds; anything else is a slip of the keys.'),
  'NOMO-4': both(
    'The first maximum does not cap later increases. A keyed rate lies between 0.1 and 60 mL/hr, a keyed bolus between 1 and 15,000 units.',
  ),
  'NOMO-5': local('A step that would reach 0 gives no rate at all: AMO or registrar orders one.'),
  'NOMO-6': local(
    'A running pump is set to tenths of a mL/hr, and steps count from the running rate.',
  ),
  'NOMO-7': both(
    'The first result in range is repeated after 6 hours, from the second in a row on every 24 hours.',
  ),
  'NOMO-8': both('The 6 hours count from what was really done and when, in elapsed time.'),
  'NOMO-9': local(
    'Only a sample taken long enough after the last change, and before the next, changes the rate.',
  ),
  'NOMO-10': both('After a stop the rate goes on 2 mL/hr below what ran when it was stopped.'),
  'NOMO-11': local('One sample changes the rate once, whatever becomes of its report.'),
  'NOMO-12': local('A sample from before the start is a baseline and changes nothing.'),
  'NOMO-13': local('A sample drawn near the heparin reads too long, so its site is asked.'),
  'NOMO-14': local('A tube that waited more than 2 hours may read too short.'),
  'NOMO-15': both('The laboratory’s own words are kept beside the value read from them.'),
  'NOMO-16': local(
    'A result in the stop band that cannot change the rate goes to a medical officer at once, and the sample is repeated.',
  ),
  'NOMO-17': local(
    'Where the nomogram gives no answer a medical officer chooses a row shown, waits, or stops.',
  ),
  'NOMO-18': local('A value far from the last one is keyed again, unless it asks for a stop.'),
  'TIME-1': both('An APTT is due when its hours are over, and overdue 30 minutes later.'),
  'TIME-2': both('A result is expected an hour after collection and overdue after two.'),
  'TIME-3': both(
    'A restart is due when the hold ends and the medical officer has signed the assessment; it never happens by itself.',
  ),
  'TIME-4': both('A medical officer reviews the patient at least every 24 hours.'),
  'TIME-5': both('Platelets are counted before heparin and every three days on it.'),
  'TIME-6': local('A bag is changed before it runs out and after 24 hours at the latest.'),
  'TIME-7': both('A planned procedure says when heparin ceases and when it may go on.'),
  'TIME-8': local('Nothing overdue holds up a stop, a decrease or the next result.'),
  'SIGN-1': both('Who may do what follows from role and competence on the day of signing.'),
  'SIGN-2': both(
    'Medical officers prescribe and order; trained nurses titrate with a second, trained person and tell the medical officer.',
  ),
  'SIGN-3': both('Whatever changes the dose has two signatures of two people.'),
  'SIGN-4': both(
    'The second person works the figure out unseen and reads the pump; only then does the change count.',
  ),
  'SIGN-5': both('A stop counts on one signature, and nothing holds it up.'),
  'SIGN-6': both('Medical officers assess and review; pharmacists sign pharmacist reviews.'),
  'SIGN-7': both('Every entry says when it happened and when it was written down.'),
  'SIGN-8': both(
    'A signature belongs to what the signer saw; when that changes it is asked again.',
  ),
  'SIGN-9': local('One change of the dose is under way at a time; a stop ends it.'),
  'CHART-1': both('Nothing is erased: a wrong entry is struck out and stays readable.'),
  'CHART-2': both(
    'The banner names the patient and what matters for heparin; three identifiers are checked.',
  ),
  'CHART-3': both('With two indications the AMO chooses the protocol and says why.'),
  'CHART-4': both(
    'Contraindications are asked before prescribing and block it; precautions are shown.',
  ),
  'CHART-5': both(
    'Baseline bloods are ordered and reviewed; one that is missing holds no start up.',
  ),
  'CHART-6': both('Other medicines that make bleeding likelier are reviewed.'),
  'CHART-7': both(
    'A change of protocol changes the bands from then on and leaves the rate as it is.',
  ),
  'CHART-8': both('A patient has one chart at a time, and it closes after heparin has ceased.'),
  'CHART-9': both(
    'One kind of bag counts here, 25,000 units in 250 mL, checked each time one is hung.',
  ),
  'CHART-10': local(
    'What was done at the bedside counts before what was planned, and is recorded as found.',
  ),
  'DEV-1': both(
    'Only the AMO, or a registrar for a named AMO, departs from the protocol, with reason and instructions.',
  ),
  'RECOM-1': local('After heparin was ceased it takes a new prescription to begin again.'),
  'INT-1': local(
    'An interruption has no hold: up to 30 minutes it goes on as before, over 4 hours it is prescribed anew.',
  ),
  'HAND-1': both('Heparin is part of every handover.'),
  'OBS-1': both('Bleeding and clots are looked for throughout and after heparin has ceased.'),
  'BLEED-0': both(
    'While something serious is suspected heparin is not raised, restarted or given.',
  ),
  'BLEED-1': both(
    'Minor bleeding is looked at by a medical officer; major bleeding means ceasing at once.',
  ),
  'FALL-1': both('Every fall is reviewed at once; with a head injury heparin is ceased.'),
  'HIT-1': both('Platelets that fall by more than a fifth are discussed with haematology.'),
  'PROC-1': both(
    'Each procedure has its time to cease before and its time and condition to go on after.',
  ),
  'AE-1': both('Anything unexpected on heparin is an adverse event until a doctor says otherwise.'),
  'EDU-1': both('The patient is told in plain words what heparin is and what to watch for.'),
  'EDU-2': procedure('That the patient was told is written on the chart.'),
  'EDU-3': procedure('Heparin stops a clot from growing; it does not dissolve it.'),
  'AUDIT-1': local('How the ward’s figures are counted is defined beside each of them.'),
}
