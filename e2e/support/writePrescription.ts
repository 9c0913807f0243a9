import type { Page } from '@playwright/test'
import { prescribePage } from '../pages/prescribePage.ts'
import { goOn } from './acts.ts'

/** A prescription as a medical officer writes it; what is not named as a restriction is answered no. */
export interface Written {
  readonly indication: string
  readonly protocol: string | RegExp
  /** Questions of what bars a bolus that are answered yes. */
  readonly yes?: readonly string[]
  /** Contraindications that are answered yes. */
  readonly contraindicated?: readonly string[]
  readonly neurologist?: string
  readonly thrombolysis?: string
}

/** Writes the prescription from the chart, up to its signature. */
export async function writePrescription(page: Page, written: Written): Promise<void> {
  await goOn(page, 'Prescribe')
  const form = prescribePage(page)
  await form.indication.fill(written.indication)
  await form.protocol(written.protocol).click()
  if (written.thrombolysis !== undefined) {
    await form.agent.fill(written.thrombolysis)
    await form.agentTime.fill('06:10')
  }
  await form.secondIndication('No').click()
  for (const question of await form.contraindications.all()) {
    await question.getByRole('radio', { name: 'No' }).click()
  }
  for (const question of written.contraindicated ?? []) {
    await form.contraindication(question).getByRole('radio', { name: 'Yes' }).click()
  }
  await form.noPrecautions.click()
  await form.noMedicines.click()
  for (const question of await form.restrictions.all()) {
    await question.getByRole('radio', { name: 'No' }).click()
  }
  for (const question of written.yes ?? []) {
    await form.restriction(question).getByRole('radio', { name: 'Yes' }).click()
  }
  for (const risk of await form.risks.all()) await risk.click()
  await form.benefit('Yes').click()
  if (await form.noCount.isVisible()) await form.reason.fill('The count is on its way')
  if (written.neurologist !== undefined) {
    await form.adviceFrom('neurologist').fill(written.neurologist)
  }
}
