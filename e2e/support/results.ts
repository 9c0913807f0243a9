import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { checkAndSet, countersign, enterResult, sign } from './acts.ts'

/** A result that changes the rate: what the laboratory says, what the nomogram says, what the pump is set to. */
export interface Change {
  readonly aptt: string
  readonly says: string
  readonly rate: string
}

/** Enters a result, signs the change, has it checked and set; ends on the chart. */
export async function titrate(page: Page, { aptt, says, rate }: Change): Promise<void> {
  await enterResult(page, aptt)
  await expect(actPage(page).question).toHaveText(says)
  await sign(page, 'rn.adams', 'Sign first')
  await checkAndSet(page, { by: 'rn.baker', aptt, figure: rate })
}

/** Enters a therapeutic result, signs "no change" and has it checked; ends on the chart. */
export async function keep(
  page: Page,
  { aptt, rate }: Pick<Change, 'aptt' | 'rate'>,
): Promise<void> {
  await enterResult(page, aptt)
  await expect(actPage(page).question).toHaveText(`No change: stay at ${rate} mL/hr`)
  await sign(page, 'rn.adams', 'Sign first')
  await countersign(page, 'rn.baker', { aptt, rate })
}
