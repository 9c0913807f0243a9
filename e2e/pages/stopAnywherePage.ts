import type { Page } from '@playwright/test'

/** STOP without signing in: whose infusion, why, and how it stands. */
export function stopAnywherePage(page: Page) {
  const main = page.getByRole('main')
  return {
    open: page.getByRole('link', { name: 'STOP', exact: true }),
    patient: (name: string) => main.getByRole('button', { name }),
    why: main.getByRole('heading', { name: 'STOP the infusion of this patient: why?' }),
    who: main.getByRole('region', { name: 'Patient' }),
    reason: (words: string) => main.getByRole('button', { name: words }),
    recorded: main.getByText('Recorded: it is on the chart'),
    kept: main.getByRole('alert').filter({ hasText: 'Not on the record yet' }),
    none: main.getByRole('status'),
    leave: main.getByRole('button', { name: 'Done here' }),
  }
}
