import type { Page } from '@playwright/test'

/** What every act's page has: its one question, the way back, what is refused, missing or new. */
export function actPage(page: Page) {
  const main = page.getByRole('main')
  return {
    main,
    question: main.getByRole('heading', { level: 1 }),
    back: main.getByRole('link', { name: /Back to the chart/ }).first(),
    problem: main.getByRole('alert'),
    missing: main.getByRole('status').filter({ hasText: 'Not complete yet' }),
    moved: main.getByRole('status').filter({ hasText: 'The chart changed' }),
    seen: main.getByRole('button', { name: 'I have seen what is new' }),
    button: (name: string) => main.getByRole('button', { name, exact: true }),
    link: (name: string) => main.getByRole('link', { name, exact: true }),
    choice: (name: string | RegExp) => main.getByRole('radio', { name }),
    tick: (name: string | RegExp) => main.getByRole('checkbox', { name }),
    ticks: main.getByRole('checkbox'),
    text: (label: string | RegExp) => main.getByRole('textbox', { name: label }),
  }
}
