import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { prescribePage } from '../pages/prescribePage.ts'
import { checkAndSet, collectNow, confirmAndSign, goOn, sign } from '../support/acts.ts'
import { weighed } from '../support/patients.ts'
import { titrate } from '../support/results.ts'
import { test } from '../support/test.ts'
import { writePrescription } from '../support/writePrescription.ts'

const HOUR = 60

test('BOL-2 BOL-6 BOL-9: thrombosis after neurosurgery: no bolus at the start; below 40 seconds the rate rises by two people, and the struck-through bolus takes neurosurgeon and haematologist', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(weighed({ surname: 'Bianchi', mrn: '7750001', kg: 72.5 }))
  const doctor = await tablet('mo.chen')
  await doctor.goto(`/charts/${chartId}`)
  await writePrescription(doctor, {
    indication: 'Pulmonary embolism after craniotomy',
    protocol: /^VTE/,
    yes: ['A neurosurgical patient?'],
  })
  const form = prescribePage(doctor)
  await expect(form.bolus.locator('s')).toContainText('6,000 units')
  await expect(form.bolus).toContainText('NO BOLUS')
  await sign(doctor, 'mo.chen', 'Sign the prescription')
  await expect(chartPage(doctor).now).toContainText('Prescribed: no bolus, then 13 mL/hr.')
  await expect(chartPage(doctor).patient).toContainText('NO BOLUS neurosurgical patient')

  const nurse = await tablet('rn.adams')
  await nurse.goto(`/charts/${chartId}`)
  const chart = chartPage(nurse)
  await goOn(nurse, 'Start the infusion')
  await confirmAndSign(nurse, 'rn.adams')
  await checkAndSet(nurse, { by: 'rn.baker', figure: '13' })
  await pass(6 * HOUR)
  await collectNow(nurse)
  await pass(50)
  await titrate(nurse, {
    aptt: '36.8',
    says: 'Increase by 1 mL/hr: 13 to 14 mL/hr',
    rate: '14',
  })
  await expect(chart.now).toContainText('14 mL/hr')
  await expect(chart.nextAct('Give the bolus')).toHaveCount(0)

  await doctor.goto(`/charts/${chartId}`)
  await goOn(doctor, 'Decide on the bolus')
  const order = actPage(doctor)
  await expect(order.main.locator('s')).toHaveText('5,000 units')
  await order.text('Name of the neurosurgeon').fill('Bauer, Jonas')
  await sign(doctor, 'mo.chen', 'Sign the order')
  await expect(order.missing).toContainText('name of the haematologist')
  await order.text('Name of the haematologist').fill('Lim, Wei')
  await sign(doctor, 'mo.chen', 'Sign the order')
  await expect(chartPage(doctor).now).toBeVisible()

  await goOn(nurse, 'Give the bolus')
  await expect(actPage(nurse).main).toContainText('NO BOLUS stands on this chart')
  await confirmAndSign(nurse, 'rn.adams')
  await checkAndSet(nurse, { by: 'rn.baker', aptt: '36.8', figure: '5' })
  await expect(chart.table).toContainText('5,000 units')
})
