import { expect } from '@playwright/test'
import { prescribePage } from '../pages/prescribePage.ts'
import { sign } from '../support/acts.ts'
import { runCourse } from '../support/course.ts'
import { weighed } from '../support/patients.ts'
import { test } from '../support/test.ts'
import { writePrescription } from '../support/writePrescription.ts'

test('INIT-3 NOMO-7: NSTEMI above the last row, from the prescription to the second therapeutic APTT', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(weighed({ surname: 'Rossi', mrn: '7710001', kg: 82.4 }))
  const doctor = await tablet('mo.chen')
  await doctor.goto(`/charts/${chartId}`)
  await writePrescription(doctor, { indication: 'NSTEMI', protocol: /^NSTEMI/ })
  const form = prescribePage(doctor)
  await expect(form.bolus).toContainText('5,000 units = 5 mL')
  await expect(form.rate).toContainText('82.4 kg lies above the last row')
  await sign(doctor, 'mo.chen', 'Sign the prescription')

  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}`)
  await runCourse(page, pass, {
    surname: 'ROSSI',
    bolusMl: '5',
    rate: '10',
    change: { aptt: '88.0', says: 'Decrease by 1 mL/hr: 10 to 9 mL/hr', rate: '9' },
    therapeutic: ['61.0', '55.5'],
  })
})
