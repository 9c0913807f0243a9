import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright'
import { boardOf, newPage, newTablet } from './tablet.ts'

const QUIET_MS = 2_000

/** All JavaScript that a board fetches before it comes to rest, in kB of 1,000 bytes, gzipped. */
export async function fetchedScripts(
  browser: Browser,
  origin: string,
  charts: number,
): Promise<number> {
  const page = await newPage(await newTablet(browser, origin), 1)
  const sizes: Promise<number>[] = []
  page.on('response', (reply) => {
    if (!new URL(reply.url()).pathname.endsWith('.js')) return
    sizes.push(reply.body().then((body) => gzipSync(body).length))
  })
  await page.goto('/')
  await boardOf(page, charts)
  for (let known = -1; known !== sizes.length; ) {
    known = sizes.length
    await page.waitForTimeout(QUIET_MS)
  }
  const bytes = await Promise.all(sizes)
  await page.context().close()
  return bytes.reduce((sum, size) => sum + size, 0) / 1_000
}
