import { expect } from '@playwright/test'
import { signInPage } from '../pages/signInPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { passwordOf } from '../support/account.ts'
import { test } from '../support/test.ts'

test('SIGN-1: a wrong password is refused in the same words as an unknown user, and what was typed stays', async ({
  page,
}) => {
  await page.goto('/')
  const entrance = signInPage(page)
  await entrance.userId.fill('rn.adams')
  await entrance.signIn.click()
  await expect(entrance.refusal).toContainText('The password is missing')

  await entrance.password.fill('demonstartion')
  await entrance.signIn.click()
  await expect(entrance.refusal).not.toContainText('missing')
  const words = (await entrance.refusal.textContent()) ?? ''
  await expect(entrance.userId).toHaveValue('rn.adams')
  await entrance.userId.fill('rn.nobody')
  await entrance.signIn.click()
  await expect(entrance.refusal).toHaveText(words)

  await entrance.userId.fill('rn.adams')
  await entrance.password.fill(passwordOf('rn.adams'))
  await entrance.signIn.click()
  await expect(wardBoard(page).title).toBeVisible()
})
