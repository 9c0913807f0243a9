import { expect } from '@playwright/test'
import { REQUESTS_BEFORE_BOARD, requestsBeforeBoard } from './support/firstBoard.ts'
import { test } from './support/test.ts'

test('the first page comes with a policy that allows no inline script or style', async ({
  page,
}) => {
  const reply = await page.goto('/')
  const policy = reply?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  await expect(page.getByRole('button').first()).toBeVisible()
})

test('a page that complains on its console fails the journey', async ({ page }) => {
  test.fail()
  await page.goto('/')
  const complained = page.context().waitForEvent('weberror')
  await page.evaluate(() => window.setTimeout(() => window.reportError(new Error('planted')), 0))
  // Where nothing is heard the journey would go on, and this test would say so.
  await complained.catch(() => undefined)
})

test('the first board stands after few requests, one of each; one that comes too early is counted', async ({
  page,
}) => {
  const asked = await requestsBeforeBoard(page, 'rn.adams')
  expect(asked.filter((path, index) => asked.indexOf(path) !== index)).toEqual([])
  expect(asked.length).toBeLessThanOrEqual(REQUESTS_BEFORE_BOARD)
  for (const path of ['/', '/api/session', '/api/wards/7-west/board']) expect(asked).toContain(path)

  await page.addInitScript((most) => {
    for (let early = 0; early < most; early += 1) void fetch(`/early-${early}.txt`)
  }, REQUESTS_BEFORE_BOARD)
  const more = await requestsBeforeBoard(page, 'rn.adams')
  expect(more.length).toBeGreaterThan(REQUESTS_BEFORE_BOARD)
})
