import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

declare global {
  interface Window {
    axe?: typeof axe
  }
}

/**
 * What axe finds wrong with a page: each fault as its rule and the elements, empty when there is none. Without rules all
 * of axe's own are asked.
 * @throws when the page holds frames, which this does not look into.
 */
export async function accessibilityFaults(
  page: Page,
  rules?: readonly string[],
): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('The page holds frames; nobody looked into them.')
  // The policy of the page takes no script from elsewhere; what a test evaluates is not asked.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const options: RunOptions = {
    // What passes is not told: telling it takes longer than finding it.
    resultTypes: ['violations'],
    ...(rules ? { runOnly: [...rules] } : {}),
  }
  return page.evaluate(async (asked) => {
    if (!window.axe) throw new Error('axe is not there')
    const { violations } = await window.axe.run(document, asked)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }, options)
}
