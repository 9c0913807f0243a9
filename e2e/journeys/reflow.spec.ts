import { expect, type Page } from '@playwright/test'
import { chartPage } from '../pages/chartPage.ts'
import { running } from '../support/patients.ts'
import { test } from '../support/test.ts'

/** 1280 x 1024 at 400 % (WCAG 1.4.10). */
const ZOOMED = { width: 320, height: 256 }
/** WCAG 1.4.12. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`

function pixelsTooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}

/** As a reader's own style sheet would; the page's policy lets no style tag in. */
function spaceOut(page: Page): Promise<void> {
  return page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
  }, SPACED)
}

test('SIGN-5: at 400 % zoom and with wide spacing nothing runs out of the page, and STOP is in reach on a chart', async ({
  chartAfter,
  tablet,
}) => {
  const id = await chartAfter(
    running(
      { surname: 'Keyes', mrn: '7730004', kg: 75 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-7h' },
    ),
  )
  const page = await tablet('mo.chen')
  await page.setViewportSize(ZOOMED)
  const paths = ['/', '/due', '/prescriber', '/pharmacy', '', '/result', '/order', '/stop'].map(
    (path, index) => (index < 4 ? path : `/charts/${id}${path}`),
  )
  for (const path of paths) {
    await page.goto(path)
    await expect(page.getByRole('main')).toBeVisible()
    expect(await pixelsTooWide(page), path).toBeLessThanOrEqual(0)
    if (path.startsWith('/charts')) {
      const { stop } = chartPage(page)
      await stop.scrollIntoViewIfNeeded()
      await expect(stop).toBeInViewport({ ratio: 1 })
    }
    await spaceOut(page)
    expect(await pixelsTooWide(page), `${path}, spaced`).toBeLessThanOrEqual(0)
  }
  await page.evaluate(() =>
    document.body.append(
      Object.assign(document.createElement('pre'), {
        textContent: 'a line that runs out of the page '.repeat(4),
      }),
    ),
  )
  expect(await pixelsTooWide(page), 'planted').toBeGreaterThan(0)
})

test('in forced colours what is chosen is told apart without its background', async ({
  tablet,
}) => {
  const page = await tablet('rn.adams')
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/due')
  const look = (name: string) =>
    page
      .getByRole('button', { name, exact: true })
      .evaluate((button) => getComputedStyle(button).backgroundColor)
  await expect(page.getByRole('button', { name: 'Everybody' })).toBeVisible()
  expect(await look('Everybody')).not.toBe(await look('Nurse'))
  expect(await look('MO')).toBe(await look('Nurse'))
})
