import { expect } from '@playwright/test'
import { chartPage } from '../pages/chartPage.ts'
import { signaturePad } from '../pages/signaturePad.ts'
import { stopPage } from '../pages/stopPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { sign } from '../support/acts.ts'
import { allFetched } from '../support/allFetched.ts'
import { running } from '../support/patients.ts'
import { test } from '../support/test.ts'

const BLEEDING = {
  surname: 'Petrov',
  kg: 80,
} as const
const VTE = { protocol: 'vte', rateMlPerHour: 14, started: '-3h' } as const

test('SIGN-5 BLEED-0: a major bleed with nobody to countersign and no PIN: ceased at once, signed afterwards', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(running({ ...BLEEDING, mrn: '7750001' }, VTE))
  const page = await tablet('rn.cole')
  await page.goto(`/charts/${chartId}`)
  const chart = chartPage(page)
  // The menu that is open lies beside STOP: the click would find it in its way.
  await page.locator('summary').filter({ hasText: 'Cole, Sam' }).click()
  await expect(page.getByRole('button', { name: 'Lock, or switch person' })).toBeVisible()
  await chart.stop.click()
  const stop = stopPage(page)
  await stop.reason('Suspected major bleeding').click()
  await stop.withoutPin.click()
  await expect(stop.done).toHaveText('Ceased at 11:00. Is the pump off?')
  await expect(stop.unsigned).toBeVisible()
  await stop.back.click()
  await expect(chart.now).toContainText('Ceased')
  await expect(chart.patient).toContainText('SUSPENDED suspected major bleeding, since 11:00')
  await expect(chart.nextAct('Restart')).toHaveCount(0)

  await pass(5)
  await page.goto('/')
  await expect(wardBoard(page).row('PETROV')).toContainText('Suspended')
  await wardBoard(page).row('PETROV').click()
  await chart.nextAct('Countersign').first().click()
  await sign(page, 'rn.cole', 'Sign')
  await expect(chart.next).not.toContainText('identity unconfirmed')
  await expect(chart.next).toContainText('Countersign')
})

test('SIGN-5: a stop with a wrong PIN counts all the same, as identity unconfirmed', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(running({ ...BLEEDING, mrn: '7750002' }, VTE))
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}/stop`)
  const stop = stopPage(page)
  await stop.reason('Head injury after a fall').click()
  for (const figure of '000000') await signaturePad(page).key(figure).click()
  await expect(stop.done).toBeVisible()
  await expect(stop.unsigned).toBeVisible()
  await stop.back.click()
  await expect(chartPage(page).now).toContainText('Ceased')
  await expect(chartPage(page).next).toContainText('identity unconfirmed')
})

test('SIGN-5 H23: the build is renewed under an open chart and none of its files is there any more: STOP still opens and is taken', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(running({ ...BLEEDING, mrn: '7750009' }, VTE))
  const page = await tablet('rn.cole')
  await page.goto(`/charts/${chartId}`)
  await expect(chartPage(page).now).toContainText('14 mL/hr')
  await allFetched(page)
  await page.context().route('**/assets/**', (route) => route.fulfill({ status: 404 }))
  await chartPage(page).stop.click()
  const stop = stopPage(page)
  await stop.reason('Suspected major bleeding').click()
  await stop.withoutPin.click()
  await expect(stop.done).toHaveText('Ceased at 11:00. Is the pump off?')
})
