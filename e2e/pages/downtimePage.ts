import type { Page } from '@playwright/test'

/** The ward's downtime pack, and the blank chart. */
export function downtimePage(page: Page) {
  const charts = page.getByRole('list', { name: 'Charts of the pack' }).getByRole('listitem')
  return {
    title: page.getByRole('heading', { name: 'Downtime pack' }),
    charts,
    names: charts.locator('b'),
    print: page.getByRole('button', { name: 'Print the pack' }),
    readAgain: page.getByRole('button', { name: 'Read again' }),
    blankTitle: page.getByRole('heading', { name: 'Blank paper chart' }),
    protocol: (label: string) => page.getByRole('radio', { name: label }),
  }
}
