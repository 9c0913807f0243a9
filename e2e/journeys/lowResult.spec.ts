import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { checkAndSet, collectNow, confirmAndSign, goOn, sign } from '../support/acts.ts'
import { running } from '../support/patients.ts'
import { titrate } from '../support/results.ts'
import { type Course, test } from '../support/test.ts'

const RISE = { aptt: '36.8', says: 'Increase by 1 mL/hr: 13 to 14 mL/hr', rate: '14' } as const

function patient(mrn: string, restrictions: readonly string[]): Course {
  return running(
    { surname: 'Okoye', mrn, kg: 72.5 },
    { protocol: 'vte', rateMlPerHour: 13, started: '-6h', restrictions },
  )
}

async function raise(page: Page, pass: (minutes: number) => Promise<void>): Promise<void> {
  await collectNow(page)
  await pass(50)
  await titrate(page, RISE)
  await expect(chartPage(page).now).toContainText('14 mL/hr')
}

test('BOL-6 BOL-8: a low VTE result without a restriction raises the rate by itself; its bolus waits for the MO, and moves the next APTT', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(patient('7730001', []))
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}`)
  await raise(page, pass)
  const chart = chartPage(page)
  await expect(chart.nextAct('Give the bolus')).toHaveCount(0)
  await expect(chart.next).toContainText('MO decides on the bolus')

  const doctor = await tablet('mo.chen')
  await doctor.goto(`/charts/${chartId}`)
  await goOn(doctor, 'Decide on the bolus')
  await expect(actPage(doctor).question).toHaveText('Order the bolus: 5,000 units')
  await expect(actPage(doctor).main).toContainText('No stop in the last 12 hours')
  await sign(doctor, 'mo.chen', 'Sign the order')

  await pass(10)
  await goOn(page, 'Give the bolus')
  await confirmAndSign(page, 'rn.adams')
  await checkAndSet(page, { by: 'rn.baker', aptt: '36.8', figure: '5' })
  await expect(chart.next).toContainText('(18:00)')
  await expect(chart.table).toContainText('5,000 units at 12:00')
})

test('BOL-2 BOL-6 BOL-9: a low VTE result under a restriction raises the rate; the bolus stays struck through without both names, and lapses', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(patient('7730002', ['neurosurgical']))
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}`)
  const chart = chartPage(page)
  await expect(chart.patient).toContainText('NO BOLUS neurosurgical patient')
  await raise(page, pass)

  const doctor = await tablet('mo.chen')
  await doctor.goto(`/charts/${chartId}`)
  await goOn(doctor, 'Decide on the bolus')
  const order = actPage(doctor)
  await expect(order.main.locator('s')).toHaveText('5,000 units')
  await sign(doctor, 'mo.chen', 'Sign the order')
  await expect(order.missing).toContainText('name of the neurosurgeon')
  await order.text('Name of the neurosurgeon').fill('Lim, Wei')
  await sign(doctor, 'mo.chen', 'Sign the order')
  await expect(order.missing).toContainText('name of the haematologist')
  await expect(order.text('Name of the neurosurgeon')).toHaveValue('Lim, Wei')
  await expect(chart.nextAct('Give the bolus')).toHaveCount(0)

  await pass(121)
  await expect(chart.next).not.toContainText('bolus')
  await expect(order.main).toContainText('its time has passed')
})
