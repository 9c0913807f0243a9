import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { alarmsPage } from '../pages/alarmsPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { checkPage } from '../pages/checkPage.ts'
import { figureQuestion } from '../pages/figureQuestion.ts'
import { prescribePage } from '../pages/prescribePage.ts'
import { signaturePad } from '../pages/signaturePad.ts'
import { stopPage } from '../pages/stopPage.ts'
import { pinOf } from '../support/account.ts'
import { saidAgain } from '../support/heardAloud.ts'
import { after, running, weighed } from '../support/patients.ts'
import { screenReader } from '../support/screenReader.ts'
import { type Course, test } from '../support/test.ts'

const COLLECTED = {
  at: '-1h',
  by: 'rn.adams',
  does: 'recordCollection',
  site: 'away-from-heparin',
} as const

const at14 = (mrn: string) =>
  running(
    { surname: 'Lauter', mrn, kg: 78 },
    { protocol: 'vte', rateMlPerHour: 14, started: '-7h' },
  )

test('SIGN-4 NOMO-6: heard, not seen: from the result to the pump read back, with a second check that differs first', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(after(at14('7781001'), COLLECTED))
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}`)
  const chart = chartPage(page)
  const act = actPage(page)
  const figure = figureQuestion(page)
  const pad = signaturePad(page)
  const check = checkPage(page)
  await expect(chart.now).toBeVisible()
  const ear = await screenReader(page)
  await ear.meets(chart.now, ['heading "Now" [level=2]', '14 millilitres per hour'])
  await ear.meets(chart.table, [
    'heading "APTT and rate table" [level=2]',
    'columnheader "Due"',
    'columnheader "APTT in seconds"',
    'columnheader "New rate in millilitres per hour"',
    'rowheader "Started,',
  ])

  await chart.nextAct('Enter the result').click()
  await ear.meets(act.main, [
    'heading "What is the APTT?" [level=1]',
    'textbox "What is the APTT?, seconds"',
  ])
  await figure.field.fill('98.0')
  await act.button('Read the nomogram').click()
  await ear.meets(act.main, [
    'heading "Decrease by 2 millilitres per hour: 14 to 12 millilitres per hour" [level=1]',
    'table "VTE/ATE/AF: adjustment by APTT',
    'rowheader "95.1 to 105 this result"',
    'region "Signature"',
    'textbox "Signing PIN, 6 figures"',
  ])
  await expect(act.question).toBeFocused()
  await pad.pin.fill(pinOf('rn.adams'))
  await pad.sign('Sign first').click()

  await check.checker('rn.baker').click()
  await figure.field.fill('98.0')
  await check.next.click()
  await ear.meets(act.main, ['heading "What rate should the pump run at?" [level=1]'])
  // Nothing of what the first person found is heard.
  expect(await act.main.ariaSnapshot()).not.toMatch(/\b12\b/)
  await figure.field.fill('13')
  await check.compare.click()
  await ear.hears(/differ/i)
  await figure.field.fill('98.0')
  await check.next.click()
  await figure.field.fill('12')
  await check.compare.click()
  await ear.meets(check.card, ['heading "SET PUMP TO" [level=1]', '12 millilitres per hour'])
  await figure.field.fill('12')
  await check.readBack.click()
  await pad.pin.fill(pinOf('rn.baker'))
  await pad.pad.getByRole('button').last().click()
  await ear.hears(/^Done\. Running at 12/)
  await expect(act.question).toBeFocused()
})

test('SIGN-5: heard, not seen: STOP for a bleed, and the stop done, each said once', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(at14('7781002'))
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}`)
  const chart = chartPage(page)
  const stop = stopPage(page)
  await expect(chart.now).toBeVisible()
  const ear = await screenReader(page)
  await chart.stop.click()
  await ear.meets(actPage(page).main, ['[level=1]', 'button "Suspected major bleeding'])
  await stop.reason('Suspected major bleeding').click()
  await stop.withoutPin.click()
  await expect(stop.done).toBeFocused()
  await ear.meets(actPage(page).main, ['heading "Ceased at', 'link "Back to the chart"'])
  await stop.back.click()
  await expect(chart.now).toContainText('Ceased')
  await expect(page.getByRole('heading', { name: 'LAUTER, Sam' })).toBeFocused()
})

