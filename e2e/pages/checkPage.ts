import type { Page } from '@playwright/test'

/** The second check: the tablet changes hands, blind figures, the card, the read-back. */
export function checkPage(page: Page) {
  const main = page.getByRole('main')
  return {
    handover: main.getByRole('heading', { name: /a second person checks$/ }),
    withdraw: main.getByRole('button', { name: 'Withdraw my signature' }),
    next: main.getByRole('button', { name: 'Next', exact: true }),
    /** The ward's people, by user id: a tap takes the tablet over. */
    checker: (userId: string) => main.getByRole('button', { name: `, ${userId}` }),
    elsewhere: main.getByRole('button', { name: /^Somebody else/ }),
    userName: main.getByRole('textbox', { name: 'Your user name' }),
    compare: main.getByRole('button', { name: 'Compare' }),
    card: main.getByRole('region', { name: /^(Set pump to|Bolus to give)$/ }),
    readBack: main.getByRole('button', { name: 'This is what the pump shows' }),
    readAgain: main.getByRole('button', { name: 'Read it again' }),
    another: main.getByRole('button', { name: 'Another person checks instead' }),
    done: main.getByRole('status').filter({ hasText: 'Done' }),
    difference: main.getByRole('alert'),
  }
}
