import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { bagPage } from '../pages/bagPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { checkPage } from '../pages/checkPage.ts'
import { signaturePad } from '../pages/signaturePad.ts'
import { stopPage } from '../pages/stopPage.ts'
import { goOn, keyFigure, sign } from '../support/acts.ts'
import { after, running } from '../support/patients.ts'
import { test } from '../support/test.ts'

const VTE = { protocol: 'vte', rateMlPerHour: 14, started: '-17h' } as const

test('CHART-9, TIME-6: the second bag is hung by two, the label read blind, and the chart says when it runs out', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(running({ surname: 'Bagnall', mrn: '7790001', kg: 78 }, VTE))
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}`)
  const chart = chartPage(page)
  // 17 hours at 14 mL/hr are 238 mL.
  await expect(chart.now).toContainText('Bag runs out in 51 min (11:51), 12 mL left')
  await goOn(page, 'Hang a bag')

  const bag = bagPage(page)
  await bag.standard.check()
  await bag.batch.fill('HK2291')
  await bag.expiry.fill('31 Jan 2020')
  await sign(page, 'rn.adams', 'Sign first')
  await expect(actPage(page).missing).toContainText('This bag has expired')
  await bag.expiry.fill('31 Jan 2028')
  await sign(page, 'rn.adams', 'Sign first')

  await expect(bag.labelQuestion).toBeVisible()
  await expect(actPage(page).main).not.toContainText('25,000')
  await keyFigure(page, '2500')
  await checkPage(page).next.click()
  await signaturePad(page).signer('rn.baker').check()
  await sign(page, 'rn.baker', 'Sign')
  await expect(actPage(page).problem).toContainText('SIGN-4')
  await actPage(page).button('Key the figures afresh').click()
  await keyFigure(page, '25000')
  await checkPage(page).next.click()
  await signaturePad(page).signer('rn.baker').check()
  await sign(page, 'rn.baker', 'Sign')

  await expect(chart.now).toContainText('Bag runs out in 17 hr 51 min')
  await expect(chart.now).toContainText('250 mL left')
  await expect(chart.timeline).toContainText('25,000 units in 250 mL, batch HK2291')
})

test('CHART-9, H26: another bag is warned against in words; recorded, it switches the engine off, and STOP works', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(
    after(
      running({ surname: 'Wrong', mrn: '7790002', kg: 78 }, { ...VTE, started: '-8h' }),
      { at: '-1h', by: 'rn.adams', does: 'recordCollection', site: 'away-from-heparin' },
      { at: '-5m', by: 'rn.adams', does: 'recordResult', text: '98.0' },
    ),
  )
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}`)
  const chart = chartPage(page)
  await expect(chart.next).toContainText('Decrease by 2')

  await page.goto(`/charts/${chartId}/bag`)
  const bag = bagPage(page)
  await bag.other.check()
  await expect(bag.warning).toContainText('Do not hang this bag')
  await bag.units.fill('12500')
  await bag.volume.fill('250')
  await bag.batch.fill('X1')
  await bag.expiry.fill('31 Jan 2028')
  await sign(page, 'rn.adams', 'Sign first')
  await expect(bag.labelQuestion).toBeVisible()

  await page.goto(`/charts/${chartId}`)
  await expect(chart.now).toContainText('Wrong bag: 12,500 units in 250 mL hangs since 11:00')
  await expect(chart.now).toContainText('units/hr not known')
  await expect(chart.next).not.toContainText('Decrease by')
  await page.goto(`/charts/${chartId}/titrate`)
  await expect(bag.band).toContainText('Wrong bag')

  await chart.stop.click()
  await stopPage(page).reason('Other concern').click()
  for (const figure of '204811') await signaturePad(page).key(figure).click()
  await expect(stopPage(page).done).toBeVisible()
  await stopPage(page).back.click()
  await expect(chart.now).toContainText('Stopped')
  await expect(chart.now).toContainText('a medical officer decides')
})

test('BOL-8: a bolus that is not given is withheld with its reason, and cannot be given after', async ({
  chartAfter,
  tablet,
}) => {
  const course = running({ surname: 'Held', mrn: '7790003', kg: 78 }, { ...VTE, started: '-1h' })
  const chartId = await chartAfter({
    ...course,
    steps: course.steps.flatMap((step) => {
      if (step.does === 'prescribe') return [{ ...step, bolusUnits: 6000 }]
      return step.at === '-1h' ? [] : [step]
    }),
  })
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}`)
  await goOn(page, 'Give the bolus')
  const { link, button, text } = actPage(page)
  await link('Do not give it: record why').click()
  await text('Why is it not given?').fill('Oozing at the cannula')
  await button('Record: not given').click()
  const chart = chartPage(page)
  await expect(chart.next).not.toContainText('Give the bolus')
  await expect(chart.timeline).toContainText('Oozing at the cannula')
  await page.goto(`/charts/${chartId}/bolus`)
  await expect(actPage(page).main).toContainText('Not given: withheld')
})