test('INIT-1 INIT-5: heard, not seen: a prescription that lacks something leads to the field, says why there, and is signed', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(weighed({ surname: 'Lauter', mrn: '7781003', kg: 75 }))
  const page = await tablet('mo.chen')
  await page.goto(`/charts/${chartId}/prescribe`)
  const form = prescribePage(page)
  const act = actPage(page)
  const pad = signaturePad(page)
  await expect(form.indication).toBeVisible()
  const ear = await screenReader(page)
  await pad.pin.fill(pinOf('mo.chen'))
  await pad.pad.getByRole('button').last().click()
  await expect(form.indication).toBeFocused()
  await expect(form.indication).toHaveAttribute('aria-invalid', 'true')
  await expect(form.indication).toHaveAccessibleDescription(/Write the indication\./)
  await ear.hears(/Write the indication/)
  await form.indication.fill('Pulmonary embolism')
  await pad.pin.fill(pinOf('mo.chen'))
  await pad.pad.getByRole('button').last().click()
  const protocol = page.getByRole('group', { name: 'Protocol' }).getByRole('radio').first()
  await expect(protocol).toBeFocused()
  await expect(protocol).toHaveAccessibleDescription('Choose the protocol.')
  await expect(act.missing).toContainText('Choose the protocol.')
})

/** Stopped for 90 minutes an hour ago and assessed, on a ward where nothing else is high. */
function heldOnCcu(): Course {
  const course = after(
    running(
      { surname: 'Lauter', mrn: '7781004', kg: 110 },
      { protocol: 'vte', rateMlPerHour: 20, started: '-9h' },
    ),
    { ...COLLECTED, at: '-2h' },
    { at: '-65m', by: 'rn.adams', does: 'recordResult', text: '118.4' },
    { at: '-1h', by: 'rn.adams', does: 'stopInfusion', reason: 'nomogram' },
    { at: '-55m', by: 'rn.baker', does: 'countersign' },
    { at: '-30m', by: 'mo.chen', does: 'assessBleeding', finding: 'none', plan: 'restart' },
  )
  const names = {
    '7-west': 'ccu',
    'rn.adams': 'rn.ivers',
    'rn.baker': 'rn.khan',
    'mo.chen': 'mo.jansen',
  }
  const told = Object.entries(names).reduce(
    (text, [here, there]) => text.replaceAll(here, there),
    JSON.stringify(course),
  )
  return JSON.parse(told)
}

test('H40 TIME-8: what falls due is said once, not again each minute, and not by two parts of the page', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(heldOnCcu())
  const page = await tablet('rn.ivers')
  await page.goto(`/charts/${chartId}/note`)
  await expect(actPage(page).question).toBeVisible()
  const ear = await screenReader(page)
  // The alarms have looked at the ward: what stands there already is not said.
  await expect(alarmsPage(page).watch).toBeAttached()
  await pass(5)
  await expect(page.getByText('Now (11:05)')).toBeVisible()
  await pass(26)
  const band = page.getByRole('status').filter({ hasText: 'Restart the infusion' })
  for (const minute of [1, 2, 3]) {
    await expect(band).toContainText(`${minute} min overdue`)
    await ear.hears(/Restart the infusion/)
    await pass(1)
  }
  expect(saidAgain(await ear.heard())).toEqual([])
})

test('a region that ticks, and two that say the same, are caught; what is held back is not heard', async ({
  page,
}) => {
  await page.goto('/')
  const ear = await screenReader(page)
  await page.evaluate(() => {
    const region = document.createElement('p')
    region.setAttribute('role', 'status')
    region.id = 'ticks'
    document.body.append(region)
    region.textContent = 'Overdue by 1 min'
    const quiet = document.createElement('p')
    quiet.setAttribute('aria-live', 'off')
    document.body.append(quiet)
    quiet.textContent = 'Held back'
  })
  await ear.hears(/Overdue by 1 min/)
  await page.evaluate(() => {
    const region = document.getElementById('ticks')
    if (region) region.textContent = 'Overdue by 2 min'
  })
  await expect.poll(async () => saidAgain(await ear.heard())).toEqual(['Overdue by 2 min'])
  expect((await ear.heard()).join()).not.toContain('Held back')
  await expect(ear.hears(/Overdue/)).rejects.toThrow()
})
