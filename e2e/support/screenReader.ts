import { expect, type Locator, type Page } from '@playwright/test'
import { hearAloud } from './heardAloud.ts'

/** Somebody who hears a page: by roles and names in reading order, and what it says by itself. */
export interface ScreenReader {
  /** Reads a part of the page; the lines, each a role with its name, are met in this order. */
  meets(part: Locator, lines: readonly string[]): Promise<void>
  /** Waits until the page has said this by itself, and said it once. */
  hears(words: RegExp): Promise<void>
  /** What the page has said by itself. */
  heard(): Promise<string[]>
}

/** Listens to a page from now on; it goes from address to address within the page. */
export async function screenReader(page: Page): Promise<ScreenReader> {
  await page.evaluate(hearAloud)
  const heard = () => page.evaluate(() => window.heardAloud ?? [])
  return {
    heard,
    async meets(part, lines) {
      await expect(async () => {
        const read = (await part.ariaSnapshot()).replaceAll('\u00a0', ' ')
        let from = 0
        for (const line of lines) {
          const at = read.indexOf(line, from)
          expect(at, `"${line}" is not met in its place in:\n${read}`).toBeGreaterThanOrEqual(0)
          from = at + line.length
        }
      }).toPass({ timeout: 15_000 })
    },
    async hears(words) {
      await expect.poll(async () => (await heard()).some((each) => words.test(each))).toBe(true)
      const said = await heard()
      expect(
        said.filter((each) => words.test(each)),
        said.join('\n'),
      ).toHaveLength(1)
    },
  }
}
