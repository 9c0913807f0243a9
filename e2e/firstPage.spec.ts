import { expect } from '@playwright/test'
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
  await page.evaluate(() => window.setTimeout(() => window.reportError(new Error('planted')), 0))
  await expect(page.getByRole('button').first()).toBeVisible()
})
