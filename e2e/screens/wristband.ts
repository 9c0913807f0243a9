import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { keyFigure } from '../support/acts.ts'
import { after, weighed } from '../support/patients.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs } from '../support/stage.ts'
import type { Course } from '../support/test.ts'

const TO_START: Course = after(weighed({ surname: 'Okafor', mrn: '8801101', kg: 75 }), {
  at: '-1h',
  by: 'mo.chen',
  does: 'prescribe',
  indication: 'Pulmonary embolism',
  protocol: 'vte',
  bolusUnits: null,
  rateMlPerHour: 14,
  reason: 'A bolus was given before transfer',
  restrictions: [],
  contraindications: [],
  adviceFrom: [],
})

/** What a scanner does: a keyboard that types without a pause and ends with Enter. */
async function scan(page: Page, code: string): Promise<void> {
  await page.evaluate(
    (keys) => {
      for (const key of keys) {
        const struck = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
        document.activeElement?.dispatchEvent(struck)
      }
    },
    [...code, 'Enter'],
  )
}

/** What a wristband scanned at the bedside says, and a refused key. */
export const wristbands: readonly ScreenState[] = [
  {
    name: 'wristband-matches',
    shows: 'The wristband scanned is this patient’s: the identity is ticked',
    ofChart: true,
    async bring({ page, chartAfter }) {
      await openAs(page, 'rn.adams', `/charts/${await chartAfter(TO_START)}/start`)
      await expect(actPage(page).ticks.first()).toBeVisible()
      const mrn = /MRN\s*(\d+)/.exec(
        await page.getByRole('region', { name: 'Patient' }).innerText(),
      )
      await scan(page, mrn?.[1] ?? '')
      await expect(page.getByText(/^Wristband matches/)).toBeVisible()
    },
  },
  {
    name: 'wristband-differs',
    shows: 'The wristband scanned is another patient’s: stop and look',
    ofChart: true,
    async bring({ page, chartAfter }) {
      await openAs(page, 'rn.adams', `/charts/${await chartAfter(TO_START)}/start`)
      await expect(actPage(page).ticks.first()).toBeVisible()
      await scan(page, '6409918')
      await expect(page.getByText(/stop and look/)).toBeVisible()
    },
  },
  {
    name: 'key-refused',
    shows: 'A key that has no place in a figure: why, beside what was typed',
    ofChart: true,
    async bring({ page, chartAfter }) {
      await openAs(page, 'rn.adams', `/charts/${await chartAfter(TO_START)}/weight`)
      await keyFigure(page, '72.4.')
      await expect(page.getByText(/there is one already/)).toBeVisible()
    },
  },
]
