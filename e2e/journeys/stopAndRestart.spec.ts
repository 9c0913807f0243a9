import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import {
  checkAndSet,
  collectNow,
  confirmAndSign,
  countersign,
  enterResult,
  goOn,
  sign,
} from '../support/acts.ts'
import { running } from '../support/patients.ts'
import { test } from '../support/test.ts'

async function assess(page: Page): Promise<void> {
  await goOn(page, 'Assess')
  const act = actPage(page)
  await act.choice('None').click()
  await act.choice('Restart as the nomogram advises').click()
  await sign(page, 'mo.chen', 'Sign the assessment')
  await expect(chartPage(page).now).toContainText('Stopped')
}

test('TIME-3 NOMO-10 SIGN-5: VTE stopped for 90 minutes, assessed, and restarted 2 mL/hr lower', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(
    running(
      { surname: 'Costa', mrn: '7720001', kg: 110 },
      { protocol: 'vte', rateMlPerHour: 20, started: '-6h' },
    ),
  )
  const page = await tablet('rn.adams')
  const chart = chartPage(page)
  await page.goto(`/charts/${chartId}`)
  await collectNow(page)
  await pass(55)
  await enterResult(page, '118.4')
  await expect(actPage(page).question).toHaveText('STOP for 90 minutes')
  await sign(page, 'rn.adams', 'Sign the stop')
  await expect(chart.now).toContainText('Stopped')
  await expect(chart.now).toContainText(/It ran 20.mL\/hr\. The hold ends in .*\(13:25\)\./)
  await countersign(page, 'rn.baker')

  const doctor = await tablet('mo.chen')
  await doctor.goto(`/charts/${chartId}`)
  await assess(doctor)

  // The tablet's own time runs on between two beats, so the hold ends some seconds after the full minute.
  await pass(89)
  await page.goto(`/charts/${chartId}/restart`)
  await expect(actPage(page).problem).toContainText('TIME-3')
  await expect(actPage(page).ticks).toHaveCount(0)
  await pass(2)
  await expect(actPage(page).ticks.first()).toBeVisible()
  await actPage(page).back.click()
  await expect(chart.next).toContainText('Restart at 18 mL/hr')
  await goOn(page, 'Restart')
  await confirmAndSign(page, 'rn.adams')
  await checkAndSet(page, { by: 'rn.baker', figure: '18' })
  await expect(chart.now).toContainText('18 mL/hr')
  await expect(chart.next).toContainText('(19:26)')
})

test('TIME-3 NOMO-10 SIGN-5: stroke stopped for 120 minutes, reviewed, and restarted 2 mL/hr lower', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(
    running(
      { surname: 'Haas', mrn: '7720002', kg: 65 },
      { protocol: 'stroke', rateMlPerHour: 9.7, started: '-6h', restrictions: ['stroke'] },
    ),
  )
  const page = await tablet('rn.adams')
  const chart = chartPage(page)
  await page.goto(`/charts/${chartId}`)
  await collectNow(page)
  await pass(55)
  await enterResult(page, '80.1')
  await expect(actPage(page).question).toHaveText('STOP for 120 minutes')
  await sign(page, 'rn.adams', 'Sign the stop')
  await expect(chart.now).toContainText(/It ran 9.7.mL\/hr\. The hold ends in .*\(13:55\)\./)
  await countersign(page, 'rn.baker')

  const doctor = await tablet('mo.chen')
  await doctor.goto(`/charts/${chartId}`)
  await assess(doctor)

  await pass(90)
  await page.goto(`/charts/${chartId}/restart`)
  await expect(actPage(page).problem).toContainText('TIME-3')
  await pass(31)
  await confirmAndSign(page, 'rn.adams')
  await checkAndSet(page, { by: 'rn.baker', figure: '7.7' })
  await expect(chart.now).toContainText('7.7 mL/hr')
  await expect(chart.next).toContainText('(19:56)')
})
