import { type Browser, expect, type Page } from '@playwright/test'
import { passwordOf } from './account.ts'
import { allFetched } from './allFetched.ts'
import type { CutWire } from './cutWire.ts'

/** A tablet behind a wire, with the product and the ward's open charts kept on it, on the ward board. */
export async function keptTablet(browser: Browser, wire: CutWire, userId: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: wire.baseURL, serviceWorkers: 'allow' })
  const reply = await context.request.post('/api/session', {
    data: { userId, password: passwordOf(userId) },
  })
  expect(reply.status()).toBe(200)
  const page = await context.newPage()
  await page.goto('/')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await allKept(page)
  await allFetched(page)
  return page
}

/** Waits until every chart that the server told of is kept up to its last entry. */
export async function allKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(missingOnTablet), { timeout: 60_000 })
    .toEqual({ told: expect.anything(), missing: 0 })
}

/** How many charts the ward has, and how many of them are not kept whole; `told: null` before any is known. */
async function missingOnTablet(): Promise<{ told: number | null; missing: number }> {
  // Opening it first would make one without stores.
  const isMade = (await indexedDB.databases()).some(({ name }) => name === 'heparin-chart')
  if (!isMade) return { told: null, missing: 0 }
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('heparin-chart')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  if (!database.objectStoreNames.contains('kept')) {
    database.close()
    return { told: null, missing: 0 }
  }
  const read = (request: IDBRequest) =>
    new Promise<unknown>((resolve) => {
      request.onsuccess = () => resolve(request.result)
    })
  const kept = database.transaction('kept').objectStore('kept')
  const [keys, values] = await Promise.all([read(kept.getAllKeys()), read(kept.getAll())])
  database.close()
  const at = (keys as string[]).findIndex((key) => key.startsWith('ward/'))
  const ward = (values as { charts?: { chartId: string; seq: number }[] }[])[at]
  const charts = ward?.charts
  if (!charts) return { told: null, missing: 0 }
  const missing = charts.filter(({ chartId, seq }) => {
    const last = `/${chartId}/${`${seq}`.padStart(9, '0')}`
    return !(keys as string[]).some((key) => key.endsWith(last))
  })
  return { told: charts.length, missing: missing.length }
}
