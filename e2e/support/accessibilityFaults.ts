import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

declare global {
  interface Window {
    axe?: typeof axe
  }
}

/** WCAG 2.2, levels A and AA, as axe calls its parts. */
const WCAG_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] as const

/**
 * What axe finds wrong with a page: each fault as its rule and the elements, empty when there is none. Without rules all
 * of WCAG's are asked, those too that axe leaves off by itself (the size of targets, a name that differs from the words
 * seen), and its best practice.
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
    ...(rules ? { runOnly: [...rules] } : { rules: rulesOfWcag() }),
  }
  return page.evaluate(async (asked) => {
    if (!window.axe) throw new Error('axe is not there')
    const { violations } = await window.axe.run(document, asked)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }, options)
}

/** Takes any short line in heavy type for a heading; the title of a band is none of the page's. */
const GUESSES: ReadonlySet<string> = new Set(['p-as-heading'])

/** Each rule of WCAG's that axe has and has not given up. */
function rulesOfWcag(): NonNullable<RunOptions['rules']> {
  const rules = axe
    .getRules([...WCAG_TAGS])
    .filter(({ ruleId, tags }) => !tags.includes('deprecated') && !GUESSES.has(ruleId))
  return Object.fromEntries(rules.map(({ ruleId }) => [ruleId, { enabled: true }]))
}
