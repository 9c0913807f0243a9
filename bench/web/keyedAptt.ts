import type { Page } from 'playwright'
import { allInteractions, TOLD_FROM_MS } from './allInteractions.ts'
import { PRODUCT, type WebContender } from './contenders.ts'

declare global {
  interface Window {
    interactions?: Map<number, number>
  }
}

const TEXT = '82.4'
const TIMES = 6
/** Of a quick hand. */
const BETWEEN_KEYS_MS = 100

/** Has to stand before the page is opened: how long each key and tap took until its frame was drawn. */
export async function watchInteractions(page: Page): Promise<void> {
  await page.addInitScript((least) => {
    const seen = new Map<number, number>()
    window.interactions = seen
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[]) {
        if (interactionId === 0) continue
        seen.set(interactionId, Math.max(seen.get(interactionId) ?? 0, duration))
      }
    }).observe({ type: 'event', durationThreshold: least } as PerformanceObserverInit)
  }, TOLD_FROM_MS)
}

/** From the board to the question for the APTT: on the product that of a chart whose sample waits, else over the ward. */
export async function openQuestion(page: Page, { name }: WebContender): Promise<void> {
  if (name === PRODUCT) {
    await page.locator('main ol > li > a', { hasText: 'PAPADOPOULOS, Con' }).first().click()
    await page.getByRole('link', { name: 'Enter the result' }).first().click()
  } else {
    await page.evaluate(() => {
      location.hash = '#aptt'
    })
  }
  await fieldOf(page).waitFor()
}

function fieldOf(page: Page) {
  return page.getByLabel('What is the APTT?, seconds')
}

/** Keys a figure and takes it away again, by turns on a keyboard and by touch; milliseconds of each interaction. */
export async function keyAptts(page: Page): Promise<number[]> {
  const away = page.getByRole('button', { name: 'Delete the last' })
  let keys = 0
  await page.evaluate(() => window.interactions?.clear())
  await fieldOf(page).focus()
  for (let time = 0; time < TIMES; time += 1) {
    for (const key of TEXT) {
      await page.keyboard.press(key)
      await page.waitForTimeout(BETWEEN_KEYS_MS)
    }
    await expectTyped(page, TEXT)
    for (const _ of TEXT) {
      await away.tap()
      await page.waitForTimeout(BETWEEN_KEYS_MS)
    }
    await expectTyped(page, '')
    keys += 2 * TEXT.length
    await fieldOf(page).focus()
  }
  const seen = await page.evaluate(() =>
    PerformanceObserver.supportedEntryTypes.includes('event') && window.interactions
      ? [...window.interactions.values()]
      : null,
  )
  if (seen === null) throw new Error('this browser does not tell how long a key took')
  return allInteractions(seen, keys)
}

async function expectTyped(page: Page, text: string): Promise<void> {
  const typed = await fieldOf(page).inputValue()
  if (typed !== text) throw new Error(`"${typed}" stands in the field, keyed was "${text}"`)
}
