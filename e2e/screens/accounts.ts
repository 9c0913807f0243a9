import { expect, type Page } from '@playwright/test'
import { accountsPage } from '../pages/accountsPage.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs } from '../support/stage.ts'

const PASSWORD = 'granite-lantern-42'

/** A page of the administrator, once it says what it is. */
async function openAdmin(page: Page, path: string, title: string): Promise<void> {
  await openAs(page, 'admin.hall', path)
  await expect(accountsPage(page).title).toHaveText(title)
}

/** Somebody whom no other state knows, and whose account may therefore end. */
async function addLeaver(page: Page, userId: string, name: string): Promise<void> {
  const reply = await page.context().request.post('/api/accounts', {
    data: {
      ...{ userId, name, role: 'RN', wardIds: ['7-west'], password: PASSWORD },
      competencies: { learningPackageUntil: null, ivUnits: false, notation: false },
    },
  })
  expect(reply.status()).toBe(201)
}

/** Who may use the chart: the administrator's pages, and everybody's own password and PIN. */
export const accountStates: readonly ScreenState[] = [
  {
    name: 'people',
    shows: 'Everybody with an account; learning packages that have run out or soon will come first',
    ofChart: false,
    async bring({ page }) {
      await openAdmin(page, '/', 'People')
      await expect(accountsPage(page).people.first()).toContainText('Learning package ran out')
    },
  },
  {
    name: 'people-none',
    shows: 'Nobody fits the search: what to do',
    ofChart: false,
    async bring({ page }) {
      await openAdmin(page, '/', 'People')
      await accountsPage(page).find.fill('zz')
      await expect(accountsPage(page).said('Nobody fits. Clear the search above.')).toBeVisible()
    },
  },
  {
    name: 'person',
    shows: 'One person: name, role, wards, learning package, password and PIN',
    ofChart: false,
    async bring({ page }) {
      await openAdmin(page, '/person?id=rn.dunn', 'Dunn, Pat')
      await expect(accountsPage(page).lastDay).toHaveValue('08 Feb 2027')
    },
  },
  {
    name: 'person-end',
    shows: 'Ending an account is asked once more, with the name',
    ofChart: false,
    async bring({ page }) {
      await openAdmin(page, '/person?id=rn.baker', 'Baker, Lee')
      await accountsPage(page).end.click()
      await expect(accountsPage(page).endOf('Baker, Lee')).toBeVisible()
    },
    lookAt: (page) => accountsPage(page).endOf('Baker, Lee'),
  },
  {
    name: 'person-ended',
    shows: 'An account that has ended, and how the same person gets it back',
    ofChart: false,
    async bring({ page }) {
      await openAdmin(page, '/', 'People')
      await addLeaver(page, 'rn.leaver', 'Leaver, Robin')
      await page.context().request.post('/api/accounts/rn.leaver/end', { data: {} })
      await openAdmin(page, '/person?id=rn.leaver', 'Leaver, Robin')
      await expect(accountsPage(page).said(/This account ended on/)).toBeVisible()
    },
  },
  {
    name: 'person-unknown',
    shows: 'A user id that nobody has: what to do',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'admin.hall', '/person?id=nobody')
      await expect(accountsPage(page).said('Nobody has this user id')).toBeVisible()
    },
  },
  {
    name: 'new-person-missing',
    shows: 'A new person: what is still missing is named, what was typed stays',
    ofChart: false,
    async bring({ page }) {
      await openAdmin(page, '/new-person', 'New person')
      await page.getByLabel('User id').fill('en.frost')
      await page.getByLabel('Printed name').fill('Frost, Ada')
      await page.getByText('Enrolled nurse').click()
      await accountsPage(page).lastDay.fill('31 Feb 2028')
      await page.getByRole('button', { name: 'Add person' }).click()
      await expect(accountsPage(page).missing).toContainText('There is no 31 Feb 2028.')
    },
    lookAt: (page) => page.getByRole('button', { name: 'Add person' }),
  },
  {
    name: 'new-person-refused',
    shows: 'A user id that somebody has already: refused with its reason',
    ofChart: false,
    async bring({ page }) {
      await openAdmin(page, '/new-person', 'New person')
      await page.getByLabel('User id').fill('rn.adams')
      await page.getByLabel('Printed name').fill('Adams, Joan')
      await page.getByText('Registered nurse').click()
      await page.getByLabel('Temporary password').fill(PASSWORD)
      await page.getByRole('button', { name: 'Add person' }).click()
      await expect(page.getByRole('alert')).toBeVisible()
    },
    lookAt: (page) => page.getByRole('button', { name: 'Add person' }),
  },
  {
    name: 'wards',
    shows: 'The wards of the facility, and one more',
    ofChart: false,
    async bring({ page }) {
      await openAdmin(page, '/wards', 'Wards')
      await page.getByRole('button', { name: 'Add ward' }).click()
      await expect(accountsPage(page).missing).toContainText('Write both the id and the name.')
    },
  },
  {
    name: 'account-log',
    shows: 'What was done to accounts, by whom and when',
    ofChart: false,
    async bring({ page }) {
      await openAdmin(page, '/', 'People')
      await addLeaver(page, 'rn.logged', 'Logged, Kim')
      await openAdmin(page, '/account-log', 'Account log')
      await expect(accountsPage(page).people.filter({ hasText: 'rn.logged' })).toBeVisible()
    },
  },
  {
    name: 'own-secrets',
    shows: 'A person’s own password and PIN; the new PIN is refused with its reason',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.cole', '/own-secrets')
      const pin = page.getByRole('region', { name: 'Signing PIN' })
      await pin.getByLabel('Password').fill('demonstration')
      await pin.getByLabel('New PIN').fill('123456')
      await page.getByRole('button', { name: 'Set PIN' }).click()
      await expect(page.getByRole('alert')).toBeVisible()
    },
  },
]
