import { expect, type Page } from '@playwright/test'
import { lockScreen } from '../pages/lockScreen.ts'

/** Locks the tablet from the menu of the person signed in. */
export async function lockNow(page: Page): Promise<void> {
  await page.locator('header summary').click()
  await serverHearsOfLock(page, () =>
    page.getByRole('button', { name: 'Lock, or switch person' }).click(),
  )
}

/** The page covers itself at once; what comes next waits until the server, which alone can unlock, has heard of it. */
export async function serverHearsOfLock(page: Page, lock: () => Promise<void>): Promise<void> {
  const heard = page.waitForResponse('**/api/session/lock')
  await lock()
  await expect(lockScreen(page).title).toBeVisible()
  await heard
}
