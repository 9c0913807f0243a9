import { expect } from '@playwright/test'
import { downtimePage } from '../pages/downtimePage.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs } from '../support/stage.ts'

/** What is printed before or during a downtime. */
export const downtime: readonly ScreenState[] = [
  {
    name: 'downtime',
    shows: 'The ward’s downtime pack, ready to print',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/downtime')
      await expect(downtimePage(page).charts.filter({ hasText: 'SINGH' })).toContainText(
        'In the pack',
      )
    },
  },
  {
    name: 'downtime-missing',
    shows: 'A chart that could not be read is named: it is not in the pack',
    ofChart: false,
    async bring({ page }) {
      await page.route('**/api/charts/*/entries**', (route) => route.abort())
      await openAs(page, 'rn.adams', '/downtime')
      await expect(downtimePage(page).readAgain).toBeVisible()
    },
  },
  {
    name: 'blank-chart',
    shows: 'The blank paper chart: for which protocol',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/downtime/blank')
      await downtimePage(page).protocol('Acute stroke').check()
    },
  },
]
