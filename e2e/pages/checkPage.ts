import type { Page } from '@playwright/test'

/** The second check: the tablet changes hands, blind figures, the card, the read-back. */
export function checkPage(page: Page) {
  const main = page.getByRole('main')
  return {
    begin: main.getByRole('button', { name: 'I am the checker' }),
    withdraw: main.getByRole('button', { name: 'Withdraw my signature' }),
    next: main.getByRole('button', { name: 'Next', exact: true }),
    /** The ward's people, by user id. */
    checker: (userId: string) => main.getByRole('radio', { name: `, ${userId}` }),
    elsewhere: main.getByRole('radio', { name: /^Somebody else/ }),
    userName: main.getByRole('textbox', { name: 'Your user name' }),
    compare: main.getByRole('button', { name: 'Compare' }),
    card: main.getByRole('region', { name: /^(Set pump to|Bolus to give)$/ }),
    readBack: main.getByRole('button', { name: 'This is what the pump shows' }),
    readAgain: main.getByRole('button', { name: 'Read it again' }),
    done: main.getByRole('status').filter({ hasText: 'Done' }),
    difference: main.getByRole('alert'),
  }
}
