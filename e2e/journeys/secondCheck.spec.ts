import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { checkPage } from '../pages/checkPage.ts'
import { checkBlind, keyBlind, keyFigure, sign } from '../support/acts.ts'
import { after, running } from '../support/patients.ts'
import { type Course, test } from '../support/test.ts'

function signedOnce(mrn: string): Course {
  return after(
    running(
      { surname: 'Young', mrn, kg: 78 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-7h' },
    ),
    { at: '-1h', by: 'rn.adams', does: 'recordCollection', site: 'away-from-heparin' },
    { at: '-5m', by: 'rn.adams', does: 'recordResult', text: '98.0' },
    { at: 'now', by: 'rn.adams', does: 'changeRate', newRateMlPerHour: 12 },
  )
}

test('SIGN-4: a second check that differs is caught without telling either figure; a second difference voids the first signature and shows both', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(signedOnce('7770001'))
  const page = await tablet('rn.baker')
  await page.goto(`/charts/${chartId}/check`)
  const check = checkPage(page)
  const { main, problem } = actPage(page)
  await checkBlind(page, { by: 'rn.baker', aptt: '98.0', figure: '13' })
  await expect(problem).toContainText('SIGN-4')
  await expect(problem).not.toContainText(/1[23]|98/)
  await expect(check.card).toHaveCount(0)

  await keyBlind(page, { aptt: '89.0', figure: '12' })
  await expect(main).toContainText('The two figures differed twice: the first signature is void')
  await expect(main).toContainText('Adams, Jo signed APTT 98.0, 12 mL/hr.')
  await expect(main).toContainText('Baker, Lee keyed APTT 89.0, 12 mL/hr.')
  await actPage(page).link('Back to the chart').click()
  await expect(chartPage(page).now).toContainText('14 mL/hr')
  await expect(chartPage(page).now).not.toContainText('awaits')
})

test('SIGN-4: until the check is in, the new rate stands on no screen but its first signer’s', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(signedOnce('7770002'))
  const first = await tablet('rn.adams')
  await first.goto(`/charts/${chartId}`)
  await expect(chartPage(first).now).toContainText('A change (12 mL/hr) awaits its second check')
  const other = await tablet('rn.baker')
  await other.goto(`/charts/${chartId}`)
  await expect(chartPage(other).now).toContainText('A change awaits its second check')
  await expect(chartPage(other).now).toContainText('14 mL/hr')
  await expect(actPage(other).main).not.toContainText('12 mL/hr')
})

test('SIGN-4: a pump that shows another rate keeps the card up, and nothing is in effect until both agree', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(signedOnce('7770003'))
  const page = await tablet('rn.baker')
  await page.goto(`/charts/${chartId}/check`)
  const check = checkPage(page)
  await checkBlind(page, { by: 'rn.baker', aptt: '98.0', figure: '12' })
  await expect(check.card).toContainText('SET PUMP TO')
  await expect(check.card).toContainText('12 mL/hr')
  await keyFigure(page, '14')
  await check.readBack.click()
  await sign(page, 'rn.baker', 'Sign second')
  await expect(actPage(page).problem).toContainText('SIGN-4')
  await expect(check.card).toContainText('12 mL/hr')

  await check.readAgain.click()
  await keyFigure(page, '12')
  await check.readBack.click()
  await sign(page, 'rn.baker', 'Sign second')
  await expect(check.done).toContainText('Running at 12 mL/hr')
})
