import type { Page } from '@playwright/test'
import { pinOf } from '../support/account.ts'

/** A locked tablet: whose it is, who goes on, STOP. */
export function lockScreen(page: Page) {
  const pad = page.getByRole('region', { name: 'PIN', exact: true })
  const people = page.getByRole('region', { name: 'Who goes on' })
  async function keyPin(pin: string): Promise<void> {
    for (const figure of pin) await pad.getByRole('button', { name: figure, exact: true }).click()
  }
  return {
    title: page.getByRole('heading', { name: 'Locked' }),
    main: page.getByRole('main'),
    stop: page.getByRole('link', { name: 'STOP' }),
    refusal: pad.getByRole('alert'),
    person: (name: string) => people.getByRole('button', { name: new RegExp(name) }),
    keyPin,
    unlock: (userId: string) => keyPin(pinOf(userId)),
  }
}
