import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { checkAndSet, confirmAndSign, countersign, goOn, keyFigure } from '../support/acts.ts'
import { running } from '../support/patients.ts'
import { test } from '../support/test.ts'

test('INT-1 NOMO-8: off for 45 min without a stop, resumed by two at the rate before; the next APTT is 6 h after the resume', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(
    running(
      { surname: 'Silvestri', mrn: '7740101', kg: 78 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-2h' },
    ),
  )
  const page = await tablet('rn.adams')
  const chart = chartPage(page)
  const act = actPage(page)
  await page.goto(`/charts/${chartId}/interrupt`)
  await act.text('Why is it off?').fill('Cannula tissued')
  await act.button('Record: off').click()
  await expect(chart.now).toContainText(/Off.*It ran 14.mL\/hr/)

  await pass(45)
  await expect(chart.next).toContainText('Infusion off: tell the MO')
  await goOn(page, 'Resume')
  await expect(act.main).toContainText('More than 30 min: tell the MO')
  await confirmAndSign(page, 'rn.adams')
  await checkAndSet(page, { by: 'rn.baker', figure: '14' })
  await expect(chart.now).toContainText('14 mL/hr')
  await expect(chart.next).toContainText('(17:45)')
})

test('CHART-10 SIGN-7: a pump found at another rate counts from when it was found; the due time shows the old and the new', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(
    running(
      { surname: 'Tamati', mrn: '7740102', kg: 78 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-4h' },
    ),
  )
  const page = await tablet('rn.adams')
  const chart = chartPage(page)
  const act = actPage(page)
  await page.goto(`/charts/${chartId}`)
  await expect(chart.next).toContainText('(13:00)')
  await page.goto(`/charts/${chartId}/bedside-fact?fact=pump-found-at`)
  await keyFigure(page, '12')
  await act.button('Next').click()
  await act.text('How did it come about?').fill('Read at the end of a transfer')
  await act.choice('At another time').click()
  await act.text('24-hour clock').fill('09:00')
  await act.text('Why is it recorded more than').fill('The tablet stayed on the ward')
  await act.button('Record it').click()

  await expect(chart.now).toContainText('12 mL/hr')
  await expect(chart.next).toContainText('Moved from 13:00')
  await expect(chart.next).toContainText('MO reviews what was done at the bedside')
  await pass(1)
  await countersign(page, 'rn.baker')
})
