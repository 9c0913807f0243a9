import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { helpPage } from '../pages/helpPage.ts'
import { lockScreen } from '../pages/lockScreen.ts'
import { signaturePad } from '../pages/signaturePad.ts'
import { tourPage } from '../pages/tourPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { keyFigure } from '../support/acts.ts'
import { serverHearsOfLock } from '../support/lockNow.ts'
import { test } from '../support/test.ts'

const LANDSCAPE = { width: 1180, height: 820 }
const PORTRAIT = { width: 820, height: 1180 }
/** What is left of a landscape tablet at 200 % zoom. */
const ZOOMED = { width: 590, height: 410 }

/** Whether a tap in the middle of STOP meets STOP, both ways up and at 200 % zoom. */
async function expectStopToBeTappable(page: Page): Promise<void> {
  for (const size of [ZOOMED, LANDSCAPE, PORTRAIT]) {
    await page.setViewportSize(size)
    const { stop } = chartPage(page)
    await expect(stop).toBeInViewport({ ratio: 1 })
    await stop.tap({ trial: true })
  }
}

test('SIGN-5: the whole tour by touch, from the sign-in page through a real result to the lock; STOP is never covered', async ({
  page,
}) => {
  await page.goto('/')
  const tour = tourPage(page)
  await tour.offer.tap()
  await expect(tour.title).toHaveText('Step 1 of 8 The ward board')
  await expect(tour.pointed).toHaveAttribute('href', /^\/charts\//)

  await tour.next.tap()
  await expect(page.getByRole('heading', { name: 'Due on the ward' })).toBeVisible()
  await expect(tour.title).toBeFocused()
  await tour.next.tap()
  await expect(chartPage(page).patient).toContainText('PAPADOPOULOS')
  await expect(tour.pointed).toContainText('Enter the result')
  await expectStopToBeTappable(page)
  await tour.next.tap()
  await expect(tour.pointed).toHaveText('STOP')
  await expectStopToBeTappable(page)

  // Nothing of the reasons is under the strip, and the tour goes on afterwards.
  await tour.pointed.tap()
  const reasons = page.getByRole('main').getByRole('button')
  await expect(reasons.first()).toBeVisible()
  for (const reason of await reasons.all()) await reason.tap({ trial: true })
  await page.getByRole('link', { name: 'Back to the chart' }).tap()

  await tour.next.tap()
  await expect(actPage(page).question).toHaveText('What is the APTT?')
  await page.reload()
  await expect(tour.title).toHaveText('Step 5 of 8 Give a result')
  await keyFigure(page, '82.4')
  await page.getByRole('button', { name: 'Read the nomogram' }).tap()
  await expect(signaturePad(page).sign('Sign first')).toBeVisible()
  await tour.next.tap()
  await expect(tour.title).toHaveText('Step 6 of 8 Two signatures')
  await expect(tour.strip).toContainText('Adams, Jo: 204811; Baker, Lee: 738256')
  await expect(signaturePad(page).sign('Sign first')).toBeVisible()
  await expectStopToBeTappable(page)

  await tour.next.tap()
  await expect(page.locator('#NOMO-9')).toBeInViewport()
  await tour.next.tap()
  await expect(tour.pointed).toContainText('Adams, Jo')
  await tour.pointed.tap()
  await serverHearsOfLock(page, () =>
    page.getByRole('button', { name: 'Lock, or switch person' }).tap(),
  )
  await expect(tour.strip).toHaveCount(0)
  await lockScreen(page).unlock('rn.adams')
  await tour.close.tap()
  await expect(tour.strip).toHaveCount(0)
  await page.reload()
  await expect(wardBoard(page).title).toBeVisible()
  await expect(tour.strip).toHaveCount(0)
})

test('the tour does not trap the keyboard: it is walked, left for the page, and ended by Escape', async ({
  page,
}) => {
  await page.goto('/')
  const tour = tourPage(page)
  await tour.offer.focus()
  await page.keyboard.press('Enter')
  await expect(tour.title).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(tour.skip).toBeFocused()
  await page.keyboard.press('Tab')
  // There is something to show once the ward has come.
  await expect(tour.pointed).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(tour.pointed).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(chartPage(page).now).toBeVisible()
  await expect(tour.strip).toBeVisible()
  await tour.skip.focus()
  await page.keyboard.press('Escape')
  await expect(tour.strip).toHaveCount(0)
})

test('H15 CHART-2: a misspelled patient is found by touch, compared, and opened only by a tap; help stands above the chart, and STOP below it', async ({
  tablet,
}) => {
  const page = await tablet('rn.adams')
  const board = wardBoard(page)
  await board.find.tap()
  await board.find.fill('papadopolus')
  await expect(board.found).toContainText('PAPADOPOULOS, Con')
  await expect(board.found).toContainText('Spelled otherwise than typed')
  await expect(board.found).toContainText('MRN 2870645')
  await board.found.getByRole('link').tap()
  await expect(chartPage(page).patient).toContainText('PAPADOPOULOS')
  expect(page.url()).not.toMatch(/papa|2870645/i)

  await helpPage(page).button.tap()
  await expect(helpPage(page).panel).toContainText('The chart: what does this do?')
  await expectStopToBeTappable(page)
  await helpPage(page).panel.getByRole('link', { name: 'SIGN-5' }).tap()
  await expect(page.locator('#SIGN-5')).toBeInViewport()
  await expect(page.locator('#SIGN-5')).toBeFocused()
})
