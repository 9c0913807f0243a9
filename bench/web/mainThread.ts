import type { Page } from 'playwright'

const MS_PER_SECOND = 1_000

/** Tells the processor time that a page's main thread has had so far, in ms: a busy neighbour costs nobody. */
export async function mainThreadOf(page: Page): Promise<() => Promise<number>> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  return async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    const time = metrics.find(({ name }) => name === 'ThreadTime')
    if (!time) throw new Error('this browser does not tell what its main thread takes')
    return time.value * MS_PER_SECOND
  }
}
