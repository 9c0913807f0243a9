import type { Locator, Page } from '@playwright/test'
import { figureQuestion } from '../pages/figureQuestion.ts'
import { signaturePad } from '../pages/signaturePad.ts'
import { pinOf } from '../support/account.ts'
import { type Counts, NOTHING } from './handModel.ts'

/** A hand on a touch screen that counts what it does. */
export interface CountedHand {
  tap(target: Locator): Promise<void>
  /** Keys a figure on the large keys. */
  figure(text: string): Promise<void>
  pin(userId: string): Promise<void>
  /** The head's part, which no screen shows: the journey says where it is. */
  looksUp(): void
  worksOut(): void
  passesOn(): void
  counts(): Counts
}

/** Counts from the page as it stands, which is where the thing to do begins and is no screen of it. */
export async function countedHand(page: Page): Promise<CountedHand> {
  const counts: { -readonly [K in keyof Counts]: number } = { ...NOTHING }
  let seen = await seenOn(page)
  /** What the person has before them when they do something. */
  const look = async () => {
    const now = await seenOn(page)
    if (now.address !== seen.address) counts.screens += 1
    if (now.address !== seen.address || now.headings !== seen.headings) counts.questions += 1
    seen = now
  }
  const touch = async (target: Locator) => {
    await target.waitFor()
    await look()
    await target.tap()
  }
  /** Between the keys of one figure nothing else comes to be seen. */
  const touchAll = async (keys: readonly Locator[]) => {
    for (const [index, key] of keys.entries()) await (index === 0 ? touch(key) : key.tap())
  }
  return {
    async tap(target) {
      await touch(target)
      counts.taps += 1
    },
    async figure(text) {
      await touchAll([...text].map((key) => figureQuestion(page).key(key)))
      counts.figures += text.length
    },
    async pin(userId) {
      const pin = pinOf(userId)
      await touchAll([...pin].map((figure) => signaturePad(page).key(figure)))
      counts.pins += pin.length
    },
    looksUp() {
      counts.lookedUp += 1
    },
    worksOut() {
      counts.workedOut += 1
    },
    passesOn() {
      counts.passedOn += 1
    },
    counts: () => ({ ...counts }),
  }
}

async function seenOn(page: Page): Promise<{ address: string; headings: string }> {
  const headings = await page.getByRole('main').getByRole('heading', { level: 1 }).allTextContents()
  return { address: new URL(page.url()).pathname, headings: headings.join(' | ') }
}
