import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { figureQuestion } from '../pages/figureQuestion.ts'
import { lockScreen } from '../pages/lockScreen.ts'
import { signInPage } from '../pages/signInPage.ts'
import { stopPage } from '../pages/stopPage.ts'
import { passwordOf } from '../support/account.ts'
import { checkAndSet, sign } from '../support/acts.ts'
import { lockNow } from '../support/lockNow.ts'
import { after, running } from '../support/patients.ts'
import { test } from '../support/test.ts'

const began = running(
  { surname: 'Vermeer', mrn: '7745101', kg: 78 },
  { protocol: 'vte', rateMlPerHour: 14, started: '-9h' },
)
const awaiting = after(began, {
  at: '-50m',
  by: 'rn.adams',
  does: 'recordCollection',
  site: 'away-from-heparin',
})
const neighbour = running(
  { surname: 'Whitlam', mrn: '7745102', kg: 82 },
  { protocol: 'vte', rateMlPerHour: 15, started: '-2h' },
)

async function signIn(page: Page, userId: string): Promise<void> {
  const entrance = signInPage(page)
  await entrance.userId.fill(userId)
  await entrance.password.fill(passwordOf(userId))
  await entrance.signIn.tap()
}

async function goOnAs(page: Page, name: string, userId: string): Promise<void> {
  await lockNow(page)
  await lockScreen(page).person(name).tap()
  await lockScreen(page).unlock(userId)
  await expect(lockScreen(page).title).toBeHidden()
}

const drafts = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.draft/')))

test('H83 H23 SIGN-3: a half-done titration outlives another patient’s STOP, a colleague at the tablet, a killed page and a reload, and is signed by its own nurse', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(awaiting)
  const otherId = await chartAfter(neighbour)
  const first = await tablet('rn.baker')
  const context = first.context()
  await context.request.delete('/api/session')
  await first.goto('/')
  await signIn(first, 'rn.baker')
  await expect(first.getByRole('heading', { name: 'Heparin infusions' })).toBeVisible()
  await lockNow(first)
  await first.getByRole('button', { name: 'Somebody else: password' }).tap()
  await signIn(first, 'rn.adams')
  await expect(first.getByRole('heading', { name: 'Heparin infusions' })).toBeVisible()

  // Half a figure, and the next patient bleeds.
  await first.goto(`/charts/${chartId}/result`)
  const { question } = actPage(first)
  await expect(question).toHaveText('What is the APTT?')
  for (const figure of '98') await figureQuestion(first).key(figure).tap()
  await first.goto(`/charts/${otherId}/stop`)
  await stopPage(first).reason('Suspected major bleeding').tap()
  await stopPage(first).withoutPin.tap()
  await expect(stopPage(first).done).toBeVisible()

  // A colleague takes the tablet: nothing of it is theirs.
  await goOnAs(first, 'Baker', 'rn.baker')
  await first.goto(`/charts/${chartId}/result`)
  await expect(figureQuestion(first).field).toHaveValue('')
  await expect(first.getByText('You began this')).toHaveCount(0)

  // Its own nurse comes back, and the page is killed meanwhile.
  await goOnAs(first, 'Adams', 'rn.adams')
  await first.close()
  const page = await context.newPage()
  await page.goto(`/charts/${chartId}/result`)
  await expect(figureQuestion(page).field).toHaveValue('98')
  await expect(page.getByText(/^You began this/)).toBeVisible()
  await actPage(page).button('Read the nomogram').tap()
  await expect(actPage(page).question).toHaveText(/Decrease by 2/)

  await page.getByText(/^MO told/).tap()
  await page.getByLabel('Name of the MO told').fill('Chen, Mei')
  await page.reload()
  await expect(page.getByText(/^MO told/)).toContainText('Chen, Mei')
  await sign(page, 'rn.adams', 'Sign first')
  await checkAndSet(page, { by: 'rn.baker', aptt: '98', figure: '12' })
  await expect(chartPage(page).now).toContainText('12 mL/hr')
  await expect.poll(() => drafts(page)).toEqual([])

  const { entries } = await (await context.request.get(`/api/charts/${chartId}/entries`)).json()
  const change = entries.find(({ kind }: { kind: string }) => kind === 'rateChanged')
  expect(change).toMatchObject({ by: { userId: 'rn.adams' }, moTold: { name: 'Chen, Mei' } })
})

test('H98: a sign-out leaves nothing that its person typed on the tablet', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(began)
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}/note`)
  await actPage(page).text('Note').fill('Left arm swollen since the round')
  await expect.poll(() => drafts(page)).toHaveLength(1)
  await page.locator('header summary').tap()
  await page.getByRole('button', { name: 'Sign out' }).tap()
  await expect(signInPage(page).signIn).toBeVisible()
  await expect.poll(() => drafts(page)).toEqual([])
})
