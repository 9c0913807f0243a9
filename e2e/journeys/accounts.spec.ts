import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { accountsPage } from '../pages/accountsPage.ts'
import { signInPage } from '../pages/signInPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { pinOf } from '../support/account.ts'
import { test } from '../support/test.ts'

/** A chart on which heparin has ceased is hung a bag by nobody: what dunn may sign second is a stop. */
async function stoppedChart(page: Page): Promise<{ path: string; actSeq: number }> {
  const { now } = await (await page.request.get('/api/session')).json()
  const commandId = randomUUID()
  const opened = await page.request.post('/api/charts', {
    data: {
      ...{ commandId, happenedAt: now, wardId: '7-west', bed: '9', allergies: [], amo: 'Haddad' },
      patient: {
        ...{ mrn: '9100077', surname: 'Vella', given: 'Rita', sex: 'F' },
        dateOfBirth: '1950-01-02',
      },
    },
  })
  expect(opened.status()).toBe(201)
  const path = `/api/charts/${commandId}/commands`
  const stop = await page.request.post(path, {
    data: {
      ...{ commandId: randomUUID(), expectedVersion: 1, kind: 'ceaseInfusion', happenedAt: now },
      ...{ reason: 'suspected-major-bleed', signature: { pin: pinOf('rn.adams') } },
    },
  })
  return { path, actSeq: (await stop.json()).entry.seq }
}

async function countersigns(page: Page, { path, actSeq }: { path: string; actSeq: number }) {
  const { now } = await (await page.request.get('/api/session')).json()
  const reply = await page.request.post(path, {
    data: {
      ...{ commandId: randomUUID(), expectedVersion: 2, kind: 'countersign', happenedAt: now },
      ...{ actSeq, signature: { userId: 'rn.dunn', pin: pinOf('rn.dunn') } },
    },
  })
  return reply.status()
}

test('SIGN-1, SIGN-2: an administrator renews a learning package, and its nurse can sign at once', async ({
  tablet,
}) => {
  const adams = await tablet('rn.adams')
  const hall = await tablet('admin.hall')
  const dunn = await tablet('rn.dunn')
  const stopped = await stoppedChart(adams)
  expect(await countersigns(adams, stopped)).toBe(403)
  await dunn.getByText('Dunn, Pat').click()
  await expect(dunn.getByText(/Learning package ran out on 08.Feb.2027/)).toBeVisible()

  const accounts = accountsPage(hall)
  await expect(accounts.title).toHaveText('People')
  await expect(accounts.people.first()).toContainText('Learning package ran out')
  await accounts.find.fill('dunn')
  await expect(accounts.people).toHaveCount(1)
  await accounts.person('Dunn, Pat').click()
  await expect(accounts.lastDay).toHaveValue('08 Feb 2027')
  await accounts.lastDay.fill('31 Feb 2028')
  await accounts.save.click()
  await expect(accounts.missing).toContainText('There is no 31 Feb 2028.')
  await expect(accounts.lastDay).toHaveValue('31 Feb 2028')
  await accounts.lastDay.fill('08 Feb 2028')
  await accounts.save.click()
  await expect(accounts.said('Saved.')).toBeVisible()

  expect(await countersigns(adams, stopped)).toBe(201)
  await hall.getByRole('link', { name: 'Account log' }).click()
  await expect(accounts.title).toHaveText('Account log')
  await expect(accounts.people.first()).toContainText(/08.Feb.2027, now 08.Feb.2028/)
})

test('SIGN-1: an account ends while it is signed in on another tablet', async ({ tablet }) => {
  const hall = await tablet('admin.hall')
  const baker = await tablet('rn.baker')
  await expect(wardBoard(baker).title).toBeVisible()

  const accounts = accountsPage(hall)
  await accounts.person('Baker, Lee').click()
  await accounts.end.click()
  await accounts.endOf('Baker, Lee').click()
  await expect(accounts.said(/This account ended on/)).toBeVisible()

  await baker.reload()
  await expect(signInPage(baker).signIn).toBeVisible()
  await signInPage(baker).userId.fill('rn.baker')
  await signInPage(baker).password.fill('demonstration')
  await signInPage(baker).signIn.click()
  await expect(signInPage(baker).refusal).toBeVisible()
})
