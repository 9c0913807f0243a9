import type { Page } from '@playwright/test'

/** The first page: who are you? */
export function signInPage(page: Page) {
  return {
    userId: page.getByLabel('User id'),
    password: page.getByLabel('Password'),
    signIn: page.getByRole('button', { name: 'Sign in', exact: true }),
    refusal: page.getByRole('alert'),
    accounts: page.getByRole('region', { name: 'Demonstration accounts' }),
  }
}
