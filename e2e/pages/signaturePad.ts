import type { Page } from '@playwright/test'

/** One person's signature: who, what it means, the PIN. */
export function signaturePad(page: Page) {
  const pad = page.getByRole('region', { name: 'Signature' })
  return {
    pad,
    pin: page.getByLabel('Signing PIN, 6 figures'),
    key: (figure: string) =>
      page
        .getByRole('group', { name: 'Keys: Signing PIN' })
        .getByRole('button', { name: figure, exact: true }),
    sign: (label: string) => pad.getByRole('button', { name: label, exact: true }),
    signer: (userId: string) => pad.getByRole('radio', { name: `, ${userId}` }),
  }
}
