import { expect, type Page } from '@playwright/test'
import { chartPage } from '../pages/chartPage.ts'
import { collectNow } from '../support/acts.ts'
import { allFetched } from '../support/allFetched.ts'
import { type CutWire, cutWire } from '../support/cutWire.ts'
import { running } from '../support/patients.ts'
import { openAs } from '../support/stage.ts'
import { test } from '../support/test.ts'

const USERS = ['rn.adams', 'rn.baker', 'rn.cole'] as const

const stale = (page: Page) => page.getByText('Not up to date: no word from the server')

test('H34: three tablets, one wire cut, one silent: what was entered meanwhile shows on all of them by itself, and all show the same', async ({
  chartAfter,
  browser,
  ward,
  listenTo,
}) => {
  const chartId = await chartAfter(
    running(
      { surname: 'Moreau', mrn: '7790011', kg: 80 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-6h' },
    ),
  )
  const wires: CutWire[] = []
  const pages: Page[] = []
  for (const userId of USERS) {
    const wire = await cutWire(ward.baseURL)
    const context = await browser.newContext({ baseURL: wire.baseURL })
    listenTo(context)
    const page = await context.newPage()
    await openAs(page, userId, `/charts/${chartId}`)
    await expect(chartPage(page).next).toContainText('Collect APTT')
    await allFetched(page)
    wires.push(wire)
    pages.push(page)
  }
  const [cut, silent, whole] = pages
  if (!cut || !silent || !whole) throw new Error('three tablets')
  wires[0]?.cut()
  wires[1]?.stall()
  await collectNow(whole)
  await expect(stale(cut)).toBeVisible({ timeout: 40_000 })
  await expect(stale(silent)).toBeVisible({ timeout: 40_000 })
  await expect(chartPage(cut).next).toContainText('Collect APTT')
  await expect(chartPage(cut).stop).toBeVisible()

  for (const wire of wires) wire.mend()
  for (const page of pages) {
    await expect(stale(page)).toHaveCount(0, { timeout: 30_000 })
    await expect(chartPage(page).next).toContainText('APTT result')
  }
  const shown = await chartPage(whole).timeline.innerText()
  for (const page of [cut, silent]) {
    await expect.poll(() => chartPage(page).timeline.innerText()).toBe(shown)
  }
  for (const page of pages) await page.context().close()
  for (const wire of wires) await wire.close()
})
