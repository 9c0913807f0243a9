import { expect } from '@playwright/test'
import { chartPage } from '../pages/chartPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { collectNow } from '../support/acts.ts'
import { running } from '../support/patients.ts'
import { test } from '../support/test.ts'

const canary = /kanarienvogel|QX90817263|1951-03-09|204811|demonstration/i

test('no word about a patient and no secret stands in an address, a referrer or, once nothing is half typed, in the storage of the tab', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(
    running(
      { surname: 'Kanarienvogel', mrn: 'QX90817263', kg: 78 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-6h' },
    ),
  )
  const page = await tablet('rn.adams')
  const told: string[] = []
  page.on('request', (request) => told.push(request.url(), `${request.headers()['referer']}`))
  page.on('framenavigated', (frame) => told.push(frame.url()))

  await page.goto(`/charts/${chartId}`)
  await expect(chartPage(page).next).toContainText('Collect APTT')
  await expect(page.getByText('KANARIENVOGEL').first()).toBeVisible()
  await collectNow(page)
  for (const act of ['titrate', 'stop', 'handover']) await page.goto(`/charts/${chartId}/${act}`)
  await page.goto('/')
  await expect(wardBoard(page).title).toBeVisible()

  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie, history.state]),
  )
  expect(told.length).toBeGreaterThan(20)
  expect(told.filter((each) => canary.test(each))).toEqual([])
  expect(kept).not.toMatch(canary)
  expect(await page.title()).not.toMatch(canary)
})

test('a word in an address would be seen', async ({ tablet }) => {
  const page = await tablet('rn.adams')
  const told: string[] = []
  page.on('request', (request) => told.push(request.url()))
  await page.goto('/charts/none?patient=kanarienvogel')
  expect(told.some((each) => canary.test(each))).toBe(true)
})
