import { expect, type Page } from '@playwright/test'

/** Waits until the chart on the page has fetched its STOP page beforehand, with all that this needs. */
export async function stopFetched(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(notFetched)).toEqual({ isStopAsked: true, missing: [] })
}

/** Runs in the page: whether STOP's script was asked for, and which scripts and styles are still on their way. */
function notFetched(): { isStopAsked: boolean; missing: string[] } {
  const asked = [
    ...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload], link[rel=stylesheet]'),
  ].map(({ href }) => href)
  const fetched = new Set(performance.getEntriesByType('resource').map(({ name }) => name))
  return {
    isStopAsked: asked.some((href) => /\/StopPage-[^/]+\.js$/.test(href)),
    missing: asked.filter((href) => !fetched.has(href)),
  }
}
