import { expect, type Page } from '@playwright/test'
import { alarmsPage } from '../pages/alarmsPage.ts'

/**
 * Waits until a page behind the sign-in has fetched what it fetches after its first screen: the alarms, and on a chart
 * STOP. Before that a cut wire tries something else, and the page complains of what did not come.
 */
export async function allFetched(page: Page): Promise<void> {
  await expect(alarmsPage(page).watch).toBeAttached()
  await expect.poll(() => page.evaluate(notFetched)).toEqual([])
}

/** Runs in the page: the scripts and styles that it has still to ask for, or that are on their way. */
function notFetched(): string[] {
  const asked = [
    ...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload], link[rel=stylesheet]'),
  ].map(({ href }) => href)
  const fetched = new Set(performance.getEntriesByType('resource').map(({ name }) => name))
  const isStopThere =
    !location.pathname.startsWith('/charts/') ||
    asked.some((href) => /\/StopPage-[^/]+\.js$/.test(href))
  return [...(isStopThere ? [] : ['STOP']), ...asked.filter((href) => !fetched.has(href))]
}
