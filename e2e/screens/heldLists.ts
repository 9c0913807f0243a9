import { expect } from '@playwright/test'
import { wardBoard } from '../pages/wardBoard.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs } from '../support/stage.ts'

/** A list that has changed under a finger. */
export const heldLists: readonly ScreenState[] = [
  {
    name: 'board-held',
    shows: 'The order has changed under a finger: no row moves before nothing is touched',
    ofChart: false,
    async bring({ page }) {
      let isTurned = false
      await page.route('**/api/wards/*/board', async (route) => {
        const reply = await route.fetch()
        const board = await reply.json()
        if (isTurned) board.charts.reverse()
        await route.fulfill({ response: reply, json: board })
      })
      await openAs(page, 'rn.adams', '/')
      await expect(wardBoard(page).find).toBeVisible()
      const first = await wardBoard(page).rows.first().innerText()
      isTurned = true
      // A finger that rests on the page, and a tablet that reads its board anew.
      await page.evaluate(() => {
        window.dispatchEvent(new PointerEvent('pointerdown', { pointerId: 9, isPrimary: true }))
        document.dispatchEvent(new Event('visibilitychange'))
      })
      await expect(page.getByText('The list has changed')).toBeVisible()
      expect(await wardBoard(page).rows.first().innerText()).toBe(first)
    },
  },
]
