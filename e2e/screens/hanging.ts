import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { bagPage } from '../pages/bagPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { checkPage } from '../pages/checkPage.ts'
import { after, running } from '../support/patients.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs, openPatient } from '../support/stage.ts'
import type { Course } from '../support/test.ts'

const BEGUN = { protocol: 'vte', rateMlPerHour: 14, started: '-15h' } as const
const ran = (mrn: string, ...more: Course['steps']) =>
  after(running({ surname: 'Bagnall', mrn, kg: 78 }, BEGUN), ...more)
const hung = (units: number): Course['steps'][number] => ({
  at: '-1h',
  by: 'rn.adams',
  does: 'hangBag',
  units,
  volumeMl: 250,
  batch: 'HK2291',
  expiry: '+400d',
})

/** Bags, a bolus that is withheld, and who checks. */
export const hanging: readonly ScreenState[] = [
  {
    name: 'chart-bag',
    shows: 'How long the bag lasts, with its working',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(ran('8800701'))
      await openAs(page, 'rn.adams', `/charts/${chartId}`)
      await page.getByText('Why this volume?').click()
      await expect(chartPage(page).now).toContainText('15 hr at 14 mL/hr = 210 mL')
    },
  },
  {
    name: 'bag',
    shows: 'Hanging a bag: label, batch, expiry, time',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(ran('8800702'))
      await openAs(page, 'rn.adams', `/charts/${chartId}/bag`)
      await expect(bagPage(page).standard).toBeVisible()
    },
  },
  {
    name: 'bag-wrong',
    shows: 'Another bag: do not hang it',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(ran('8800703'))
      await openAs(page, 'rn.adams', `/charts/${chartId}/bag`)
      await bagPage(page).other.check()
      await expect(bagPage(page).warning).toBeVisible()
    },
  },
  {
    name: 'bag-check',
    shows: 'The checker reads the bag’s label',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(ran('8800704', hung(25_000)))
      await openAs(page, 'rn.baker', `/charts/${chartId}/countersign`)
      await expect(bagPage(page).labelQuestion).toBeVisible()
    },
  },
  {
    name: 'chart-wrong-bag',
    shows: 'A wrong bag hangs: no figure holds',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(ran('8800705', hung(12_500)))
      await openAs(page, 'rn.adams', `/charts/${chartId}`)
      await expect(bagPage(page).band).toBeVisible()
    },
  },
  {
    name: 'check-who',
    shows: 'Another person takes the read-back over: who may',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(
        ran(
          '8800706',
          { at: '-1h', by: 'rn.adams', does: 'recordCollection', site: 'away-from-heparin' },
          { at: '-5m', by: 'rn.adams', does: 'recordResult', text: '98.0' },
          { at: '-1m', by: 'rn.adams', does: 'changeRate', newRateMlPerHour: 12 },
          {
            at: 'now',
            by: 'rn.baker',
            does: 'check',
            checkedResultText: '98.0',
            checkedRateMlPerHour: 12,
          },
        ),
      )
      await openAs(page, 'rn.adams', `/charts/${chartId}/check`)
      await checkPage(page).another.click()
      await expect(checkPage(page).checker('rn.baker')).toBeVisible()
    },
  },
  {
    name: 'bolus-withheld',
    shows: 'A bolus is not given: why',
    ofChart: true,
    async bring({ page }) {
      await openPatient(page, 'rn.adams', 'TRAN', 'withhold-bolus')
      await expect(actPage(page).text('Why is it not given?')).toBeVisible()
    },
  },
]
