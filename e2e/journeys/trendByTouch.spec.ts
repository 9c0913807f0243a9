import { expect, type Page } from '@playwright/test'
import { chartPage } from '../pages/chartPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { apart, moveFingers, type Place } from '../support/fingers.ts'
import { test } from '../support/test.ts'

test('the trend moves in time under one finger and comes nearer under two; the page scrolls and zooms as it always did', async ({
  tablet,
}) => {
  const page = await tablet('rn.adams')
  await wardBoard(page).row('Singh').click()
  const { trend } = chartPage(page)
  const caption = trend.locator('figcaption')
  const plot = trend.getByRole('img')
  await expect(caption).toContainText('since 11:00, 09 Mar 2027')
  await plot.scrollIntoViewIfNeeded()

  const middle = await middleOf(plot)
  await moveFingers(page, [{ from: middle, to: { x: middle.x + 200, y: middle.y } }])
  await expect(caption).toContainText(/from \d\d:\d\d, 09\sMar\s2027 to \d\d:\d\d/)
  const hours = await hoursDrawn(caption)

  await moveFingers(page, apart(middle, 120))
  await expect.poll(() => hoursDrawn(caption)).toBeLessThan(hours / 2)
  expect(await pageZoom(page)).toBe(1)
  // As far as buttons go, for who has no two fingers.
  await trend.getByRole('button', { name: '6 h', exact: true }).click()
  await expect(caption).toContainText('since 05:00')

  const before = await page.evaluate(() => scrollY)
  const upright = await middleOf(plot)
  await moveFingers(page, [{ from: upright, to: { x: upright.x, y: upright.y - 200 } }])
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 100)
  await expect(caption).toContainText('since 05:00')

  await moveFingers(page, apart(await middleOf(chartPage(page).table), 120))
  await expect.poll(() => pageZoom(page)).toBeGreaterThan(1.5)
  await expect(caption).toContainText('since 05:00')
})

async function middleOf(part: ReturnType<Page['locator']>): Promise<Place> {
  const box = await part.boundingBox()
  if (box === null) throw new Error('nothing of it is drawn')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** How many hours the caption says are drawn; a day later is a day more. */
async function hoursDrawn(caption: ReturnType<Page['locator']>): Promise<number> {
  const text = (await caption.textContent()) ?? ''
  const [from, to] = [...text.matchAll(/(\d\d):(\d\d)(?:, (\d\d)\sMar)?/g)].map(
    ([, hour, minute, day]) => Number(day ?? 10) * 24 + Number(hour) + Number(minute) / 60,
  )
  if (from === undefined || to === undefined) throw new Error(`no two times in "${text}"`)
  return to - from
}

function pageZoom(page: Page): Promise<number> {
  return page.evaluate(() => visualViewport?.scale ?? 0)
}
