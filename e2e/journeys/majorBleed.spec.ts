import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { signaturePad } from '../pages/signaturePad.ts'
import { stopPage } from '../pages/stopPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { pinOf } from '../support/account.ts'
import { countersign, sign } from '../support/acts.ts'
import { running } from '../support/patients.ts'
import { test } from '../support/test.ts'

const VTE = { protocol: 'vte', rateMlPerHour: 14, started: '-3h' } as const

test('OBS-1 BLEED-0 BLEED-1 RECOM-1: a nurse finds major bleeding: STOP is the one action, ceased on one signature, the guideline ticked, countersigned, cleared by an MO; only a new prescription leads back', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(running({ surname: 'Petrov', mrn: '7750011', kg: 80 }, VTE))
  const page = await tablet('rn.cole')
  const chart = chartPage(page)
  const act = actPage(page)
  await page.goto(`/charts/${chartId}/observe`)
  await expect(act.question).toHaveText('Any bleeding?')
  await act.main.getByRole('button', { name: /^Major suspected/ }).click()
  await act.button('Record it and go to STOP').click()
  await expect(act.question).toHaveText('Suspected major bleeding: STOP now')
  await expect(act.main.getByRole('button')).toHaveCount(0)
  await expect(act.link('STOP the infusion')).toBeVisible()

  // Recording it has stopped nothing: the chart and the board say so first.
  await page.goto(`/charts/${chartId}`)
  await expect(chart.now).toContainText('14 mL/hr')
  await expect(chart.patient).toContainText('SUSPENDED suspected major bleeding')
  await expect(chart.next).toContainText('STOP: suspected major bleeding')
  await page.goto('/')
  await expect(wardBoard(page).row('PETROV')).toContainText('STOP: major bleed')
  await page.goto(`/charts/${chartId}`)
  await chart.nextAct('STOP').click()
  await stopPage(page).reason('Suspected major bleeding').click()
  for (const figure of pinOf('rn.cole')) await signaturePad(page).key(figure).click()
  await expect(stopPage(page).done).toHaveText('Ceased at 11:00. Is the pump off?')

  const steps = page.getByRole('region', { name: 'Suspected major bleeding' })
  await steps.getByRole('checkbox', { name: /^PACE call/ }).click()
  await expect(steps.getByRole('listitem').filter({ hasText: 'PACE call' })).toContainText(
    'Cole, Sam (RN)',
  )
  await steps.getByRole('checkbox', { name: /^Urgent FBC/ }).click()
  await expect(steps.getByRole('checkbox')).toHaveCount(3)
  await stopPage(page).back.click()
  await expect(page.getByRole('region', { name: 'Guidelines' })).toContainText('3 of 6 steps done')
  await countersign(page, 'rn.adams')

  const doctors = await tablet('mo.chen')
  const doctor = actPage(doctors)
  await doctors.goto(`/charts/${chartId}/guideline`)
  await doctor.tick(/^Protamine/).click()
  await doctor.text('Name of the haematologist').fill('Dr Blood')
  await doctor.button('Tick it').click()
  await expect(doctors.getByText(/Dr Blood, 11:00/)).toBeVisible()

  await pass(120)
  await doctors.goto(`/charts/${chartId}/recommence`)
  await expect(doctor.main).toContainText(/prescri/i)
  await doctors.goto(`/charts/${chartId}/clear`)
  await doctor.text('Finding').fill('No bleeding on endoscopy')
  await doctor.text('Next step').fill('Recommence tonight')
  await sign(doctors, 'mo.chen', 'Sign')
  const cleared = chartPage(doctors)
  await expect(cleared.now).toContainText('Ceased')
  await expect(cleared.patient).not.toContainText('SUSPENDED')
  await expect(cleared.nextAct('Recommence')).toHaveCount(0)
  await doctors.goto(`/charts/${chartId}/recommence`)
  await expect(doctor.main).toContainText(/prescri/i)
})

test('FALL-1 BLEED-0: a fall without a head injury is reviewed by an MO while heparin goes on', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(running({ surname: 'Laine', mrn: '7750012', kg: 80 }, VTE))
  const page = await tablet('en.evans')
  const act = actPage(page)
  await page.goto(`/charts/${chartId}/fall`)
  await act.main.getByRole('button', { name: /^Unseen/ }).click()
  await act.main.getByRole('button', { name: /^Looked for: none/ }).click()
  await act.button('Record the fall').click()
  const steps = page.getByRole('region', { name: 'Fall' })
  await steps.getByRole('checkbox', { name: /^Ask for a medical review/ }).click()
  await steps.getByRole('textbox', { name: 'Name of the MO' }).fill('Chen, Mei')
  await act.button('Tick it').click()
  await expect(steps).toContainText('Chen, Mei, 11:00')

  const doctors = await tablet('mo.chen')
  await doctors.goto(`/charts/${chartId}`)
  await chartPage(doctors).nextAct('Review').click()
  const doctor = actPage(doctors)
  await expect(doctor.question).toHaveText('Medical review after the fall')
  await doctor.text('Finding').fill('Slipped, no injury')
  await doctor.text('Next step').fill('Go on as before')
  await sign(doctors, 'mo.chen', 'Sign')
  await expect(chartPage(doctors).patient).not.toContainText('SUSPENDED')
  await expect(chartPage(doctors).now).toContainText('14 mL/hr')
})

test('AE-1: a pharmacist records an adverse event, an MO says what it was', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(running({ surname: 'Moreau', mrn: '7750013', kg: 80 }, VTE))
  const page = await tablet('pharm.gray')
  const act = actPage(page)
  await page.goto(`/charts/${chartId}/adverse-event`)
  await act.main.getByRole('button', { name: /^Something else/ }).click()
  await act.text('What was seen?').fill('Chest pain')
  await act.button('Record the event').click()
  await expect(page.getByRole('region', { name: 'Adverse event' })).toContainText('Incident report')

  const doctors = await tablet('mo.chen')
  const doctor = actPage(doctors)
  await doctors.goto(`/charts/${chartId}/event-review`)
  await doctor.choice(/^No$/).check()
  await doctor.text('Finding').fill('Reflux')
  await doctor.text('Plan').fill('Antacid')
  await sign(doctors, 'mo.chen', 'Sign the review')
  await expect(doctors.getByRole('region', { name: 'Guidelines' })).toHaveCount(0)
  await expect(chartPage(doctors).next).not.toContainText('adverse event')
})
