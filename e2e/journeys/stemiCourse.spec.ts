import { expect } from '@playwright/test'
import { prescribePage } from '../pages/prescribePage.ts'
import { sign } from '../support/acts.ts'
import { runCourse } from '../support/course.ts'
import { weighed } from '../support/patients.ts'
import { test } from '../support/test.ts'
import { writePrescription } from '../support/writePrescription.ts'

test('INIT-4 INIT-9 NOMO-7: STEMI after thrombolysis, between two rows, from the prescription to the second therapeutic APTT', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(weighed({ surname: 'Ahmed', mrn: '7710002', kg: 62 }))
  const doctor = await tablet('mo.chen')
  await doctor.goto(`/charts/${chartId}`)
  await writePrescription(doctor, {
    indication: 'Inferior STEMI',
    protocol: /^STEMI/,
    thrombolysis: 'Tenecteplase',
  })
  const form = prescribePage(doctor)
  await expect(form.bolus).toContainText('3,700 units = 3.7 mL')
  await expect(form.rate).toContainText('62 kg lies between two published rows')
  await expect(form.rate).toContainText('744 units/hr calculated; 700 units/hr delivered')
  await sign(doctor, 'mo.chen', 'Sign the prescription')

  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}`)
  await runCourse(page, pass, {
    surname: 'AHMED',
    bolusMl: '3.7',
    rate: '7',
    change: { aptt: '41.2', says: 'Increase by 1 mL/hr: 7 to 8 mL/hr', rate: '8' },
    therapeutic: ['50.3', '60.8'],
  })
})
