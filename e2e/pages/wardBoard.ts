import type { Page } from '@playwright/test'

/** Every chart of the ward, the most urgent first. */
export function wardBoard(page: Page) {
  return {
    title: page.getByRole('heading', { name: 'Heparin infusions' }),
    rows: page.getByRole('main').getByRole('listitem'),
    row: (surname: string) => page.getByRole('link', { name: surname }),
    newChart: page.getByRole('link', { name: 'New chart' }),
    empty: page.getByText('No open heparin chart on this ward.'),
  }
}
