import { expect, type Locator, type Page } from '@playwright/test'
import { SCAN_GAP_MS } from '../../src/components/ui/scanBurst.ts'
import { focusFault } from './focusFault.ts'

/** More Tabs than any page has stops. */
const MOST_TABS = 120
/** More answers than any question has. */
const MOST_ANSWERS = 12

/** Slower than any scanner, which types without a pause: else a PIN with its Enter would be taken for a barcode. */
const BETWEEN_KEYS_MS = SCAN_GAP_MS + 20

/** Somebody who has a keyboard and nothing else; the story fails where the focus is lost, unseen or covered. */
export interface Keyboard {
  /** Presses one key. */
  press(key: string): Promise<void>
  /** Types into what has the focus. */
  type(text: string): Promise<void>
  /** Goes on with Tab (or back with Shift+Tab) to an element. */
  to(target: Locator, back?: 'back'): Promise<void>
  /** Goes to an element and presses Enter on it. */
  enter(target: Locator, back?: 'back'): Promise<void>
  /** Goes to a choice and takes it. */
  choose(target: Locator): Promise<void>
  /** Waits until the focus stands on an element, as after a new page has come. */
  expectAt(target: Locator): Promise<void>
  /** How many keys were pressed. */
  pressed(): number
}

/** The keyboard of a page. */
export function keyboard(page: Page): Keyboard {
  let presses = 0
  async function tap(key: string): Promise<void> {
    presses += 1
    await page.keyboard.press(key)
  }
  async function step(key: string): Promise<void> {
    await tap(key)
    // The product may draw its page anew at that moment; where it leaves the focus counts.
    await expect.poll(() => page.evaluate(focusFault), `after ${key}`).toBeNull()
  }
  async function to(target: Locator, back?: 'back'): Promise<void> {
    await target.first().waitFor()
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await isReached(target)) return
      await step(back ? 'Shift+Tab' : 'Tab')
    }
    throw new Error(`Tab does not come to ${target}`)
  }
  return {
    press: tap,
    to,
    async type(text) {
      for (const key of text) {
        presses += 1
        await page.keyboard.press(key, { delay: BETWEEN_KEYS_MS })
      }
    },
    async enter(target, back) {
      await to(target, back)
      await tap('Enter')
    },
    async choose(target) {
      await to(target)
      if (await hasFocus(target)) await tap('Space')
      // Tab comes to a group of answers once; the arrows go from one to the next, and take it.
      for (let arrows = 0; arrows < MOST_ANSWERS && !(await target.isChecked()); arrows += 1) {
        await step('ArrowDown')
      }
      await expect(target).toBeChecked()
    },
    async expectAt(target) {
      await expect(target).toBeFocused()
      await expect.poll(() => page.evaluate(focusFault)).toBeNull()
    },
    pressed: () => presses,
  }
}

/** It has the focus, or one of the answers beside it has. */
function isReached(target: Locator): Promise<boolean> {
  return target.first().evaluate((element) => {
    const at = document.activeElement
    if (element === at) return true
    const isRadio = (one: Element | null): one is HTMLInputElement =>
      one instanceof HTMLInputElement && one.type === 'radio'
    return isRadio(element) && isRadio(at) && element.name === at.name
  })
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.first().evaluate((element) => element === document.activeElement)
}
