import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'

/** Enters a platelet count from the chart, as the laboratory reports it now; ends on the chart. */
export async function enterCount(
  page: Page,
  { collected, count }: { readonly collected: string; readonly count: string },
): Promise<void> {
  const chart = chartPage(page)
  await expect(chart.now).toBeVisible()
  await page.goto(`${page.url()}/blood-results`)
  const act = actPage(page)
  await act.text(/^When was the blood collected/).fill(collected)
  await act.text(/^Platelets/).fill(count)
  await act.button('Record the results').click()
  await expect(chart.now).toBeVisible()
}
