import { expect, type Page } from '@playwright/test'
import { chartPage } from './pages/chartPage.ts'
import { wardBoard } from './pages/wardBoard.ts'
import { test } from './support/test.ts'

async function openSingh(page: Page): Promise<void> {
  await wardBoard(page).row('Singh').click()
  await expect(chartPage(page).table).toBeVisible()
}

test('CHART-1 CHART-2: a chart of three days prints on A4 landscape with the patient and the notice on every page', async ({
  tablet,
}) => {
  const page = await tablet('rn.adams')
  await openSingh(page)

  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const pages = pdf.match(/\/Type ?\/Page\b/g) ?? []
  expect(pages.length).toBeGreaterThan(1)
  expect(new Set(pdf.match(/\/MediaBox ?\[[^\]]*\]/g))).toEqual(
    new Set(['/MediaBox [0 0 841.91998 594.95996]']),
  )

  await page.emulateMedia({ media: 'print' })
  const { patient, stop, table, trend, timeline } = chartPage(page)
  // What stands at a table's head and foot is printed again on every page.
  await expect(patient).toHaveCSS('display', 'table-header-group')
  await expect(patient).toHaveCSS('break-inside', 'avoid')
  await expect(page.getByRole('contentinfo')).toHaveCSS('display', 'table-footer-group')
  await expect(page.getByRole('contentinfo')).toContainText('A demonstration until')
  await expect(stop).toBeHidden()
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  expect(await marginTexts(page)).toEqual([
    '"Demonstration Hospital. Printed Wed 10 Mar 2027 11:00 by Adams, Jo, RN; 27 entries on the record"',
    '"SINGH, Harpreet, born 21 Dec 1957, MRN 2204587" "   Page " counter(page) " of " counter(pages)',
  ])
  const parts = [
    patient,
    page.getByRole('region', { name: 'Prescription' }),
    page.getByRole('region', { name: 'Administration' }),
    table,
    trend,
    timeline,
  ]
  const tops = await Promise.all(parts.map(async (part) => (await part.boundingBox())?.y))
  expect(tops).toEqual(tops.toSorted((a, b) => Number(a) - Number(b)))
})

/** What the page's margin boxes say, with the page's own words put in. */
function marginTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules])
    const css = rules.map(({ cssText }) => cssText).join('\n')
    const { style } = document.documentElement
    return [...css.matchAll(/@bottom-\w+ \{ content: ([^;]+);/g)].map(([, content = '']) =>
      content
        .replace(/var\((--printed-[\w-]+), ?""\)/, (_, name) => style.getPropertyValue(name))
        .replaceAll('\u00a0', ' '),
    )
  })
}

for (const [width, height] of [
  [1180, 820],
  [820, 1180],
] as const) {
  test(`no cell of the APTT and rate table is cut at ${width} x ${height}`, async ({ tablet }) => {
    const page = await tablet('rn.adams')
    await page.setViewportSize({ width, height })
    await openSingh(page)
    const cut = await chartPage(page)
      .table.locator('td, th')
      .evaluateAll((cells) =>
        cells
          .filter((cell) => cell.scrollWidth > cell.clientWidth)
          .map(({ textContent }) => textContent),
      )
    expect(cut).toEqual([])
    const box = chartPage(page).table.getByRole('region')
    expect(await box.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0)
  })
}

test('SIGN-5: at 200 % on a small tablet STOP alone stays in view while the chart scrolls', async ({
  tablet,
}) => {
  const page = await tablet('rn.adams')
  await page.setViewportSize({ width: 590, height: 410 })
  await openSingh(page)
  const { stop, patient, timeline } = chartPage(page)
  await expect(stop).toBeInViewport({ ratio: 1 })
  await timeline.getByRole('listitem').last().scrollIntoViewIfNeeded()
  await expect(stop).toBeInViewport({ ratio: 1 })
  await expect(patient.getByRole('heading')).not.toBeInViewport()
  await stop.click()
  await expect(page).toHaveURL(/\/stop$/)
})
