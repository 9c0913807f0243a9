import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { ScreenState } from './screenState.ts'

/** A tablet both ways up, in pixels. */
export const SIZES = {
  portrait: { width: 820, height: 1180 },
  landscape: { width: 1180, height: 820 },
} as const

/** Keeps pictures of a state as it stands, both ways up, where PICTURES names a folder; otherwise nothing. */
export async function takePictures(
  page: Page,
  { name, lookAt }: ScreenState,
  theme: 'light' | 'dark',
): Promise<void> {
  const folder = process.env['PICTURES']
  if (folder === undefined || folder === '') return
  for (const [way, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size)
    if (lookAt) await lookAt(page).evaluate((element) => element.scrollIntoView({ block: 'end' }))
    else await page.evaluate(() => window.scrollTo(0, 0))
    const path = join(folder, `${name}-${way}-${theme}.webp`)
    await page.screenshot({ path, type: 'webp', quality: 80, animations: 'disabled' })
  }
}
