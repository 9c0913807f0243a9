import { expect } from '@playwright/test'
import { chartPage } from '../pages/chartPage.ts'
import { lockScreen } from '../pages/lockScreen.ts'
import { stopPage } from '../pages/stopPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { pinOf } from '../support/account.ts'
import { focusFault } from '../support/focusFault.ts'
import { keyboard } from '../support/keyboard.ts'
import { serverHearsOfLock } from '../support/lockNow.ts'
import { running } from '../support/patients.ts'
import { test } from '../support/test.ts'

test('SIGN-5 SIGN-3: lock and unlock, then STOP, by keyboard alone: one key back from the patient’s name', async ({
  chartAfter,
  tablet,
}) => {
  await chartAfter(
    running(
      { surname: 'Keyes', mrn: '7730003', kg: 78 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-7h' },
    ),
  )
  const page = await tablet('rn.adams')
  const keys = keyboard(page)
  const name = page.getByRole('heading', { name: 'KEYES, Sam' })
  await keys.enter(wardBoard(page).row('KEYES'))
  await keys.expectAt(name)

  const menu = page.locator('summary').filter({ hasText: 'Adams, Jo' })
  await keys.enter(menu, 'back')
  await keys.to(page.getByRole('button', { name: 'Lock, or switch person' }))
  await keys.press('Escape')
  await keys.expectAt(menu)
  await keys.press('Enter')
  await serverHearsOfLock(page, () =>
    keys.enter(page.getByRole('button', { name: 'Lock, or switch person' })),
  )
  const lock = lockScreen(page)
  await keys.expectAt(lock.title)
  await keys.to(page.getByLabel('Signing PIN, 6 figures'))
  await keys.type(pinOf('rn.adams'))
  await expect(lock.title).toHaveCount(0)
  await keys.expectAt(name)

  const chart = chartPage(page)
  await keys.press('Shift+Tab')
  await keys.expectAt(chart.stop)
  await keys.press('Enter')
  await keys.expectAt(page.getByRole('heading', { name: 'STOP the infusion: why?' }))
  const stop = stopPage(page)
  await keys.enter(stop.reason('Suspected major bleed'))
  await keys.expectAt(page.getByRole('main').getByRole('heading', { level: 1 }))
  await keys.enter(stop.withoutPin)
  await keys.expectAt(stop.done)
  await keys.enter(stop.back)
  await keys.expectAt(name)
  await expect(chart.now).toContainText('Ceased')
})

test('a focus that is lost, not drawn, cut off or covered is found', async ({ page }) => {
  await page.setContent('<main style="padding: 80px"><button id="one">One</button></main>')
  const found = () => page.evaluate(focusFault)
  const restyle = (css: string) => page.addStyleTag({ content: css })
  await page.keyboard.press('Tab')
  expect(await found()).toBe('thin outline: BUTTON One')
  await restyle('button:focus-visible { outline: 3px solid }')
  expect(await found()).toBeNull()
  await restyle('main { overflow: hidden; padding: 0 !important; width: min-content }')
  expect(await found()).toBe('outline cut off: BUTTON One')
  await restyle('main { overflow: visible; padding: 80px !important }')
  await restyle('body::before { content: ""; position: fixed; inset: 0; background: white }')
  expect(await found()).toBe('covered: BUTTON One')
  await page.evaluate(() => document.querySelector('button')?.remove())
  expect(await found()).toBe('the focus is lost')
})
