import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { sign } from '../support/acts.ts'
import { enterCount } from '../support/bloods.ts'
import { running } from '../support/patients.ts'
import { test } from '../support/test.ts'

const alertOn = (page: Page) => page.getByText('Platelets fell: could it be HIT? Call haematology')

/** The MO answers the alert from its band, with haematology's name. */
async function answer(doctor: Page, name: string): Promise<void> {
  const act = actPage(doctor)
  await doctor.getByRole('link', { name: 'Answer the alert', exact: true }).first().click()
  await expect(act.question).toHaveText('Platelets fell: whom did you consult?')
  await expect(alertOn(doctor)).toHaveCount(0)
  await act.choice('Registrar').click()
  await act.text('Name').fill(name)
  await act.text('What was advised, and the plan').fill('Ultrasound today, count again tomorrow')
  await sign(doctor, 'mo.chen', 'Sign the answer')
  await expect(chartPage(doctor).now).toBeVisible()
}

test('HIT-1 TIME-5: a fall of exactly 20 % alerts nobody, one just over it interrupts until haematology is named, and a lower count brings it back', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(
    running(
      { surname: 'Moretti', mrn: '7790301', kg: 78 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-6h' },
    ),
  )
  const page = await tablet('rn.adams')
  const chart = chartPage(page)
  await page.goto(`/charts/${chartId}`)
  await expect(chart.patient).toContainText('240 ×10⁹/L')

  await enterCount(page, { collected: '10:30', count: '192' })
  await expect(alertOn(page)).toHaveCount(0)
  await page.goto(`/charts/${chartId}/bloods`)
  await expect(page.getByRole('region', { name: 'Platelets', exact: true })).toContainText(
    'fell by 20 %',
  )

  await pass(60)
  await page.goto(`/charts/${chartId}`)
  await enterCount(page, { collected: '11:30', count: '191' })
  await expect(alertOn(page)).toBeVisible()
  await expect(page.getByText('A medical officer answers this: call the MO.')).toBeVisible()
  await page.goto(`/charts/${chartId}/note`)
  await expect(alertOn(page)).toBeVisible()

  const doctor = await tablet('mo.chen')
  await doctor.goto(`/charts/${chartId}`)
  await expect(alertOn(doctor)).toBeVisible()
  await answer(doctor, 'Blood, Rui')
  await expect(alertOn(doctor)).toHaveCount(0)
  await expect(alertOn(page)).toHaveCount(0)

  await pass(60)
  await page.goto(`/charts/${chartId}`)
  await enterCount(page, { collected: '12:30', count: '195' })
  await expect(alertOn(page)).toHaveCount(0)
  await enterCount(page, { collected: '12:45', count: '180' })
  await expect(alertOn(page)).toBeVisible()
  await expect(chart.now).toContainText('14 mL/hr')
  await expect(chart.timeline).toContainText('Blood, Rui (haematology registrar)')
})
