import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** Keeps a picture of the page where PICTURES names a folder; otherwise nothing. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES']
  if (folder === undefined || folder === '') return
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}
