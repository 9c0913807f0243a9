import type { Page } from '@playwright/test'

/** The prescription, top to bottom as the paper form. */
export function prescribePage(page: Page) {
  const section = (name: string) => page.getByRole('region', { name, exact: true })
  const answers = (title: string) => section(title).getByRole('group')
  return {
    indication: page.getByRole('textbox', { name: 'Indication' }),
    protocol: (name: string | RegExp) =>
      section('Indication and protocol').getByRole('radio', { name }),
    agent: page.getByRole('textbox', { name: 'Thrombolysis: which agent? (INIT-9)' }),
    agentTime: page.getByRole('textbox', { name: /^When was it given/ }),
    secondIndication: (answer: 'Yes' | 'No') =>
      section('Second indication').getByRole('radio', { name: answer }),
    contraindication: (question: string) =>
      section('Contraindications').getByRole('group', { name: question }),
    noPrecautions: section('Precautions').getByRole('radio', { name: 'None of these' }),
    somePrecautions: section('Precautions').getByRole('radio', { name: /^Some/ }),
    precaution: (label: string) => section('Precautions').getByRole('checkbox', { name: label }),
    anticoagulant: (answer: 'Yes' | 'No') =>
      page
        .getByRole('group', { name: /^Another anticoagulant/ })
        .getByRole('radio', { name: answer }),
    noContraindications: page.getByRole('button', { name: 'None of these: contraindications' }),
    noRestrictions: page.getByRole('button', { name: 'None of these: what bars a bolus' }),
    noMedicines: page.getByRole('button', { name: 'None of these: other medicines' }),
    risks: section('Risk assessment').getByRole('checkbox'),
    benefit: (answer: 'Yes' | 'No') =>
      section('Risk assessment').getByRole('radio', { name: answer }),
    contraindications: answers('Contraindications'),
    restrictions: answers('What bars a bolus'),
    restriction: (question: string) =>
      section('What bars a bolus').getByRole('group', { name: question }),
    adviceFrom: (role: string) => page.getByRole('textbox', { name: `Name of the ${role}` }),
    noCount: page.getByText('No platelet count is known.'),
    reason: page.getByRole('textbox', { name: /^Reason, where a figure/ }),
    deviates: page.getByRole('checkbox', { name: /^This deviates from the protocol/ }),
    deviationReason: page.getByRole('textbox', { name: 'Reason for the deviation' }),
    deviationInstructions: page.getByRole('textbox', { name: 'Specific instructions' }),
    deviationAmo: page.getByRole('textbox', { name: 'Name of the AMO it is ordered for' }),
    bolus: section('Bolus'),
    rate: section('Infusion rate'),
    weight: section('Weight'),
  }
}
