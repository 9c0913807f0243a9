import { readFileSync } from 'node:fs'
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
  const folder = folderWanted()
  if (folder === null) return
  for (const [way, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size)
    if (lookAt) await lookAt(page).evaluate((element) => element.scrollIntoView({ block: 'end' }))
    else await page.evaluate(() => window.scrollTo(0, 0))
    const path = join(folder, `${name}-${way}-${theme}.webp`)
    await page.screenshot({ path, type: 'webp', quality: 80, animations: 'disabled' })
  }
}

const SHEET = { width: 720, height: 770 }
const SHEET_ROWS = [
  { pictures: ['portrait-light', 'portrait-dark'], style: 'height: 500px' },
  { pictures: ['landscape-light', 'landscape-dark'], style: 'width: 350px' },
]

/** Puts the four pictures of a state on one small sheet, where PICTURES names a folder; the page shows the sheet then. */
export async function makeSheet(page: Page, { name }: ScreenState): Promise<void> {
  const folder = folderWanted()
  if (folder === null) return
  const rows = SHEET_ROWS.map(({ pictures, style }) => {
    const images = pictures.map((each) => {
      const data = readFileSync(join(folder, `${name}-${each}.webp`), 'base64')
      return `<img alt="" style="${style}" src="data:image/webp;base64,${data}">`
    })
    return `<div style="display: flex; gap: 8px; padding: 4px; justify-content: center">${images.join('')}</div>`
  })
  // The page's own policy would refuse pictures that come as text.
  await page.goto('about:blank')
  await page.setViewportSize(SHEET)
  await page.setContent(`<body style="margin: 0; background: #808080">${rows.join('')}`)
  const path = join(folder, 'sheets', `${name}.webp`)
  await page.screenshot({ path, type: 'webp', quality: 40 })
}

function folderWanted(): string | null {
  const folder = process.env['PICTURES']
  return folder === undefined || folder === '' ? null : folder
}
