import type { Page } from '@playwright/test'

/** Opening a chart. */
export function newChartPage(page: Page) {
  const text = (label: string) => page.getByRole('textbox', { name: label })
  return {
    surname: text('Surname'),
    given: text('Given name'),
    dateOfBirth: text('Date of birth'),
    mrn: text('MRN'),
    sex: (sex: string) => page.getByRole('radio', { name: sex, exact: true }),
    bed: text('Bed'),
    amo: text('Attending medical officer (AMO)'),
    noAllergies: page.getByRole('radio', { name: 'None known' }),
    knownAllergies: page.getByRole('radio', { name: /^Known allergies/ }),
    allergyTo: text('Allergy 1: to what'),
    reaction: text('Allergy 1: reaction'),
    open: page.getByRole('button', { name: 'Open the chart' }),
  }
}
