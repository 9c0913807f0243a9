import type { Page } from '@playwright/test'

/** The audit of a ward. */
export function auditPage(page: Page) {
  const figure = (label: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: label }) })
  return {
    title: page.getByRole('heading', { name: /^Audit of/ }),
    days: (label: string) => page.getByRole('button', { name: label }),
    firstDay: page.getByLabel('First day'),
    lastDay: page.getByLabel('Last day'),
    compare: page.getByText('Compare before and after a go-live day'),
    goLive: page.getByLabel('Go-live day'),
    told: page.getByText(/infusions?$/),
    empty: page.getByText('No infusion ran on this ward in this period'),
    figure,
    value: (label: string) => figure(label).getByRole('definition').first(),
    howCounted: (label: string) => figure(label).getByText('How it is counted'),
    charts: (label: string) => figure(label).getByText(/^Charts/),
    plot: (name: string) => page.getByRole('figure', { name }),
    csv: page.getByRole('link', { name: 'Download as CSV' }),
  }
}
