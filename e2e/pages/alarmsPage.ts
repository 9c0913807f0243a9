import type { Page } from '@playwright/test'

/** The alarms of a tablet: the one that is shown, and how it alarms. */
export function alarmsPage(page: Page) {
  const main = page.getByRole('main')
  return {
    main,
    strip: page.getByRole('region', { name: 'Alarm', exact: true }),
    sound: main.getByLabel(/^Sound on/),
    from: main.getByLabel('From'),
    to: main.getByLabel('To', { exact: true }),
    keepHours: main.getByRole('button', { name: 'Keep these hours' }),
    hear: (words: string) => main.getByRole('button', { name: `Hear it: ${words}` }),
  }
}
