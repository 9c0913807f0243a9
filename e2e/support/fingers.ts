import type { Page } from '@playwright/test'

/** A place on the page, in pixels. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** The way of one finger, from where it is put down to where it is lifted. */
export interface Way {
  readonly from: Place
  readonly to: Place
}

const STEPS = 8

/** Real touches: each finger goes its way, all at once, as the browser would have it from the glass. */
export async function moveFingers(page: Page, ways: readonly Way[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const at = (part: number) =>
    ways.map(({ from, to }, id) => ({
      id,
      x: from.x + (to.x - from.x) * part,
      y: from.y + (to.y - from.y) * part,
    }))
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
  for (let step = 1; step <= STEPS; step += 1) {
    await session.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: at(step / STEPS),
    })
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await session.detach()
}

/** Two fingers go apart from a middle, level with it: each by so many pixels. */
export function apart({ x, y }: Place, by: number): Way[] {
  const near = 30
  return [
    { from: { x: x - near, y }, to: { x: x - near - by, y } },
    { from: { x: x + near, y }, to: { x: x + near + by, y } },
  ]
}
