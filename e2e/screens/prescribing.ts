import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { prescribePage } from '../pages/prescribePage.ts'
import { keyFigure } from '../support/acts.ts'
import { weighed } from '../support/patients.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs, openPatient } from '../support/stage.ts'
import { type Written, writePrescription } from '../support/writePrescription.ts'

interface Told {
  readonly name: string
  readonly shows: string
  readonly mrn: string
  readonly kg: number
  readonly written: Written
  readonly says: string
}

function prescription({ name, shows, mrn, kg, written, says }: Told): ScreenState {
  return {
    name,
    shows,
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(weighed({ surname: 'Nguyen', mrn, kg }))
      await openAs(page, 'mo.chen', `/charts/${chartId}`)
      await writePrescription(page, written)
      await expect(page.getByText(says).first()).toBeVisible()
    },
    lookAt: (page) => prescribePage(page).rate,
  }
}

/** Weight and prescription. */
export const prescribing: readonly ScreenState[] = [
  {
    name: 'weight',
    shows: 'Weight on the number pad, above 150 kg: keyed again',
    ofChart: true,
    async bring({ page }) {
      await openPatient(page, 'rn.adams', 'HUSSEIN', 'weight')
      await keyFigure(page, '154.5')
      await actPage(page).button('Next').click()
      await expect(actPage(page).question).toContainText('Key it again')
    },
  },
  {
    name: 'weight-estimated',
    shows: 'An estimated weight asks for its reason',
    ofChart: true,
    async bring({ page }) {
      await openPatient(page, 'rn.adams', 'HUSSEIN', 'weight')
      await keyFigure(page, '95')
      await actPage(page).button('Next').click()
      await actPage(page)
        .choice(/^Estimated/)
        .click()
      await expect(actPage(page).text('Why can the patient not be weighed?')).toBeVisible()
    },
  },
  prescription({
    name: 'prescribe-on-a-row',
    shows: 'Prescribing at a published weight: its row lit',
    mrn: '8800101',
    kg: 75,
    written: { indication: 'Pulmonary embolism', protocol: /^VTE/ },
    says: '75 kg has a published row.',
  }),
  prescription({
    name: 'prescribe',
    shows: 'Prescribing between two rows: both neighbours beside the figure',
    mrn: '8800102',
    kg: 72.4,
    written: { indication: 'Deep vein thrombosis, left leg', protocol: /^VTE/ },
    says: '72.4 kg lies between two published rows:',
  }),
  prescription({
    name: 'prescribe-off-the-table',
    shows: 'Prescribing below the first row: a reason, never a number',
    mrn: '8800103',
    kg: 38.5,
    written: { indication: 'Pulmonary embolism', protocol: /^VTE/ },
    says: 'No dose is published for',
  }),
  prescription({
    name: 'prescribe-restricted',
    shows: 'Prescribing with a bolus restriction: struck through, names asked for',
    mrn: '8800104',
    kg: 80,
    written: {
      indication: 'Pulmonary embolism',
      protocol: /^VTE/,
      yes: ['A neurosurgical patient?'],
    },
    says: 'Name of the neurosurgeon',
  }),
  {
    name: 'prescribe-not-complete',
    shows: 'Prescribing: what is not answered yet is named',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(weighed({ surname: 'Nguyen', mrn: '8800105', kg: 80 }))
      await openAs(page, 'mo.chen', `/charts/${chartId}/prescribe`)
      await prescribePage(page).indication.fill('Pulmonary embolism')
      await page.getByLabel('Signing PIN, 6 figures').fill('310274')
      await actPage(page).button('Sign the prescription').click()
      await expect(actPage(page).missing).toBeVisible()
    },
    lookAt: (page) => actPage(page).button('Sign the prescription'),
  },
  {
    name: 'prescribe-folded',
    shows: 'Prescribing: what is answered, folded to what is signed of it',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(weighed({ surname: 'Nguyen', mrn: '8800106', kg: 75 }))
      await openAs(page, 'mo.chen', `/charts/${chartId}`)
      await writePrescription(page, { indication: 'Pulmonary embolism', protocol: /^VTE/ })
      await page.getByRole('button', { name: 'Fold what is answered' }).click()
      await expect(page.getByRole('region', { name: 'Contraindications' })).toContainText('No to')
    },
  },
]
