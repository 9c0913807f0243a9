import { expect, type Page } from '@playwright/test'
import { instantOf, isoOf, plusMinutes } from '../../src/time.ts'
import { alarmsPage } from '../pages/alarmsPage.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs, openPatient } from '../support/stage.ts'

/** Lets the restart of the demonstration ward, overdue since a quarter of an hour, fall due while somebody looks. */
async function restartFallsDue(page: Page, open: () => Promise<void>): Promise<void> {
  /** Null: not yet. Each time it is asked again it has waited for half an hour more, which alarms anew. */
  let timesDue: number | null = null
  await page.route('**/api/wards/*/board', async (route) => {
    const reply = await route.fetch()
    const board = await reply.json()
    const inMinutes = timesDue === null ? 10 : timesDue++ * -31
    const dueAt = isoOf(plusMinutes(instantOf(board.now), inMinutes))
    for (const row of board.charts) {
      row.alarms = row.alarms
        .filter(({ kind }: { kind: string }) => kind === 'restart')
        .map((alarm: object) => ({ ...alarm, dueAt, overdueAt: dueAt }))
    }
    await route.fulfill({ response: reply, json: board })
  })
  await open()
  const { strip, watch } = alarmsPage(page)
  await expect(watch).toBeAttached()
  timesDue = 0
  await expect(async () => {
    // As when the tablet is taken up again: the board is read anew. What it shows first is only looked at.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expect(strip).toContainText('Bed 16: Restart the infusion', { timeout: 3_000 })
  }).toPass()
}

/** The alarms of a tablet, and the ward over the shift. */
export const alarms: readonly ScreenState[] = [
  {
    name: 'alarms',
    shows:
      'The alarms of this tablet: sound, notifications, quiet hours, and what none of them silences',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/alarms')
      const here = alarmsPage(page)
      await here.sound.click()
      await here.from.fill('22:00')
      await here.to.fill('06:00')
      await here.keepHours.click()
      await expect(here.main).toContainText('Quiet from 22:00 to 06:00')
    },
  },
  {
    name: 'alarm-board',
    shows: 'A restart falls due: the alarm lies over the ward’s name and moves nothing',
    ofChart: false,
    bring: ({ page }) => restartFallsDue(page, () => openAs(page, 'rn.adams', '/')),
  },
  {
    name: 'alarm-chart',
    shows:
      'The same on another patient’s chart, scrolled: below STOP and the patient, which are as they were',
    ofChart: true,
    async bring({ page }) {
      await restartFallsDue(page, () => openPatient(page, 'rn.adams', 'SINGH'))
      await page.evaluate(() => window.scrollTo(0, 600))
      await expect(alarmsPage(page).strip).toBeInViewport({ ratio: 1 })
      expect(await alarmsPage(page).covered()).toEqual([])
    },
    lookAt: (page) => page.getByRole('figure', { name: /^Trend/ }),
  },
  {
    name: 'shift',
    shows: 'The ward over the shift: by bed and hour, with what is due by now at the now-line',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/ward/timeline')
      await expect(page.getByRole('list', { name: 'Bed 16' })).toContainText('Restart overdue')
    },
  },
  {
    name: 'shift-table',
    shows: 'The next shift, and the same as a table',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/ward/timeline')
      await page.getByRole('button', { name: /^Next/ }).click()
      await page.getByText(/^The same as a table/).click()
      await expect(page.getByRole('table')).toBeVisible()
    },
  },
]
