import type { Page } from '@playwright/test'

/** The pharmacist's round over the charts of a ward. */
export function pharmacistRound(page: Page) {
  const bar = page.getByRole('navigation', { name: 'Pharmacist’s round' })
  const main = page.getByRole('main')
  return {
    bar,
    next: bar.getByRole('link', { name: /^Next:/ }),
    previous: bar.getByRole('link', { name: /^Previous/ }),
    list: bar.getByRole('link', { name: /^List/ }),
    noneLeft: bar.getByText('No other is left.'),
    left: main.getByRole('status').filter({ hasText: /left to review|All reviewed/ }),
    shortcuts: main.getByRole('checkbox', { name: /^Shortcut keys/ }),
    reviews: main.getByRole('link', { name: /^Review the heparin of/ }),
    toReview: main
      .getByRole('listitem')
      .filter({ hasText: 'Last pharmacist review' })
      .filter({ hasNotText: 'Reviewed today' }),
    reviewed: main.getByRole('listitem').filter({ hasText: 'Reviewed today' }),
    signed: main.getByRole('heading', { name: /^Signed: review of/ }),
  }
}
