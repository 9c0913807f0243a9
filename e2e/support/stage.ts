import { expect, type Page } from '@playwright/test'
import { chartPage } from '../pages/chartPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { passwordOf } from './account.ts'
import type { Course } from './test.ts'

/** Where a screen state is brought up: a page nobody has signed in on yet, on the demonstration ward. */
export interface Stage {
  readonly page: Page
  /** Plays a course on a chart of its own and gives its id; the clock stands where it stood. */
  chartAfter(course: Course): Promise<string>
}

/** Signs somebody in and opens an address. */
export async function openAs(page: Page, userId: string, path: string): Promise<void> {
  const reply = await page.context().request.post('/api/session', {
    data: { userId, password: passwordOf(userId) },
  })
  expect(reply.status()).toBe(200)
  await page.goto(path)
}

/** Opens the chart of a patient of the demonstration ward. */
export async function openPatient(page: Page, userId: string, surname: string): Promise<void> {
  await openAs(page, userId, '/')
  await wardBoard(page).row(surname).click()
  await expect(chartPage(page).now).toBeVisible()
}
