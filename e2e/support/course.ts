import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { checkAndSet, collectNow, confirmAndSign, goOn, openAllDue } from './acts.ts'
import { type Change, keep, titrate } from './results.ts'

const HOUR = 60

/** A course after its prescription: what is given, and the three results that end in the second therapeutic one. */
export interface CourseTold {
  readonly surname: string
  readonly bolusMl: string | null
  readonly rate: string
  readonly change: Change
  readonly therapeutic: readonly [string, string]
}

/** Gives the bolus, starts, changes once and keeps twice, with both nurses at one tablet; ends on the ward board. */
export async function runCourse(
  page: Page,
  pass: (minutes: number) => Promise<void>,
  course: CourseTold,
): Promise<void> {
  const { surname, bolusMl, rate, change, therapeutic } = course
  const chart = chartPage(page)
  if (bolusMl !== null) {
    await goOn(page, 'Give the bolus')
    await confirmAndSign(page, 'rn.adams')
    await checkAndSet(page, { by: 'rn.baker', figure: bolusMl })
    await pass(5)
  }
  await goOn(page, 'Start the infusion')
  await confirmAndSign(page, 'rn.adams')
  await checkAndSet(page, { by: 'rn.baker', figure: rate })
  await expect(chart.now).toContainText(`${rate} mL/hr`)

  await pass(6 * HOUR)
  await collectNow(page)
  await pass(HOUR)
  await titrate(page, change)
  await expect(chart.now).toContainText(`${change.rate} mL/hr`)

  for (const aptt of therapeutic) {
    await pass(6 * HOUR)
    await collectNow(page)
    await pass(HOUR)
    await keep(page, { aptt, rate: change.rate })
  }
  await openAllDue(page)
  await expect(actPage(page).main).toContainText('24 hours after the sample')
  await page.goto('/')
  await expect(wardBoard(page).row(surname)).toContainText('Therapeutic, daily')
}
