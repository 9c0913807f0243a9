import type { Page } from '@playwright/test'

/** The stock of heparin ampoules of a ward. */
export function storageAuditPage(page: Page) {
  const answer = (question: string, said: 'Yes' | 'No') =>
    page.getByRole('group', { name: question }).getByText(said, { exact: true })
  return {
    ampoules: page.getByLabel('Ampoules of 5,000 units in 5 mL'),
    apart: (said: 'Yes' | 'No') => answer('Kept apart from other strengths?', said),
    other: (said: 'Yes' | 'No') => answer('Other heparin found in the stock?', said),
    otherFound: page.getByLabel('Which other heparin, and how much'),
    record: page.getByRole('button', { name: 'Record' }),
    recorded: page.getByText('Recorded. It stands in the list below.'),
    empty: page.getByText('Nothing yet. Count the ampoules on the ward'),
    missing: page.getByText('Not complete yet'),
  }
}
