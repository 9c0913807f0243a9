import type { Page } from '@playwright/test'

/** One chart at a glance: who, what runs, what is next, and the record. */
export function chartPage(page: Page) {
  const next = page.getByRole('region', { name: 'Next', exact: true })
  return {
    patient: page.getByRole('region', { name: 'Patient', exact: true }),
    stop: page.getByRole('link', { name: /^STOP/ }).first(),
    now: page.getByRole('region', { name: 'Now', exact: true }),
    next,
    nextAct: (label: string) => next.getByRole('link', { name: label, exact: true }),
    also: (label: string) =>
      page
        .getByRole('navigation', { name: 'Also on this chart' })
        .getByRole('link', { name: label, exact: true }),
    prescription: page.getByText('Prescription', { exact: true }),
    prescriptionFacts: page
      .getByRole('group')
      .filter({ has: page.getByText('Prescription', { exact: true }) }),
    table: page.getByRole('region', { name: 'APTT and rate table' }),
    timeline: page.getByRole('region', { name: /^Record/ }),
    trend: page.getByRole('figure'),
  }
}
