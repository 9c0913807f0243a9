import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { lockScreen } from '../pages/lockScreen.ts'
import { lockNow } from '../support/lockNow.ts'
import { running } from '../support/patients.ts'
import { test } from '../support/test.ts'

const patient = running(
  { surname: 'Marlowe', mrn: '7744201', kg: 78 },
  { protocol: 'vte', rateMlPerHour: 14, started: '-2h' },
)

test('a nurse of another ward opens a chart in an emergency, marked all the while; the ward and the administrator see who, when and why', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(patient)
  const page = await tablet('rn.ivers')
  await page.goto(`/charts/${chartId}`)
  await expect(page.getByText('There is no such chart on your wards')).toBeVisible()

  await page.goto('/another-ward')
  const form = page.getByRole('main')
  await form.getByLabel('MRN of the patient').fill('774420')
  await form.getByLabel('Reason').fill('Arrest call, no ward staff at the bed')
  await form.getByRole('button', { name: 'Open for 4 hours, on record' }).click()
  await expect(form.getByRole('alert')).toContainText('No open chart by this MRN')
  await form.getByLabel('MRN of the patient').fill('7744201')
  await form.getByRole('button', { name: 'Open for 4 hours, on record' }).click()

  await expect(chartPage(page).patient).toContainText('MARLOWE')
  const band = page.getByRole('status').filter({ hasText: 'Emergency access: until 15:00' })
  await expect(band).toContainText('Arrest call, no ward staff at the bed')

  // The stream brings what the ward enters, and the band stands on every page of the chart.
  const ward = await tablet('rn.adams')
  await ward.goto(`/charts/${chartId}/note`)
  await actPage(ward).main.getByRole('textbox').first().fill('Pupils equal')
  await actPage(ward).main.getByRole('button', { name: /note/i }).click()
  await expect(chartPage(page).timeline).toContainText('Pupils equal')
  await page.goto(`/charts/${chartId}/observe`)
  await expect(band).toBeVisible()
  await ward.goto(`/charts/${chartId}/readings`)
  await expect(actPage(ward).main).toContainText('Ivers')
  await expect(actPage(ward).main).toContainText('Arrest call, no ward staff at the bed')

  const office = await tablet('admin.hall')
  await office.goto('/readings')
  await expect(office.getByRole('main')).toContainText('EMERGENCY ACCESS')
  await office.goto('/emergency-access')
  const review = office.getByRole('main')
  await expect(review).toContainText('MRN 7744201')
  await review.getByLabel('What the review found').fill('Confirmed with the ward')
  await review.getByRole('button', { name: 'Reviewed' }).click()
  await expect(review).toContainText('Reviewed by Hall')

  await pass(4 * 60)
  await page.goto(`/charts/${chartId}`)
  await expect(page.getByText('There is no such chart on your wards')).toBeVisible()
})

test('SIGN-5: a locked tablet stops an infusion without unlocking', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(patient)
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}/note`)
  await lockNow(page)
  await lockScreen(page).stop.click()
  await page.getByRole('button', { name: /MARLOWE/ }).click()
  await page.getByRole('button', { name: /bleed/i }).first().click()

  const ward = await tablet('rn.baker')
  await ward.goto(`/charts/${chartId}`)
  await expect(chartPage(ward).now).toContainText('Ceased')
})
