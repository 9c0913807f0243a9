import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { prescribePage } from '../pages/prescribePage.ts'
import { checkAndSet, confirmAndSign, countersign, goOn, sign } from '../support/acts.ts'
import { running } from '../support/patients.ts'
import { test } from '../support/test.ts'
import { writePrescription } from '../support/writePrescription.ts'

const HOUR = 60

test('PROC-1 TIME-7 BOL-5 RECOM-1 H32: a lumbar puncture from its plan to heparin again, refused at exactly two hours', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(
    running(
      { surname: 'Lindqvist', mrn: '7740001', kg: 78 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-2h' },
    ),
  )
  const doctor = await tablet('mo.chen')
  const act = actPage(doctor)
  await doctor.goto(`/charts/${chartId}/procedure`)
  await act.link('Plan a procedure').click()
  await act.choice('Lumbar puncture').click()
  await act.text('Booked for, 24-hour clock').fill('20:00')
  await expect(act.main).toContainText('Cease 6 hours or more before the booked time.')
  await expect(act.main).toContainText('Begin in 2 hr (13:00), off by 14:00.')
  await expect(act.main).toContainText('If it ended at the booked time: from 22:01.')
  await sign(doctor, 'mo.chen', 'Sign the plan')
  await expect(chartPage(doctor).now).toContainText(
    'Lumbar puncture booked for 20:00. Cease from 13:00, off by 14:00.',
  )

  const page = await tablet('rn.adams')
  const chart = chartPage(page)
  await expect(page.getByRole('link', { name: 'LINDQVIST' })).toContainText(
    'Lumbar puncture 20:00: heparin off by 14:00',
  )
  await page.goto(`/charts/${chartId}`)
  await pass(2 * HOUR)
  await expect(chart.next).toContainText('Cease before the procedure')
  await expect(chart.next).toContainText('7 hours before the procedure booked at 20:00')
  await goOn(page, 'Cease')
  await expect(actPage(page).choice('A procedure')).toBeChecked()
  await sign(page, 'rn.adams', 'Cease')
  await expect(chart.now).toContainText('Heparin off since 13:00')
  await countersign(page, 'rn.baker')

  await pass(7 * HOUR + 40)
  // The clock has jumped: the list is in its new order before anybody presses.
  await expect(chart.next).toContainText('due now')
  await goOn(page, 'Record the end')
  await actPage(page).choice('No blood').click()
  await actPage(page)
    .choice(/^Yes, no bleeding/)
    .click()
  await expect(actPage(page).main).toContainText('Heparin again from 22:41 at the earliest')
  await actPage(page).button('Record the end').click()
  await expect(chart.now).toContainText('Lumbar puncture ended at 20:40. Heparin again from 22:41.')
  await expect(chart.patient).toContainText('NO BOLUS')
  await expect(chart.next).toContainText('Recommence after the procedure')

  await doctor.goto(`/charts/${chartId}`)
  await writePrescription(doctor, { indication: 'Pulmonary embolism', protocol: /^VTE/ })
  await expect(prescribePage(doctor).rate).toContainText('Heparin again from in 2 hr')
  await doctor.getByRole('textbox', { name: 'Pump rate, mL/hr' }).fill('13')
  await sign(doctor, 'mo.chen', 'Sign the prescription')
  await expect(chartPage(doctor).now).toBeVisible()

  await pass(2 * HOUR)
  await page.goto(`/charts/${chartId}/recommence`)
  await expect(actPage(page).problem).toContainText('Too early after the procedure')
  await expect(actPage(page).problem).toContainText('22:41')
  await expect(actPage(page).ticks).toHaveCount(0)
  await pass(1)
  await confirmAndSign(page, 'rn.adams')
  await checkAndSet(page, { by: 'rn.baker', figure: '13' })
  await expect(chart.now).toContainText('13 mL/hr')
  await expect(chart.next).toContainText('Collect APTT')
  await expect(chart.next).toContainText('Thu 11 Mar 2027 04:41')
  await expect(chart.next).not.toContainText('bolus')
})
