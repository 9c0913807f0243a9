import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { prescribePage } from '../pages/prescribePage.ts'
import { sign } from '../support/acts.ts'
import { runCourse } from '../support/course.ts'
import { weighed } from '../support/patients.ts'
import { test } from '../support/test.ts'
import { writePrescription } from '../support/writePrescription.ts'

test('INIT-2 INIT-9 BOL-1 NOMO-7: acute stroke without a bolus, in tenths of mL/hr, from the prescription to the second therapeutic APTT', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(weighed({ surname: 'Weber', mrn: '7710003', kg: 55 }))
  const doctor = await tablet('mo.chen')
  await doctor.goto(`/charts/${chartId}`)
  const written = {
    indication: 'Cardioembolic stroke',
    protocol: /stroke/i,
    yes: ['A stroke patient?'],
  }
  await writePrescription(doctor, written)
  const form = prescribePage(doctor)
  await expect(form.rate).toContainText('8.2 mL/hr')
  await expect(actPage(doctor).problem).toContainText('neurologist')
  await form.adviceFrom('neurologist').fill('Park, Jin')
  await expect(actPage(doctor).problem).toHaveCount(0)
  await sign(doctor, 'mo.chen', 'Sign the prescription')

  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}`)
  await expect(chartPage(page).patient).toContainText('NO BOLUS acute stroke')
  await runCourse(page, pass, {
    surname: 'WEBER',
    bolusMl: null,
    rate: '8.2',
    change: { aptt: '43.0', says: 'Increase by 0.5 mL/hr: 8.2 to 8.7 mL/hr', rate: '8.7' },
    therapeutic: ['52.0', '58.4'],
  })
})
