import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { findBrowser } from '../../scripts/setUp/browser.mjs'
import { demonstrationPeople } from '../../server/demonstrationAccounts.ts'

const SIZE = { width: 820, height: 1180 }
const nurse = demonstrationPeople.find(({ userId }) => userId === 'rn.adams')

/** A Chromium of its own, so that what its page costs is told apart. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('There is no Chromium: npm test installs one.')
  return chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
    ],
  })
}

/** A tablet that has never seen the page, with the nurse signed in. */
export async function newTablet(browser: Browser, origin: string): Promise<BrowserContext> {
  const tablet = await browser.newContext({
    baseURL: origin,
    viewport: SIZE,
    hasTouch: true,
    locale: 'en-AU',
    serviceWorkers: 'block',
  })
  const reply = await tablet.request.post('/api/session', {
    data: { userId: nurse?.userId, password: nurse?.password },
  })
  if (!reply.ok()) throw new Error(`signing in answered ${reply.status()}`)
  return tablet
}

/** A page of the tablet whose processor is so many times slower than this machine's; nothing is open on it yet. */
export async function newPage(tablet: BrowserContext, slowedDown: number): Promise<Page> {
  const page = await tablet.newPage()
  const cdp = await tablet.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowedDown })
  return page
}

const REST_MS = 3_000
/** A new tablet reads every chart of the ward once, one after the other, and keeps them. */
const LONGEST_UNREST_MS = 900_000

/** Opens the board and waits until every row stands and nothing has been asked for three seconds. */
export async function openAtRest(page: Page, path: string, charts: number): Promise<void> {
  const begun = performance.now()
  let asked = begun
  page.on('request', () => {
    asked = performance.now()
  })
  await page.goto(path)
  await boardOf(page, charts)
  while (performance.now() - asked < REST_MS) {
    await page.waitForTimeout(REST_MS / 10)
    if (performance.now() - begun > LONGEST_UNREST_MS) throw new Error('the board does not rest')
  }
}

/** Waits until so many charts are on the board. */
export async function boardOf(page: Page, charts: number): Promise<void> {
  await page.waitForFunction(
    (count) => document.querySelectorAll('main ol > li > a').length === count,
    charts,
    { timeout: 120_000 },
  )
}

/** What the rows of the board say, without white space. */
export function rowTexts(page: Page): Promise<string[]> {
  return page
    .locator('main ol > li > a')
    .evaluateAll((rows) => rows.map((row) => (row.textContent ?? '').replace(/\s/g, '')))
}
