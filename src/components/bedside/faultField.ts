import type { FieldFault } from '../ui/FaultContext.ts'

/** Where a time is asked, whatever the question is called. */
export const TIME_FIELD = 'time'

/** Which field says it when a form is refused: the reason, as the form words it, to the label of its field. */
export const FAULT_FIELDS: Readonly<Record<string, string>> = {
  'Say why it is ceased.': 'Why?',
  'Say in words why it is ceased.': 'The reason in words',
  'Say what was found.': 'The chart follows the bedside (CHART-10)',
  'Say why it differs from the chart.': 'How did it come about?',
  'Say why it moved.': 'Why?',
  'Give the reason for the deviation.': 'Reason for the deviation',
  'Give specific instructions.': 'Specific instructions',
  'Name the AMO it is ordered for.': 'Name of the AMO it is ordered for',
  'Say until when the deviation holds.': 'Until when? 24-hour clock',
  'Say which suspension.': 'Which suspension?',
  'Write the finding.': 'Finding',
  'Write the next step.': 'Next step',
  'Write the surname.': 'Surname',
  'Write the given name.': 'Given name',
  'Write the MRN.': 'MRN',
  'Say the sex.': 'Sex',
  'Say which ward.': 'Ward',
  'Say to which ward.': 'One of your wards',
  'Say which bed.': 'Bed',
  'Name the attending medical officer.': 'Attending medical officer (AMO)',
  'Say how it was obtained.': 'Measured or estimated? (INIT-6)',
  'Say why it is estimated.': 'Why can the patient not be weighed?',
  'Say when the blood was collected.': 'When was the blood collected? 24-hour clock',
  'Say what the label says.': 'What does the label say?',
  'That is the ready-made bag: choose it above.': 'What does the label say?',
  'Give the batch number.': 'Batch number',
  'Say whether allergies are known.': 'Which are known?',
  'Say which procedure.': 'Which procedure?',
  'Say whether the thrombotic risk is very high.':
    'Is the thrombotic risk very high, as with a prosthetic heart valve?',
  'Write what is planned before the operation.': 'Plan before the operation',
  'Write what is planned after the operation.': 'Plan after the operation',
  'Say whether there is a concern.': 'Your concern',
  'Write what you reviewed or advise.': 'Review and advice',
  'Write why it ends.': 'Why does it end?',
  'Name the AMO it is ended for.': 'Name of the AMO it is ended for',
  'Say why it is not given.': 'Why is it not given?',
  'Choose the entry.': 'Which entry?',
  'Say why it is struck out.': 'Why is it wrong?',
  'Write to whom it was explained.': 'Explained to which nurses and doctors?',
  'Say who it was gone through with.': 'To whom',
  'Give their name.': 'Their name',
  'Say whether an interpreter helped.': 'Interpreter',
  'Give the interpreter’s name, or the language.': 'Interpreter’s name, or the language',
  'Write why you go on without it.': 'Comment',
  'Write what the treatment does.': 'Effect of the treatment',
  'Say whether there is bleeding or bruising.': 'Bleeding or bruising?',
  'Say whether a clot is new or growing.': 'A clot new or growing?',
  'Say whether the order stands.': 'Does the order stand?',
  'This AMO is on the chart already.': 'Attending medical officer (AMO)',
  'Name the AMO.': 'Attending medical officer (AMO)',
  'Give the name of who takes over.': 'Name of who takes over',
  'Say their role.': 'Their role',
  'Say why it is off.': 'Why is it off?',
  'Say why the chart is closed.': 'Why is it closed?',
  'Choose a rate.': 'Which rate? (NOMO-17)',
  'Key the rate again: the two differ.': 'Pump rate, mL/hr, again',
  'Give the reason.': 'Reason',
  'Say which event.': 'Which event?',
  'Say whether it is an adverse event of heparin.': 'An adverse event of heparin?',
  'Write the plan.': 'Plan',
  'Say where the sample was taken.': 'Where was the sample taken? (NOMO-13)',
  'Give the name of the MO who was told.': 'Name of the MO told',
  'Write the second indication.': 'Second indication',
  'Name the AMO who chose the protocol for both indications.':
    'Name of the AMO who chose the protocol for both',
  'Say which protocol the AMO chose.': 'The AMO chose',
  'Write why the AMO chose it.': 'Why this protocol?',
  'Say whom you consulted.': 'Haematology (HIT-1)',
  'Write the haematologist’s name.': 'Name',
  'Say when you spoke.': 'When did you speak?',
  'Write what was advised.': 'What was advised, and the plan',
  'Say why it is cancelled.': 'Why?',
  'Say what you found.': 'Bleeding?',
  'Choose a plan.': 'Plan',
  'Write the indication.': 'Indication',
  'Choose the protocol.': 'Protocol',
  'Tick the precautions that hold, or answer “None of these”.':
    'Does any of them hold for this patient? (CHART-4)',
  'Say when the thrombolysis was given.': 'When was it given? 24-hour clock',
  'Say why you prescribe without a platelet count.':
    'Reason, where a figure is lowered or left out, guidance was not sought, or no platelet count is known',
  'Say whether haemostasis is confirmed.': 'Is haemostasis confirmed?',
  'Nothing is written yet.': 'Note',
  'Key the time, such as 13:40.': TIME_FIELD,
}

/** What stands before the label itself in a reason that names it. */
const NAMES_ITS_FIELD = /^(?:Not confirmed yet|Not answered): (.+?)\.?$/

/** What is said at a field of a refused form; null where the reason is about no single field. */
export function fieldFault(missing: { readonly reason: string } | null): FieldFault | null {
  if (missing === null) return null
  const { reason } = missing
  const field = FAULT_FIELDS[reason] ?? NAMES_ITS_FIELD.exec(reason)?.[1]
  return field === undefined ? null : { field, reason }
}
