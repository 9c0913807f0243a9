import { expect } from '@playwright/test'
import { helpPage } from '../pages/helpPage.ts'
import { tourPage } from '../pages/tourPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs, openPatient } from '../support/stage.ts'

/** What helps somebody who has never seen it: the tour, the help, the rule book, the finder. */
export const firstMinutes: readonly ScreenState[] = [
  {
    name: 'tour-board',
    shows: 'The guided tour of the demonstration, on the ward board',
    ofChart: false,
    async bring({ page }) {
      await page.goto('/')
      await tourPage(page).offer.click()
      await expect(tourPage(page).strip).toContainText('Step 1 of 8')
      await expect(wardBoard(page).rows.nth(3)).toBeVisible()
    },
  },
  {
    name: 'tour-stop',
    shows: 'The guided tour points at STOP and covers nothing of it',
    ofChart: true,
    async bring({ page }) {
      await page.goto('/')
      const tour = tourPage(page)
      await tour.offer.click()
      for (const step of [2, 3, 4]) {
        await tour.next.click()
        await expect(tour.strip).toContainText(`Step ${step} of 8`)
      }
      await expect(tour.pointed).toHaveText('STOP')
    },
  },
  {
    name: 'help',
    shows: 'Help on a chart: what the page does, what comes next, whom to call, which rules',
    ofChart: true,
    async bring({ page }) {
      await openPatient(page, 'rn.adams', 'SINGH')
      await helpPage(page).button.click()
      await expect(helpPage(page).panel).toContainText('The chart: what does this do?')
    },
  },
  {
    name: 'rules',
    shows: 'The rule book',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/rules')
      await expect(page.getByRole('heading', { name: 'Rule book' })).toBeVisible()
    },
  },
  {
    name: 'finder',
    shows: 'A patient found on the ward although misspelled',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/')
      await wardBoard(page).find.fill('obrein')
      await expect(wardBoard(page).found).toContainText("O'BRIEN")
    },
  },
  {
    name: 'finder-nobody',
    shows: 'Nobody found: what to do',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/')
      await wardBoard(page).find.fill('zzzzzz')
      await expect(wardBoard(page).nobodyFound).toContainText('No open chart')
    },
  },
]
