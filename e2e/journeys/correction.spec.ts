import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { collectNow, goOn, keyFigure, sign } from '../support/acts.ts'
import { running } from '../support/patients.ts'
import { titrate } from '../support/results.ts'
import { test } from '../support/test.ts'

test('CHART-1 NOMO-11: a result that had titrated is struck out and stays readable; its right value goes to the MO and the pump stays', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(
    running(
      { surname: 'Petrov', mrn: '7740002', kg: 78 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-6h' },
    ),
  )
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}`)
  const chart = chartPage(page)
  await collectNow(page)
  await pass(50)
  await titrate(page, { aptt: '92.4', says: 'Decrease by 1 mL/hr: 14 to 13 mL/hr', rate: '13' })
  await expect(chart.now).toContainText('13 mL/hr')

  await pass(20)
  await page.goto(`/charts/${chartId}/strike-out`)
  const act = actPage(page)
  await act
    .choice(/APTT result entered/)
    .first()
    .click()
  await act.text('Why is it wrong?').fill('Another patient’s report')
  await sign(page, 'rn.adams', 'Strike out')

  // Nothing is executed: the pump runs what it ran, and what followed waits for an MO.
  await expect(chart.now).toContainText('13 mL/hr')
  await expect(chart.next).toContainText('MO reviews the struck-out entry')
  await expect(chart.table).toContainText('92.4')
  await expect(chart.table).toContainText(/struck out/i)

  // The right value of the same sample: the nomogram answers it no more, an MO does.
  await page.goto(`/charts/${chartId}/result`)
  await expect(act.main).toContainText('Of the sample collected')
  await keyFigure(page, '98.6')
  await act.button('Read the nomogram').click()
  await expect(act.main).toContainText('NOMO-11')
  await act.button('Save the result').click()
  await expect(page).toHaveURL(/\/titrate\?seq=/)
  await page.goto(`/charts/${chartId}`)
  await expect(chart.next).toContainText('MO reads the amended result')
  await expect(chart.now).toContainText('13 mL/hr')

  const doctor = await tablet('mo.chen')
  await doctor.goto(`/charts/${chartId}`)
  await goOn(doctor, 'Decide')
  await actPage(doctor)
    .choice(/^Stay at 13/)
    .click()
  await actPage(doctor).text('Reason').fill('Looked at; the next APTT decides')
  await sign(doctor, 'mo.chen', 'Sign the order')
  await expect(chartPage(doctor).next).not.toContainText('struck-out')
})
