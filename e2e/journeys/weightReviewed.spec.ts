import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { goOn, keyFigure, sign } from '../support/acts.ts'
import { running } from '../support/patients.ts'
import { type Course, test } from '../support/test.ts'

/** Intubated on admission: dosed on an estimate of 70 kg. */
function estimated(): Course {
  const course = running(
    { surname: 'Mwangi', mrn: '7740001', kg: 70 },
    { protocol: 'vte', rateMlPerHour: 13, started: '-13h' },
  )
  return {
    ...course,
    steps: course.steps.map((step) =>
      step.does === 'recordWeight' ? { ...step, method: 'estimated', reason: 'Intubated' } : step,
    ),
  }
}

test('INIT-6: an estimated weight is replaced; the measured one changes no rate and brings both doses to the MO', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(estimated())
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}`)
  const chart = chartPage(page)
  await expect(chart.patient).toContainText(/70.kg, estimated/)
  await expect(chart.next).toContainText('Weigh the patient')

  await chart.nextAct('Record the weight').first().click()
  const act = actPage(page)
  await keyFigure(page, '84.0')
  await act.button('Next').click()
  // Over 10 % from the estimate: the key again question.
  await keyFigure(page, '84.0')
  await act.button('Next').click()
  await act.choice(/^Measured/).click()
  await act.button('Record the weight').click()

  await expect(chart.patient).toContainText(/84.kg, measured/)
  await expect(chart.next).not.toContainText('Weigh the patient')
  await expect(chart.now).toContainText('13 mL/hr')
  await expect(chart.next).toContainText('MO reviews the dose: weight differs')

  const doctor = await tablet('mo.chen')
  await doctor.goto(`/charts/${chartId}`)
  await goOn(doctor, 'Decide')
  const order = actPage(doctor)
  await expect(order.main).toContainText(
    /Prescribed for 70.kg estimated: bolus 5,500.units, 13.mL\/hr/,
  )
  await expect(order.main).toContainText(/Now 84.kg measured: bolus 6,500.units, 15.mL\/hr/)
  await order.choice(/^Stay at 13/).click()
  await order.text('Reason').fill('APTT is followed; no change')
  await sign(doctor, 'mo.chen', 'Sign the order')
  await expect(chartPage(doctor).now).toContainText('13 mL/hr')
  await expect(chartPage(doctor).next).not.toContainText('weight differs')

  await page.goto('/')
  await expect(wardBoard(page).row('Mwangi')).toContainText('13 mL/hr')
})
