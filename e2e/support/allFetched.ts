import { expect, type Page } from '@playwright/test'
import { alarmsPage } from '../pages/alarmsPage.ts'

/**
 * Waits until a page behind the sign-in has fetched what it fetches after its first screen: the alarms and STOP. Before
 * that a cut wire tries something else, and the page complains of what did not come.
 */
export async function allFetched(page: Page): Promise<void> {
  await expect(alarmsPage(page).watch).toBeAttached()
  await fetched(page, 'StopAnywherePage')
  if (new URL(page.url()).pathname.startsWith('/charts/')) await fetched(page, 'StopPage')
}

/** Waits until the page has fetched a part of the product, by its file's name, and all else that it has asked for. */
export async function fetched(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.evaluate(notFetched, name)).toEqual([])
}

/** Runs in the page: the part where nobody has asked for it, and the scripts and styles that are on their way. */
function notFetched(name: string): string[] {
  const asked = [
    ...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload], link[rel=stylesheet]'),
  ].map(({ href }) => href)
  const come = new Set(performance.getEntriesByType('resource').map((entry) => entry.name))
  const isAsked = asked.some((href) => new RegExp(`/${name}-[^/]+\\.js$`).test(href))
  return [...(isAsked ? [] : [name]), ...asked.filter((href) => !come.has(href))]
}
