import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { bagPage } from '../pages/bagPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { checkPage } from '../pages/checkPage.ts'
import { figureQuestion } from '../pages/figureQuestion.ts'
import { signaturePad } from '../pages/signaturePad.ts'
import { pinOf } from './account.ts'

/** Keys a figure on the large keys. */
export async function keyFigure(page: Page, text: string): Promise<void> {
  const { key } = figureQuestion(page)
  for (const each of text) await key(each).click()
}

/** Keys a person's PIN and signs. */
export async function sign(page: Page, userId: string, label: string): Promise<void> {
  const pad = signaturePad(page)
  for (const figure of pinOf(userId)) await pad.key(figure).click()
  await pad.sign(label).click()
}

/** Goes from the chart to an act by the button of its next step. */
export async function goOn(page: Page, label: string): Promise<void> {
  await chartPage(page).nextAct(label).first().click()
}

/** Records from the chart that the due APTT is collected now, away from the heparin. */
export async function collectNow(page: Page): Promise<void> {
  await goOn(page, 'Collected now')
  const act = actPage(page)
  await act.choice(/^Away from the heparin/).click()
  await act.button('Record the collection').click()
  await expect(chartPage(page).now).toBeVisible()
}

/** Enters from the chart the result of the sample that waits; ends on what the nomogram says to it. */
export async function enterResult(page: Page, text: string): Promise<void> {
  await goOn(page, 'Enter the result')
  const act = actPage(page)
  await expect(act.question).toHaveText('What is the APTT?')
  await keyFigure(page, text)
  await act.button('Read the nomogram').click()
  // What leaves a question is looked at first.
  await expect(act.question).not.toHaveText('What is the APTT?')
  const save = act.button('Save the result')
  if (await save.isVisible()) await save.click()
}

/** What the checker keys; `aptt` where the act answers a result. */
export interface Blind {
  readonly by: string
  readonly aptt?: string
  readonly figure: string
}

/** The checker's figures, one question a screen, up to the comparison. */
export async function checkBlind(page: Page, { by, aptt, figure }: Blind): Promise<void> {
  const check = checkPage(page)
  await check.checker(by).click()
  await keyBlind(page, { ...(aptt === undefined ? {} : { aptt }), figure })
}

/** The checker's figures again, after a first difference. */
export async function keyBlind(page: Page, { aptt, figure }: Omit<Blind, 'by'>): Promise<void> {
  const check = checkPage(page)
  const { question } = actPage(page)
  if (aptt !== undefined) {
    await expect(question).toHaveText(/laboratory’s report/)
    await keyFigure(page, aptt)
    await check.next.click()
  }
  await expect(question).toHaveText(/What rate should|How many mL/)
  await keyFigure(page, figure)
  await check.compare.click()
}

/** The whole second check: figures, card, read-back, signature; ends back on the chart. */
export async function checkAndSet(page: Page, blind: Blind): Promise<void> {
  const check = checkPage(page)
  await checkBlind(page, blind)
  await expect(check.card).toContainText(blind.figure)
  if (await isRate(page)) {
    await keyFigure(page, blind.figure)
    await check.readBack.click()
  }
  await sign(page, blind.by, 'Sign second')
  await expect(check.done).toBeVisible()
  await actPage(page).link('Back to the chart').click()
}

async function isRate(page: Page): Promise<boolean> {
  const { card } = checkPage(page)
  return (await card.getAttribute('aria-label')) === 'Set pump to'
}

/** Confirms at the bedside what the page asks, and signs first. */
export async function confirmAndSign(page: Page, userId: string): Promise<void> {
  const { ticks } = actPage(page)
  await expect(ticks.first()).toBeVisible()
  for (const tick of await ticks.all()) await tick.check()
  await sign(page, userId, 'Sign first')
  await expect(checkPage(page).handover).toBeVisible()
}

/** The second signature of an act in effect already; `figures` where it is a blind one ("no change"). */
export async function countersign(
  page: Page,
  userId: string,
  figures?: { readonly aptt: string; readonly rate: string },
): Promise<void> {
  await goOn(page, 'Countersign')
  const check = checkPage(page)
  if (figures) {
    await keyFigure(page, figures.aptt)
    await check.next.click()
    await expect(actPage(page).question).toHaveText(/What rate should/)
    await keyFigure(page, figures.rate)
    await check.next.click()
  }
  await signaturePad(page).signer(userId).check()
  await sign(page, userId, 'Sign')
  await expect(chartPage(page).now).toBeVisible()
}

/** Hangs another ready-made bag: one reads its label, the other keys its units unseen; ends on the chart. */
export async function hangBag(page: Page, first: string, second: string): Promise<void> {
  const bag = bagPage(page)
  await goOn(page, 'Hang a bag')
  await bag.standard.check()
  await bag.batch.fill('HK2291')
  await bag.expiry.fill('31 Jan 2028')
  await sign(page, first, 'Sign first')
  await expect(bag.labelQuestion).toBeVisible()
  await keyFigure(page, '25000')
  await checkPage(page).next.click()
  await signaturePad(page).signer(second).check()
  await sign(page, second, 'Sign')
  await expect(chartPage(page).now).toContainText('250 mL left')
}

/** Opens from the chart all that is due on it. */
export async function openAllDue(page: Page): Promise<void> {
  await chartPage(page)
    .next.getByRole('link', { name: /^All that is due/ })
    .click()
}
