import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { keptPage } from '../pages/keptPage.ts'
import { stopAnywherePage } from '../pages/stopAnywherePage.ts'
import { stopPage } from '../pages/stopPage.ts'
import { running } from '../support/patients.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs } from '../support/stage.ts'

const VTE = { protocol: 'vte', rateMlPerHour: 14, started: '-3h' } as const

/** Nothing that is sent from the page comes through, and nobody can be asked what became of it. */
async function cutSending(page: Page): Promise<void> {
  await page.route(/\/api\/charts\/[^/]+\/(commands|captured)/, (route) => route.abort())
}

async function signedOutAt(page: Page, path: string): Promise<void> {
  await openAs(page, 'rn.cole', '/')
  await page.context().request.delete('/api/session')
  await page.goto(path)
}

/** STOP without a session, and what this tablet keeps until it is on the record. */
export const outbox: readonly ScreenState[] = [
  {
    name: 'stop-anywhere',
    shows: 'STOP without signing in: whose infusion? Who and where, no figure',
    ofChart: false,
    async bring({ page, chartAfter }) {
      await chartAfter(running({ surname: 'Unwin', mrn: '7745001', kg: 80 }, VTE))
      await signedOutAt(page, '/stop')
      await expect(stopAnywherePage(page).patient('UNWIN, Sam')).toBeVisible()
    },
  },
  {
    name: 'stop-anywhere-why',
    shows: 'STOP without signing in: the patient large, then the reason, which is the last tap',
    ofChart: false,
    async bring({ page, chartAfter }) {
      await chartAfter(running({ surname: 'Vasquez', mrn: '7745002', kg: 80 }, VTE))
      await signedOutAt(page, '/stop')
      await stopAnywherePage(page).patient('VASQUEZ, Sam').click()
      await expect(stopAnywherePage(page).reason('Suspected HIT')).toBeVisible()
    },
  },
  {
    name: 'stop-anywhere-kept',
    shows: 'STOP without signing in, not on the record yet',
    ofChart: false,
    async bring({ page, chartAfter }) {
      await chartAfter(running({ surname: 'Weller', mrn: '7745003', kg: 80 }, VTE))
      await signedOutAt(page, '/stop')
      await cutSending(page)
      await stopAnywherePage(page).patient('WELLER, Sam').click()
      await stopAnywherePage(page).reason('Suspected HIT').click()
      await expect(stopAnywherePage(page).kept).toBeVisible()
    },
  },
  {
    name: 'stop-anywhere-unknown',
    shows: 'STOP on a tablet that the ward does not know: what to do instead',
    ofChart: false,
    async bring({ page }) {
      await page.context().clearCookies()
      await page.goto('/stop')
      await expect(page.getByText(/does not know this tablet/)).toBeVisible()
    },
  },
  {
    name: 'stop-kept',
    shows: 'A stop that did not come through: kept on this tablet and tried again',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(running({ surname: 'Xavier', mrn: '7745004', kg: 80 }, VTE))
      await openAs(page, 'rn.cole', `/charts/${chartId}`)
      await chartPage(page).stop.click()
      await cutSending(page)
      await stopPage(page).reason('Suspected major bleeding').click()
      await stopPage(page).withoutPin.click()
      await expect(stopAnywherePage(page).kept).toBeVisible()
    },
  },
  {
    name: 'not-on-the-record',
    shows: 'What this tablet keeps: a sample that meets a newer chart, for a person to decide',
    ofChart: false,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(running({ surname: 'Young', mrn: '7745005', kg: 80 }, VTE))
      await openAs(page, 'rn.cole', `/charts/${chartId}/collect`)
      await actPage(page)
        .choice(/^Away from the heparin/)
        .click()
      await cutSending(page)
      await actPage(page).button('Record the collection').click()
      await expect(page.getByText(/^Not on the record yet: kept/)).toBeVisible({ timeout: 30_000 })
      await page.route('**/api/charts/*/captured', (route) =>
        route.fulfill({
          status: 409,
          contentType: 'application/problem+json',
          json: {
            type: '/problems/chart-moved-on',
            title: 'The chart has changed since you opened it',
            status: 409,
            next: 'Look at what is new, then decide again.',
          },
        }),
      )
      await page.goto('/kept')
      await expect(keptPage(page).record).toBeVisible({ timeout: 30_000 })
    },
  },
]
