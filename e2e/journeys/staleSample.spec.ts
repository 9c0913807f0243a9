import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { signaturePad } from '../pages/signaturePad.ts'
import { enterResult } from '../support/acts.ts'
import { after, running } from '../support/patients.ts'
import { test } from '../support/test.ts'

test('NOMO-9: a sample collected before the last rate change is refused, with both times shown', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(
    after(
      running(
        { surname: 'Marino', mrn: '7760001', kg: 78 },
        { protocol: 'vte', rateMlPerHour: 14, started: '-9h' },
      ),
      { at: '-3h', by: 'rn.adams', does: 'recordCollection', site: 'away-from-heparin' },
      { at: '-2h10m', by: 'rn.adams', does: 'recordResult', text: '98.0' },
      {
        at: '-2h5m',
        by: 'rn.adams',
        does: 'recordCollection',
        site: 'away-from-heparin',
        as: 'extra',
      },
      { at: '-2h4m', by: 'rn.adams', does: 'changeRate', newRateMlPerHour: 12 },
      {
        at: '-2h2m',
        by: 'rn.baker',
        does: 'check',
        checkedResultText: '98.0',
        checkedRateMlPerHour: 12,
      },
      { at: '-2h', by: 'rn.baker', does: 'countersign', pumpReadBackMlPerHour: 12 },
    ),
  )
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}`)
  await enterResult(page, '96.2')
  const act = actPage(page)
  await expect(act.main).toContainText('it was collected before the last change')
  await expect(act.main).toContainText('Collected at 08:55; the rate change was at 09:00')
  await expect(signaturePad(page).pad).toHaveCount(0)
  await act.link('Back to the chart').click()
  await expect(chartPage(page).now).toContainText('12 mL/hr')
  await expect(chartPage(page).next).toContainText('15:00')
})
