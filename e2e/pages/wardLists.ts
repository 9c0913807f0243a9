import type { Page } from '@playwright/test'

/** The lists of a ward: what is due, what waits for an MO, what needs a pharmacist first. */
export function wardLists(page: Page) {
  const bar = page.getByRole('navigation', { name: 'Lists of the ward' })
  const main = page.getByRole('main')
  return {
    open: (name: string) => bar.getByRole('link', { name, exact: true }),
    title: main.getByRole('heading', { level: 1 }),
    group: (name: string) => main.getByRole('region', { name, exact: true }),
    filter: (name: string | RegExp) => main.getByRole('button', { name }),
    patients: main.getByRole('link', { name: /^[A-Z]+, / }),
    row: (surname: string) => main.getByRole('listitem').filter({ hasText: surname }),
    review: (surname: string) =>
      main.getByRole('link', { name: new RegExp(`^Review the heparin of ${surname}`) }),
    act: (name: string | RegExp) => main.getByRole('link', { name }),
  }
}
