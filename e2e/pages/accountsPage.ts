import type { Page } from '@playwright/test'

/** The administrator's pages: people, one person, wards, the account log. */
export function accountsPage(page: Page) {
  return {
    title: page.getByRole('heading', { level: 1 }),
    find: page.getByLabel('Find by name or user id'),
    people: page.getByRole('listitem'),
    person: (name: string) => page.getByRole('link', { name: new RegExp(name) }),
    lastDay: page.getByLabel('Learning package: last day'),
    ward: (name: string) => page.getByRole('checkbox', { name }),
    save: page.getByRole('button', { name: 'Save', exact: true }),
    end: page.getByRole('button', { name: 'End this account' }),
    endOf: (name: string) => page.getByRole('button', { name: `End the account of ${name}` }),
    missing: page.getByRole('status').filter({ hasText: 'Not complete yet' }),
    said: (text: string | RegExp) => page.getByText(text),
  }
}
