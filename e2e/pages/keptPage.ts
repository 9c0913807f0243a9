import type { Page } from '@playwright/test'

/** What of this tablet is not on the record yet. */
export function keptPage(page: Page) {
  const main = page.getByRole('main')
  return {
    badge: page.getByRole('link', { name: /not on the record yet$/ }),
    items: main.getByRole('listitem').filter({ has: page.getByRole('heading') }),
    news: main.getByRole('region', { name: 'New on the chart since' }),
    record: main.getByRole('button', { name: 'Record it now' }),
    letGo: main.getByRole('button', { name: 'Let it go, with a note on the chart' }),
    reason: main.getByLabel('Why it is not to be recorded, if so'),
    empty: main.getByText('Nothing that was captured on this tablet waits to be recorded.'),
  }
}
