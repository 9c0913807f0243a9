import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { pharmacistRound } from '../pages/pharmacistRound.ts'
import { wardLists } from '../pages/wardLists.ts'
import { sign } from '../support/acts.ts'
import { after, running } from '../support/patients.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs, openPatient, type Stage } from '../support/stage.ts'

const BEGUN = { protocol: 'vte', rateMlPerHour: 14, started: '-23h' } as const

function list(name: string, shows: string, userId: string, path: string): ScreenState {
  return {
    name,
    shows,
    ofChart: false,
    async bring({ page }) {
      await openAs(page, userId, path)
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
    },
  }
}

/** Runs for 23 hours and nobody has reviewed it; all states share one ward, so each has a patient of its own. */
async function openUnreviewed(
  { page, chartAfter }: Stage,
  userId: string,
  act: string,
  mrn: string,
  title: string,
) {
  const chartId = await chartAfter(running({ surname: 'Weiss', mrn, kg: 78 }, BEGUN))
  await openAs(page, userId, `/charts/${chartId}/${act}`)
  await expect(actPage(page).question).toHaveText(title)
}

/** The due lists, the views of pharmacist and prescriber, and what is signed from them. */
export const reviewing: readonly ScreenState[] = [
  list('due-ward', 'Everything that is due on the ward, in three priorities', 'rn.adams', '/due'),
  list('prescriber', 'What waits for a medical officer', 'mo.chen', '/prescriber'),
  list('pharmacy', 'The ward’s charts, what needs a pharmacist first', 'pharm.gray', '/pharmacy'),
  {
    name: 'due-ward-later',
    shows: 'What is due later on the ward, opened',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/due')
      await page.getByText(/^Later \(/).click()
      await expect(wardLists(page).group('Later').getByRole('listitem').first()).toBeVisible()
    },
  },
  {
    name: 'due-chart',
    shows: 'Everything that is due on one chart',
    ofChart: true,
    async bring({ page }) {
      await openPatient(page, 'rn.adams', 'HUSSEIN', 'due')
      await expect(actPage(page).question).toHaveText('All that is due')
    },
  },
  {
    name: 'mo-review',
    shows: 'The daily MO review',
    ofChart: true,
    bring: (stage) =>
      openUnreviewed(stage, 'mo.chen', 'mo-review', '7720071', 'Review the infusion'),
  },
  {
    name: 'mo-review-next',
    shows: 'After a review that found something: what a person does next',
    ofChart: true,
    async bring(stage) {
      await openUnreviewed(stage, 'mo.chen', 'mo-review', '7720073', 'Review the infusion')
      const review = actPage(stage.page)
      await review.text('Effect of the treatment').fill('Bruises at both arms')
      await review.choice(/^Seen/).click()
      await review.choice('None').last().click()
      await review.choice(/^It does not stand/).click()
      await sign(stage.page, 'mo.chen', 'Sign the review')
      await expect(review.question).toContainText('The infusion is as it was')
    },
  },
  {
    name: 'pharmacist-review',
    shows: 'The pharmacist’s review, with what stands out beside it',
    ofChart: true,
    bring: (stage) =>
      openUnreviewed(stage, 'pharm.gray', 'pharmacist-review', '7720074', 'Pharmacist’s review'),
  },
  {
    name: 'pharmacist-review-signed',
    shows: 'The pharmacist’s review signed, and the way to the next chart',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(running({ surname: 'Weiss', mrn: '7720075', kg: 78 }, BEGUN))
      await openAs(page, 'pharm.gray', '/pharmacy')
      const { reviews, signed } = pharmacistRound(page)
      await reviews.and(page.locator(`[href*="${chartId}"]`)).click()
      await actPage(page).choice(/^None/).click()
      await actPage(page).text('Review and advice').fill('Nothing to change')
      await sign(page, 'pharm.gray', 'Sign the review')
      await expect(signed).toBeVisible()
    },
  },
  {
    name: 'mo-told',
    shows: 'Naming the MO told, after the act',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(
        after(
          running({ surname: 'Lindner', mrn: '7720072', kg: 78 }, { ...BEGUN, started: '-8h' }),
          { at: '-2h', by: 'rn.adams', does: 'recordCollection', site: 'away-from-heparin' },
          { at: '-1h20m', by: 'rn.adams', does: 'recordResult', text: '60.0' },
          { at: '-1h15m', by: 'rn.adams', does: 'keepRate' },
        ),
      )
      await openAs(page, 'rn.adams', `/charts/${chartId}/mo-told`)
      await expect(actPage(page).question).toHaveText('Which MO was told of this?')
    },
  },
]
