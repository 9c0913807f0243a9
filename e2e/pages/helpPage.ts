import type { Page } from '@playwright/test'

/** The help of a screen, opened from its bar. */
export function helpPage(page: Page) {
  return {
    button: page.getByRole('button', { name: /^Help/ }),
    panel: page.getByRole('complementary', { name: /what does this do\?$/ }),
  }
}
