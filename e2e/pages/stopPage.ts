import type { Page } from '@playwright/test'

/** STOP: the reason, then at once, signed or not. */
export function stopPage(page: Page) {
  const main = page.getByRole('main')
  return {
    reason: (words: string) => main.getByRole('button', { name: words }),
    withoutPin: main.getByRole('button', { name: 'Stop now, sign after' }),
    done: main.getByRole('heading', { name: /^(Stopped|Ceased) at/ }),
    unsigned: main.getByText('Your own signature is still due'),
    back: main.getByRole('link', { name: 'Back to the chart' }).last(),
  }
}
