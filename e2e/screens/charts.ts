import { expect } from '@playwright/test'
import { chartPage } from '../pages/chartPage.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openPatient } from '../support/stage.ts'

interface Told {
  readonly name: string
  readonly shows: string
  readonly surname: string
  readonly userId?: string
  /** What the page must say for the state to be the one that is meant. */
  readonly says: string
}

function chart({ name, shows, surname, userId = 'rn.adams', says }: Told): ScreenState {
  return {
    name,
    shows,
    ofChart: true,
    async bring({ page }) {
      await openPatient(page, userId, surname)
      await expect(page.getByText(says).first()).toBeVisible()
    },
  }
}

/** The chart page in each main state, as the demonstration's patients stand. */
export const charts: readonly ScreenState[] = [
  chart({
    name: 'chart-not-started',
    shows: 'Prescribed, not started',
    surname: 'TRAN',
    says: 'Not started',
  }),
  chart({
    name: 'chart-first-aptt-due',
    shows: 'First APTT due now',
    surname: 'CAMPBELL',
    userId: 'rn.ivers',
    says: 'Collect APTT',
  }),
  chart({
    name: 'chart-collection-overdue',
    shows: 'Collection overdue',
    surname: 'DI MARCO',
    says: 'overdue',
  }),
  chart({
    name: 'chart-result-waiting',
    shows: 'A result is expected',
    surname: 'PAPADOPOULOS',
    says: 'APTT result to check',
  }),
  chart({
    name: 'chart-pending-first-signer',
    shows: 'A change awaits its check: the first signer sees the figure',
    surname: "O'BRIEN",
    says: 'awaits its second check',
  }),
  chart({
    name: 'chart-pending-another',
    shows: 'A change awaits its check: nobody else sees the figure',
    surname: "O'BRIEN",
    userId: 'rn.baker',
    says: 'awaits its second check',
  }),
  chart({
    name: 'chart-therapeutic-once',
    shows: 'Therapeutic once',
    surname: 'FERNANDO',
    userId: 'rn.ivers',
    says: 'Collect APTT',
  }),
  chart({
    name: 'chart-daily',
    shows: 'Therapeutic, APTT daily',
    surname: 'SINGH',
    says: 'Collect APTT',
  }),
  chart({
    name: 'chart-bolus-order',
    shows: 'The rate is raised, the bolus waits for the MO',
    surname: 'WALKER',
    userId: 'mo.chen',
    says: 'MO decides on the bolus',
  }),
  chart({
    name: 'chart-restart-overdue',
    shows: 'Stopped, the restart is overdue',
    surname: 'TAUFA',
    says: 'Restart at',
  }),
  chart({
    name: 'chart-ceased',
    shows: 'Ceased for a bleed, suspended',
    surname: 'KOWALSKI',
    says: 'SUSPENDED',
  }),
  chart({
    name: 'chart-estimated-weight',
    shows: 'Dosed on an estimated weight',
    surname: 'HUSSEIN',
    says: 'estimated',
  }),
  chart({
    name: 'chart-no-bolus-stroke',
    shows: 'Stroke: no bolus, tenths of mL/hr',
    surname: 'MARTIN',
    says: 'NO BOLUS',
  }),
]

/** The trend brought nearer; what lies before it is one tap away. */
export const trendNear: ScreenState = {
  name: 'chart-trend-6h',
  shows: 'The trend brought nearer: 6 hours, moved back by a tap',
  ofChart: true,
  async bring({ page }) {
    await openPatient(page, 'rn.adams', 'TAUFA')
    await page.getByRole('button', { name: '6 h', exact: true }).click()
    await page.getByRole('button', { name: 'Earlier', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Later', exact: true })).toBeVisible()
  },
  lookAt: (page) => chartPage(page).trend,
}

/** The same chart in the dark theme is judged by the accessibility run; this one opens its working. */
export const working: ScreenState = {
  name: 'chart-why',
  shows: 'The rule behind the next step, opened',
  ofChart: true,
  async bring({ page }) {
    await openPatient(page, 'rn.adams', 'SINGH')
    await chartPage(page).next.getByText('Why?').first().click()
    await expect(chartPage(page).next.getByText(/^Rule/).first()).toBeVisible()
  },
}
