import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { prescribePage } from '../pages/prescribePage.ts'
import { goOn, sign } from './acts.ts'

/** A prescription as a medical officer writes it; what is not named as a restriction is answered no. */
export interface Written {
  readonly by: string
  readonly indication: string
  readonly protocol: string | RegExp
  /** Questions of what bars a bolus that are answered yes. */
  readonly yes?: readonly string[]
  readonly neurologist?: string
  readonly thrombolysis?: string
}

/** Writes the prescription from the chart, up to its signature. */
export async function write(page: Page, written: Written): Promise<void> {
  await goOn(page, 'Prescribe')
  const form = prescribePage(page)
  await form.indication.fill(written.indication)
  await form.protocol(written.protocol).click()
  if (written.thrombolysis !== undefined) await form.agent.fill(written.thrombolysis)
  for (const question of await form.contraindications.all()) {
    await question.getByRole('radio', { name: 'No' }).click()
  }
  for (const question of await form.restrictions.all()) {
    await question.getByRole('radio', { name: 'No' }).click()
  }
  for (const question of written.yes ?? []) {
    await form.restriction(question).getByRole('radio', { name: 'Yes' }).click()
  }
  if (written.neurologist !== undefined) {
    await form.adviceFrom('neurologist').fill(written.neurologist)
  }
}

/** Writes and signs the prescription; ends on the chart. */
export async function prescribeBy(page: Page, written: Written): Promise<void> {
  await write(page, written)
  await sign(page, written.by, 'Sign the prescription')
  await expect(chartPage(page).now).toContainText('Prescribed')
  await expect(actPage(page).problem).toHaveCount(0)
}
