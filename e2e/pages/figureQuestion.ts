import type { Page } from '@playwright/test'

const NAMES: Readonly<Record<string, string>> = {
  '.': 'point',
  '>': 'greater than',
  '<': 'less than',
}

/** One question answered on the large number pad. */
export function figureQuestion(page: Page) {
  const pad = page.getByRole('group', { name: /^Keys: (?!Signing PIN)/ })
  return {
    question: page.getByRole('main').getByRole('heading', { level: 1 }),
    field: page
      .getByRole('main')
      .getByRole('textbox', { name: /, (seconds|millilitres( per hour)?|kilograms)$/ }),
    refusal: page.getByRole('main').getByRole('status'),
    key: (key: string) => pad.getByRole('button', { name: NAMES[key] ?? key, exact: true }),
    clear: pad.getByRole('button', { name: 'Clear' }),
  }
}
