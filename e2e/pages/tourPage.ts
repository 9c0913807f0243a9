import type { Page } from '@playwright/test'

/** The guided tour of the demonstration. */
export function tourPage(page: Page) {
  const strip = page.getByRole('complementary', { name: 'Guided tour' })
  const button = (name: string) => strip.getByRole('button', { name })
  return {
    offer: page.getByRole('button', { name: 'Show me around' }),
    strip,
    title: strip.getByRole('heading'),
    next: button('Next'),
    showMe: button('Show me'),
    skip: button('Skip the tour'),
    close: button('Done'),
    pointed: page.locator('[data-tour-points]'),
  }
}
