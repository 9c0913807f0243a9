import type { Browser } from 'playwright'
import { boardOf, newPage, newTablet } from './tablet.ts'

declare global {
  interface Window {
    paintedAt?: number
    rowsAt?: number
  }
}

/** Milliseconds from the start of the navigation. */
export interface Paint {
  /** Largest contentful paint. */
  readonly largest: number
  /** When the frame with the last of the rows was drawn. */
  readonly rows: number
}

const SLOWED_DOWN = 4
const STILL_MS = 1_000

/** Opens a board for the first time on a slow tablet. */
export async function largestPaint(
  browser: Browser,
  origin: string,
  charts: number,
): Promise<Paint> {
  const page = await newPage(await newTablet(browser, origin), SLOWED_DOWN)
  await page.addInitScript((count) => {
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) window.paintedAt = startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new MutationObserver((_, observer) => {
      if (document.querySelectorAll('main ol > li > a').length < count) return
      observer.disconnect()
      // After the frame that has them.
      requestAnimationFrame(() =>
        setTimeout(() => {
          window.rowsAt = performance.now()
        }),
      )
    }).observe(document, { childList: true, subtree: true })
  }, charts)
  await page.goto('/')
  await boardOf(page, charts)
  await page.waitForFunction(
    (still) =>
      window.rowsAt !== undefined &&
      performance.now() - Math.max(window.paintedAt ?? 0, window.rowsAt) > still,
    STILL_MS,
  )
  const paint = await page.evaluate(() => ({
    largest: window.paintedAt ?? Number.NaN,
    rows: window.rowsAt ?? Number.NaN,
  }))
  await page.context().close()
  return paint
}
