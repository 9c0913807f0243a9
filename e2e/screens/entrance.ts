import { expect, type Page } from '@playwright/test'
import { chartPage } from '../pages/chartPage.ts'
import { newChartPage } from '../pages/newChartPage.ts'
import { signInPage } from '../pages/signInPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { allKept } from '../support/keptTablet.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs, openPatient } from '../support/stage.ts'

/** The screens that are not of one chart, and those that say that something is wrong. */
export const entrance: readonly ScreenState[] = [
  {
    name: 'sign-in',
    shows: 'Sign-in, with the demonstration’s accounts',
    ofChart: false,
    async bring({ page }) {
      await page.goto('/')
      await expect(signInPage(page).signIn).toBeVisible()
      await expect(page.getByText('rn.adams')).toBeVisible()
    },
  },
  {
    name: 'sign-in-refused',
    shows: 'A wrong password, refused',
    ofChart: false,
    async bring({ page }) {
      await page.goto('/')
      await signInPage(page).userId.fill('rn.adams')
      await signInPage(page).password.fill('not-this')
      await signInPage(page).signIn.click()
      await expect(signInPage(page).refusal).toBeVisible()
    },
  },
  {
    name: 'board',
    shows: 'The ward board, most urgent first',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/')
      await expect(wardBoard(page).rows.nth(3)).toBeVisible()
      await expect(wardBoard(page).find).toBeVisible()
    },
  },
  {
    name: 'board-empty',
    shows: 'A ward without a chart',
    ofChart: false,
    async bring({ page }) {
      await page.route('**/api/wards/*/board', async (route) => {
        const reply = await route.fetch()
        await route.fulfill({ response: reply, json: { ...(await reply.json()), charts: [] } })
      })
      await openAs(page, 'rn.adams', '/')
      await expect(wardBoard(page).empty).toBeVisible()
    },
  },
  {
    name: 'new-chart',
    shows: 'Opening a chart',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/new-chart')
      await newChartPage(page).dateOfBirth.fill('04 Feb 1963')
      await newChartPage(page).knownAllergies.click()
      await expect(newChartPage(page).allergyTo).toBeVisible()
    },
  },
  {
    name: 'new-chart-missing',
    shows: 'Opening a chart: what is missing is named',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/new-chart')
      await newChartPage(page).surname.fill('Nguyen')
      await newChartPage(page).open.click()
      await expect(page.getByText('Not complete yet')).toBeVisible()
    },
  },
  {
    name: 'no-such-page',
    shows: 'An address where nothing stands',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/nowhere')
      await expect(page.getByText('There is no page at this address')).toBeVisible()
    },
  },
  {
    name: 'no-such-chart',
    shows: 'A chart that is not on the reader’s wards',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/charts/6f0d0c0e-6c53-4c0e-9a51-0f7c2b1d9e01')
      await expect(page.getByText('There is no such chart on your wards')).toBeVisible()
    },
  },
  {
    name: 'server-lost',
    shows: 'The server does not answer at all',
    ofChart: false,
    async bring({ page }) {
      await page.route('**/api/**', (route) => route.abort())
      await page.goto('/')
      await expect(page.getByText('The server does not answer')).toBeVisible()
    },
  },
  {
    name: 'chart-stale',
    shows: 'A chart with no word from the server for 15 seconds',
    ofChart: true,
    async bring({ page }) {
      await page.clock.install()
      await page.route('**/stream', (route) => route.abort())
      await openPatient(page, 'rn.adams', 'SINGH')
      await page.clock.fastForward('00:20')
      await expect(page.getByText('Not up to date: no word from the server')).toBeVisible()
      await expect(chartPage(page).now).toBeVisible()
    },
  },
  {
    name: 'board-kept',
    shows: 'The ward board as kept on the tablet, the server out of reach',
    ofChart: false,
    async bring({ page }) {
      await openKept(page)
      await expect(wardBoard(page).row('SINGH')).toBeVisible()
      await expect(wardBoard(page).find).toBeVisible()
    },
  },
  {
    name: 'chart-kept',
    shows: 'A chart as kept on the tablet, the server out of reach',
    ofChart: true,
    async bring({ page }) {
      await openKept(page)
      await wardBoard(page).row('SINGH').click()
      await expect(chartPage(page).now).toBeVisible()
    },
  },
]

/** The ward is kept, then the server goes and the page is opened again. */
async function openKept(page: Page): Promise<void> {
  await openAs(page, 'rn.adams', '/')
  await allKept(page)
  await page.route('**/api/**', (route) => route.abort())
  await page.reload()
  await expect(page.getByText('The server cannot be reached')).toBeVisible()
}
