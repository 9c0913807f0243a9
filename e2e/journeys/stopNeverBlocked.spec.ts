import { expect } from '@playwright/test'
import { chartPage } from '../pages/chartPage.ts'
import { stopAnywherePage } from '../pages/stopAnywherePage.ts'
import { stopPage } from '../pages/stopPage.ts'
import { sign } from '../support/acts.ts'
import { fetched } from '../support/allFetched.ts'
import { cutWire } from '../support/cutWire.ts'
import { running } from '../support/patients.ts'
import { test } from '../support/test.ts'

const VTE = { protocol: 'vte', rateMlPerHour: 14, started: '-3h' } as const

test('SIGN-5, H15, H23: signed out, three taps stop: the patient large before the last one; then both signatures are given', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(running({ surname: 'Quinn', mrn: '7792001', kg: 80 }, VTE))
  const page = await tablet('rn.cole')
  await page.context().request.delete('/api/session')
  await page.goto('/')
  const stop = stopAnywherePage(page)
  await stop.open.click()
  await expect(page.getByRole('main')).not.toContainText('mL/hr')
  await stop.patient('QUINN, Sam').click()
  await expect(stop.who).toContainText('Born 21 Jun 1958')
  await expect(stop.who).toContainText('MRN 7792001')
  await stop.reason('Another concern').click()
  await expect(stop.recorded).toBeVisible()

  const nurse = await tablet('rn.cole')
  await nurse.goto(`/charts/${chartId}`)
  await expect(chartPage(nurse).now).toContainText('Stopped')
  await expect(chartPage(nurse).timeline).toContainText('nobody signed in (tablet)')
  await nurse.goto(`/charts/${chartId}/countersign`)
  await expect(nurse.getByText('Recorded by nobody signed in (tablet).')).toBeVisible()
  await sign(nurse, 'rn.cole', 'Sign')
  await expect(chartPage(nurse).next).toContainText('Countersign')
})

test('SIGN-5, H23: the session ends under the open STOP: it goes on with the same patient, and is taken', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(running({ surname: 'Rossi', mrn: '7792002', kg: 80 }, VTE))
  const page = await tablet('rn.cole')
  await page.goto(`/charts/${chartId}/stop`)
  await expect(stopPage(page).reason('Allergic reaction')).toBeVisible()
  await page.context().clearCookies({ name: 'session' })
  // Woken, the page asks for its ward, and learns that the session has ended.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  const stop = stopAnywherePage(page)
  await expect(stop.why).toBeVisible()
  await expect(stop.who).toContainText('MRN 7792002')
  await stop.reason('Allergic reaction').click()
  await expect(stop.recorded).toBeVisible()
  const elsewhere = await tablet('rn.adams')
  await elsewhere.goto(`/charts/${chartId}`)
  await expect(chartPage(elsewhere).now).toContainText('Ceased')
  await expect(chartPage(elsewhere).timeline).toContainText('nobody signed in (tablet)')
})

test('SIGN-5, H23: the session turns out to have ended with the last tap of STOP: the page says that it is recorded, and of whom', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(running({ surname: 'Ferrari', mrn: '7792004', kg: 80 }, VTE))
  const page = await tablet('rn.cole')
  await page.goto(`/charts/${chartId}/stop`)
  await stopPage(page).reason('Allergic reaction').click()
  await expect(stopPage(page).withoutPin).toBeVisible()
  // Nothing else that the page asks tells it before.
  await page.route('**/api/**', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  )
  await page.context().clearCookies({ name: 'session' })
  await stopPage(page).withoutPin.click()
  const stop = stopAnywherePage(page)
  await expect(stop.recorded).toBeVisible()
  await expect(stop.who).toContainText('MRN 7792004')
  const elsewhere = await tablet('rn.adams')
  await elsewhere.goto(`/charts/${chartId}`)
  await expect(chartPage(elsewhere).now).toContainText('Ceased')
})

test('SIGN-5, H23: signed out and the server gone: the list that the tablet kept, the stop kept too, and recorded when the wire is whole', async ({
  chartAfter,
  tablet,
  ward,
}) => {
  await chartAfter(running({ surname: 'Sato', mrn: '7792003', kg: 80 }, VTE))
  const wire = await cutWire(ward.baseURL)
  const page = await tablet('rn.cole')
  await page.context().request.post(`${wire.baseURL}/api/session`, {
    data: { userId: 'rn.cole', password: 'demonstration' },
  })
  await page.goto(wire.baseURL)
  await expect(page.getByRole('link', { name: 'SATO' })).toBeVisible()
  await page.getByText('Cole, Sam').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  const stop = stopAnywherePage(page)
  await expect(stop.open).toBeVisible()
  // The code behind STOP is fetched once the first screen stands.
  await fetched(page, 'StopAnywherePage')
  wire.cut()
  await stop.open.click()
  await stop.patient('SATO, Sam').click()
  await stop.reason('Suspected HIT').click()
  await expect(stop.kept).toBeVisible()
  await expect(stop.recorded).toHaveCount(0)
  wire.mend()
  await expect(stop.recorded).toBeVisible({ timeout: 30_000 })
  await wire.close()
})
