import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { running } from '../support/patients.ts'
import { test } from '../support/test.ts'

test('HAND-1 EDU-2: the shift ends: one screen says all of the heparin, the handover and the leaflet gone through are on the record', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(
    running(
      { surname: 'Moreau', mrn: '7740103', kg: 78 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-2h', restrictions: ['neurosurgical'] },
    ),
  )
  const page = await tablet('rn.adams')
  const act = actPage(page)
  await page.goto(`/charts/${chartId}/handover`)
  await expect(act.main).toContainText('High-risk medicine')
  for (const part of ['Identify', 'Situation', 'Background', 'Assessment', 'Requests']) {
    await expect(act.main.getByRole('region', { name: part })).toBeVisible()
  }
  await expect(act.main).toContainText(/14.mL\/hr/)
  await expect(act.main).toContainText('neurosurgical patient')
  await act.link('Handed over').click()
  await act.button('Record the handover').click()
  await expect(act.missing).toContainText('name of who takes over')
  await act.text('Name of who takes over').fill('Baker, Lee')
  await act.choice('Registered nurse (RN)').click()
  await act.button('Record the handover').click()
  const chart = chartPage(page)
  await expect(chart.timeline).toContainText('From Adams, Jo (RN) to Baker, Lee (RN)')

  await page.goto(`/charts/${chartId}/education`)
  await act.choice('The patient').click()
  await act.choice('With an interpreter').click()
  await act.text('Interpreter’s name, or the language').fill('French, Ms Blanc')
  await act.button('Record education given').click()
  await expect(chart.timeline).toContainText('interpreter: French, Ms Blanc')
})
