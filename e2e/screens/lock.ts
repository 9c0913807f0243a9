import { expect } from '@playwright/test'
import { alarmsPage } from '../pages/alarmsPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { lockScreen } from '../pages/lockScreen.ts'
import { signInPage } from '../pages/signInPage.ts'
import { lockNow } from '../support/lockNow.ts'
import { running } from '../support/patients.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs } from '../support/stage.ts'

/** A chart of 7 West, opened by a nurse of the CCU in an emergency. */
async function openedInEmergency({ page, chartAfter }: Parameters<ScreenState['bring']>[0]) {
  const chartId = await chartAfter(
    running(
      { surname: 'Marlowe', mrn: '7744301', kg: 78 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-2h' },
    ),
  )
  const asked = page.context().request
  await openAs(page, 'rn.adams', '/')
  const { patient } = await (await asked.get(`/api/charts/${chartId}`)).json()
  await openAs(page, 'rn.ivers', '/')
  const reply = await asked.post('/api/emergency-access', {
    data: { mrn: patient.mrn, reason: 'Arrest call, no ward staff at the bed' },
  })
  expect(reply.status()).toBe(201)
  return chartId
}

/** The lock of a shared tablet, and who comes to which chart. */
export const locking: readonly ScreenState[] = [
  {
    name: 'locked',
    shows: 'A locked tablet: whose session it is, who goes on, STOP; nothing of a patient',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/')
      await openAs(page, 'rn.baker', '/')
      await lockNow(page)
      await expect(lockScreen(page).person('Adams')).toBeVisible()
    },
  },
  {
    name: 'locked-alarm',
    shows: 'A locked tablet alarms by bed and task: beside STOP, over its title, and no name',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/')
      await lockNow(page)
      // As a tablet whose page was killed comes back.
      await page.reload()
      await expect(alarmsPage(page).strip).toContainText('Bed 16: Restart the infusion')
      await expect(lockScreen(page).stop).toBeVisible()
    },
  },
  {
    name: 'locked-refused',
    shows: 'A locked tablet: the PIN was not that of the person chosen',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.cole', '/')
      await lockNow(page)
      await lockScreen(page).keyPin('000000')
      await expect(lockScreen(page).refusal).toBeVisible()
    },
  },
  {
    name: 'locked-password',
    shows: 'A locked tablet: somebody else signs in with a password',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/')
      await lockNow(page)
      await page.getByRole('button', { name: 'Somebody else: password' }).click()
      await expect(signInPage(page).signIn).toBeVisible()
      await expect(page.getByText('pharm.gray')).toBeVisible()
    },
  },
  {
    name: 'sign-in-known-tablet',
    shows:
      'Sign-in on a tablet of the shift: its people go on by their PIN, and a restart that waits alarms beside STOP',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/')
      await page.context().clearCookies({ name: 'session' })
      await page.goto('/')
      await page.getByRole('button', { name: /^Adams, Jo RN/ }).click()
      await expect(page.getByRole('region', { name: 'PIN', exact: true })).toBeVisible()
      await expect(page.getByText('pharm.gray')).toBeVisible()
      await expect(alarmsPage(page).strip).toContainText('Bed 16: Restart the infusion')
    },
  },
  {
    name: 'own-sessions',
    shows: 'Where a person is signed in, and signing out everywhere',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'en.evans', '/sessions')
      await expect(page.getByText('This tablet', { exact: true })).toBeVisible()
    },
  },
  {
    name: 'another-ward',
    shows: 'Opening the chart of a patient on another ward, with a reason',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.ivers', '/another-ward')
      await page.getByRole('button', { name: 'Open for 4 hours, on record' }).click()
      await expect(page.getByText('The MRN is missing')).toBeVisible()
    },
  },
  {
    name: 'chart-emergency',
    shows: 'A chart of another ward, opened in an emergency: marked with its end and reason',
    ofChart: true,
    async bring(stage) {
      const chartId = await openedInEmergency(stage)
      await stage.page.goto(`/charts/${chartId}`)
      await expect(stage.page.getByText('Emergency access: until')).toBeVisible()
      await expect(chartPage(stage.page).now).toBeVisible()
    },
  },
  {
    name: 'chart-readings',
    shows: 'Who has read a chart, as an administrator sees it',
    ofChart: true,
    async bring(stage) {
      const chartId = await openedInEmergency(stage)
      await stage.page.context().request.get(`/api/charts/${chartId}`)
      await openAs(stage.page, 'admin.hall', `/charts/${chartId}/readings`)
      await expect(stage.page.getByRole('main')).toContainText('EMERGENCY ACCESS')
    },
  },
  {
    name: 'readings',
    shows: 'Who has read, on the whole ward',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/')
      await expect(page.getByRole('heading', { name: 'Heparin infusions' })).toBeVisible()
      await openAs(page, 'admin.hall', '/readings')
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
    },
  },
  {
    name: 'access-review',
    shows: 'The administrator’s review of emergency access',
    ofChart: false,
    async bring(stage) {
      await openedInEmergency(stage)
      await openAs(stage.page, 'admin.hall', '/emergency-access')
      await expect(stage.page.getByLabel('What the review found').first()).toBeVisible()
    },
  },
]
