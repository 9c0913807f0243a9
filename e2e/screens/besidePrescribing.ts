import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { prescribePage } from '../pages/prescribePage.ts'
import { after, running, weighed } from '../support/patients.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs, openPatient } from '../support/stage.ts'
import { writePrescription } from '../support/writePrescription.ts'

const BEGUN = { protocol: 'vte', rateMlPerHour: 14, started: '-3h' } as const

/** Runs 14 and waits at 11 by a deviation that lasts until it is ended. */
function deviating(mrn: string) {
  return after(running({ surname: 'Petrou', mrn, kg: 78 }, BEGUN), {
    at: '-1h',
    by: 'reg.silva',
    does: 'orderRate',
    resultSeq: null,
    rateMlPerHour: 11,
    reason: 'Oozing from the drain',
    deviation: {
      reason: 'Oozing from the drain',
      instructions: 'Stay at 11 mL/hr until the surgeon has looked',
      amo: 'Haddad, Sami',
      until: 'ended',
    },
  })
}

function page(name: string, shows: string, userId: string, says: string): ScreenState {
  return {
    name,
    shows,
    ofChart: true,
    async bring({ page: tablet }) {
      await openPatient(tablet, userId, 'MARTIN')
      await tablet.goto(`${tablet.url()}/${name}`)
      await expect(actPage(tablet).main.getByText(says).first()).toBeVisible()
    },
  }
}

/** What surrounds a prescription. */
export const besidePrescribing: readonly ScreenState[] = [
  {
    name: 'prescribe-around',
    shows:
      'Prescribing: a second indication, a precaution and an anticoagulant, each with what it asks',
    ofChart: true,
    async bring({ page: tablet, chartAfter }) {
      const chartId = await chartAfter(weighed({ surname: 'Nguyen', mrn: '8800301', kg: 80 }))
      await openAs(tablet, 'mo.chen', `/charts/${chartId}`)
      await writePrescription(tablet, { indication: 'Pulmonary embolism', protocol: /^VTE/ })
      const form = prescribePage(tablet)
      await form.secondIndication('Yes').click()
      await form.somePrecautions.click()
      await form.precaution('Kidney disease').click()
      await form.anticoagulant('Yes').click()
      await expect(tablet.getByLabel('Anticoagulant 1: dose')).toBeVisible()
    },
    lookAt: (tablet) => prescribePage(tablet).precaution('Kidney disease'),
  },
  {
    name: 'chart-deviation',
    shows: 'A chart with a deviation in force and its prescription opened',
    ofChart: true,
    async bring({ page: tablet, chartAfter }) {
      const chartId = await chartAfter(deviating('8800302'))
      await openAs(tablet, 'rn.adams', `/charts/${chartId}`)
      await chartPage(tablet).prescription.click()
      await expect(chartPage(tablet).prescriptionFacts).toContainText('Bolus restrictions')
    },
  },
  {
    name: 'deviation',
    shows: 'A deviation: who, why, what to do, until when, and to whom it was explained',
    ofChart: true,
    async bring({ page: tablet, chartAfter }) {
      const chartId = await chartAfter(deviating('8800303'))
      await openAs(tablet, 'mo.chen', `/charts/${chartId}/deviation`)
      await expect(actPage(tablet).question).toHaveText('Deviation in force')
    },
  },
  {
    name: 'deviation-end',
    shows: 'Ending a deviation, by the AMO or a registrar',
    ofChart: true,
    async bring({ page: tablet, chartAfter }) {
      const chartId = await chartAfter(deviating('8800304'))
      await openAs(tablet, 'amo.haddad', `/charts/${chartId}/deviation-end`)
      await expect(actPage(tablet).question).toHaveText('End the deviation')
    },
  },
  page(
    'medicines',
    'Antiplatelets, anticoagulants and other medicines',
    'rn.adams',
    'An antiplatelet',
  ),
  page('allergies', 'Allergies and reactions', 'rn.adams', 'Allergies and reactions'),
  page('amo', 'Another AMO', 'rn.adams', 'Who is the AMO now?'),
  page(
    'second-indication',
    'A second indication with the AMO’s choice',
    'mo.chen',
    'The AMO chose',
  ),
]
