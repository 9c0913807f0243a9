import { expect, type Page } from '@playwright/test'
import { wardBoard } from '../pages/wardBoard.ts'
import { openAs } from './stage.ts'

/** What a tablet may ask for before its first board stands: page, scripts, styles, font, session, stream and board. */
export const REQUESTS_BEFORE_BOARD = 12

/**
 * Opens the board on a tablet that keeps nothing and gives what was asked for up to it. Its reply is held until the page
 * is idle, so that whatever does not wait for the board is counted too.
 */
export async function requestsBeforeBoard(page: Page, userId: string): Promise<string[]> {
  const asked: string[] = []
  const before: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    // Whether and when there is an icon to show is the browser's affair.
    if (pathname !== '/favicon.svg') asked.push(pathname)
  })
  await page.route('**/api/wards/*/board', async (route) => {
    const reply = await route.fetch()
    for (const _ of ['rendered', 'what that began']) await page.evaluate(idle)
    // Whatever is asked for again after that is no longer before the board.
    if (before.length === 0) before.push(...asked)
    await route.fulfill({ response: reply })
  })
  await openAs(page, userId, '/')
  await expect(wardBoard(page).rows.first()).toBeVisible()
  // A page that stands there still would ask for its own board while another is counted.
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.goto('about:blank')
  return before
}

/** Runs in the page: until it has nothing to do. */
function idle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve()))
}
