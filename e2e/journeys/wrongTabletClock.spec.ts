import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { goOn } from '../support/acts.ts'
import { after, running } from '../support/patients.ts'
import { titrate } from '../support/results.ts'
import { test } from '../support/test.ts'

const YEAR_MS = 31_557_600_000

/** The device's own clock is wrong by so much, from the next opening of the page on. */
async function setClockWrong(page: Page, errorMs: number): Promise<void> {
  await page.addInitScript((ms) => {
    const Right = Date
    const held = { errorMs: ms }
    class Wrong extends Right {
      constructor(...given: unknown[]) {
        if (given.length === 0) super(Right.now() + held.errorMs)
        else super(...(given as [number]))
      }
      static override now(): number {
        return Right.now() + held.errorMs
      }
    }
    Object.assign(window, { Date: Wrong, deviceClock: held })
  }, errorMs)
  await page.reload()
}

/** Somebody sets the device's clock while the page is open. */
async function jump(page: Page, errorMs: number): Promise<void> {
  await page.evaluate((ms) => {
    Object.assign((window as unknown as { deviceClock: object }).deviceClock, { errorMs: ms })
  }, errorMs)
}

async function boardOf(page: Page, surname: string): Promise<string[]> {
  await expect(wardBoard(page).row(surname)).toContainText('mL/hr')
  return wardBoard(page).row(surname).allInnerTexts()
}

async function chartOf(page: Page): Promise<string[]> {
  const { now, next, table } = chartPage(page)
  await expect(next).toBeVisible()
  return Promise.all([now, next, table].map((region) => region.innerText()))
}

test('NOMO-8 SIGN-7 H11 H36: a tablet whose clock is eight years ahead, then nine behind, shows, reads, signs and times as the one beside it', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(
    after(
      running(
        { surname: 'Okello', mrn: '7790001', kg: 78 },
        { protocol: 'vte', rateMlPerHour: 14, started: '-7h' },
      ),
    ),
  )
  const right = await tablet('rn.baker')
  const wrong = await tablet('rn.adams')
  // Which of the two hears first of what is new is not told.
  const expectSame = (shown: (page: Page) => Promise<string[]>) =>
    expect(async () => expect(await shown(wrong)).toEqual(await shown(right))).toPass({
      timeout: 15_000,
    })
  await setClockWrong(wrong, 8 * YEAR_MS)
  expect(await wrong.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + 7 * YEAR_MS)
  await expectSame((page) => boardOf(page, 'Okello'))

  for (const page of [wrong, right]) await page.goto(`/charts/${chartId}`)
  await expectSame(chartOf)

  // The chart's clock stands at 11:00 in Sydney; the sample was taken at 10:20.
  await goOn(wrong, 'Collected now')
  await jump(wrong, -9 * YEAR_MS)
  const collect = actPage(wrong)
  await collect.choice('At another time').click()
  await collect.text(/^Time/).fill('10:20')
  await expect(collect.main.getByRole('status')).toContainText('40 min ago')
  await collect.choice(/^Away from the heparin/).click()
  await collect.button('Record the collection').click()
  await expect(chartPage(wrong).next).toContainText('APTT result')
  await expectSame(chartOf)

  await titrate(wrong, {
    aptt: '98.0',
    says: 'Decrease by 2 mL/hr: 14 to 12 mL/hr',
    rate: '12',
  })
  await expect(chartPage(wrong).now).toContainText('12 mL/hr')
  await expect(chartPage(right).now).toContainText('12 mL/hr')
  await expect(chartPage(wrong).next).toContainText('17:00')
  await expectSame(chartOf)
})
