import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'

/** Keeps a picture of the page where PICTURES names a folder; otherwise nothing. */
export async function takePicture(page: Page, name: string, at?: Locator): Promise<void> {
  const folder = process.env['PICTURES']
  if (folder === undefined || folder === '') return
  if (at) await at.evaluate((element) => element.scrollIntoView({ block: 'end' }))
  else await page.evaluate(() => window.scrollTo(0, 0))
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}
