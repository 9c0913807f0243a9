import type { Page } from '@playwright/test'

/** Hanging a bag: what its label says, the blind check, the warning of a wrong one. */
export function bagPage(page: Page) {
  const main = page.getByRole('main')
  return {
    standard: main.getByRole('radio', { name: /^25,000 units in 250 mL/ }),
    other: main.getByRole('radio', { name: 'Anything else' }),
    warning: main.getByRole('alert').filter({ hasText: 'Do not hang this bag' }),
    units: main.getByRole('textbox', { name: 'Units on the label' }),
    volume: main.getByRole('textbox', { name: 'Volume on the label, mL' }),
    batch: main.getByRole('textbox', { name: 'Batch number' }),
    expiry: main.getByRole('textbox', { name: 'Expiry date' }),
    labelQuestion: main.getByRole('heading', {
      name: 'How many units does the bag’s label state?',
    }),
    band: page.getByRole('alert').filter({ hasText: 'Wrong bag' }),
  }
}
