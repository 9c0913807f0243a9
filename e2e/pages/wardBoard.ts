import type { Page } from '@playwright/test'

/** Every chart of the ward, the most urgent first. */
export function wardBoard(page: Page) {
  return {
    title: page.getByRole('heading', { name: 'Heparin infusions' }),
    rows: page.getByRole('main').getByRole('listitem'),
    row: (surname: string) => page.getByRole('link', { name: surname }),
    find: page.getByLabel('Find a patient by name, MRN or bed'),
    found: page.getByRole('region', { name: 'Find a patient' }).getByRole('list'),
    nobodyFound: page.getByRole('region', { name: 'Find a patient' }),
    newChart: page.getByRole('link', { name: 'New chart' }),
    empty: page.getByText('No open heparin chart on this ward.'),
  }
}
