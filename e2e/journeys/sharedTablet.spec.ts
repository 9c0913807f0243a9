import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { lockScreen } from '../pages/lockScreen.ts'
import { signInPage } from '../pages/signInPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { passwordOf, pinOf } from '../support/account.ts'
import { checkAndSet, confirmAndSign, goOn } from '../support/acts.ts'
import { lockNow, serverHearsOfLock } from '../support/lockNow.ts'
import { running } from '../support/patients.ts'
import { test } from '../support/test.ts'

const patient = running(
  { surname: 'Okonkwo', mrn: '7744101', kg: 78 },
  { protocol: 'vte', rateMlPerHour: 14, started: '-2h' },
)

/** Who has the tablet now, at the top of the page. */
function menuOf(page: Page, name: string) {
  return page.locator('header summary').filter({ hasText: name })
}

async function signIn(page: Page, userId: string): Promise<void> {
  const entrance = signInPage(page)
  await entrance.userId.fill(userId)
  await entrance.password.fill(passwordOf(userId))
  await entrance.signIn.click()
}

test('H57: nobody touches the tablet for five minutes: nothing of the patient is left on it, and its own person goes on where they were', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(patient)
  const page = await tablet('rn.adams')
  await page.clock.install()
  await page.goto(`/charts/${chartId}`)
  await expect(chartPage(page).patient).toContainText('OKONKWO')

  await serverHearsOfLock(page, () => page.clock.fastForward('05:30'))
  const lock = lockScreen(page)
  await expect(lock.main).toContainText('Adams, Jo')
  await expect(lock.stop).toBeVisible()
  const document = await page.content()
  for (const secret of ['OKONKWO', 'Okonkwo', '7744101', '14 mL/hr']) {
    expect(document).not.toContain(secret)
  }

  await lock.unlock('rn.baker')
  await expect(lock.refusal).toContainText('Not unlocked')
  await lock.unlock('rn.adams')
  await expect(chartPage(page).patient).toContainText('OKONKWO')
  await expect(page).toHaveURL(new RegExp(`/charts/${chartId}$`))
})

test('H57 SIGN-3: a half-done step waits behind the lock for its own author; another person who switches in sees and signs nothing of it', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(patient)
  const page = await tablet('rn.baker')
  await page.context().request.delete('/api/session')
  await page.goto(`/charts/${chartId}/note`)
  await signIn(page, 'rn.baker')
  await expect(actPage(page).question).toBeVisible()
  await lockNow(page)
  const lock = lockScreen(page)
  await page.getByRole('button', { name: 'Somebody else: password' }).click()
  await signIn(page, 'rn.adams')
  await expect(menuOf(page, 'Adams, Jo')).toBeVisible()

  await page.goto(`/charts/${chartId}/note`)
  const act = actPage(page)
  const words = 'Left arm swollen since the round'
  await act.main.getByRole('textbox').first().fill(words)
  await lockNow(page)
  await expect(page.getByText(words)).toHaveCount(0)
  await lock.unlock('rn.adams')
  await expect(act.main.getByRole('textbox').first()).toHaveValue(words)

  await lockNow(page)
  await lock.person('Baker').click()
  await lock.unlock('rn.baker')
  await expect(chartPage(page).now).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/charts/${chartId}$`))
  await page.goto(`/charts/${chartId}/note`)
  await expect(act.main.getByRole('textbox').first()).toHaveValue('')

  await lockNow(page)
  await lock.person('Adams').click()
  await lock.unlock('rn.adams')
  await expect(menuOf(page, 'Adams, Jo')).toBeVisible()
  await page.goto(`/charts/${chartId}/note`)
  await expect(act.main.getByRole('textbox').first()).toHaveValue(words)
})

test('H57: half a PIN is forgotten at the lock, and a tablet whose page was killed comes back locked', async ({
  chartAfter,
  tablet,
}) => {
  const chartId = await chartAfter(patient)
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}/cease`)
  // Open, the menu lies beside STOP, both ways up and at 200 % zoom; over it, it would be seen.
  await page.locator('header summary').click()
  for (const [width, height] of [
    [1180, 820],
    [590, 410],
    [820, 1180],
  ] as const) {
    await page.setViewportSize({ width, height })
    await chartPage(page).stop.click({ trial: true })
  }
  await page.locator('header summary').click()
  await page.goto(`/charts/${chartId}/stop`)
  await page
    .getByRole('button', { name: /concern/i })
    .first()
    .click()
  const pin = page.getByLabel('Signing PIN, 6 figures')
  await pin.fill('2048')
  await lockNow(page)
  await lockScreen(page).unlock('rn.adams')
  await expect(pin).toHaveValue('')

  await lockNow(page)
  await page.reload()
  await expect(lockScreen(page).main).toContainText('Adams, Jo')
  await lockScreen(page).unlock('rn.adams')
  await expect(chartPage(page).patient).toContainText('OKONKWO')
})

test('SIGN-3: after two signatures nothing on the tablet holds a PIN, a password, or anything that proves one', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(patient)
  const page = await tablet('rn.adams')
  await page.context().request.delete('/api/session')
  await page.goto('/')
  await signIn(page, 'rn.adams')
  await expect(wardBoard(page).title).toBeVisible()
  await page.goto(`/charts/${chartId}/interrupt`)
  await actPage(page).text('Why is it off?').fill('Cannula tissued')
  await actPage(page).button('Record: off').click()
  await pass(45)
  await goOn(page, 'Resume')
  await confirmAndSign(page, 'rn.adams')
  await checkAndSet(page, { by: 'rn.baker', figure: '14' })
  await lockNow(page)
  await lockScreen(page).unlock('rn.adams')
  await expect(chartPage(page).now).toContainText('14 mL/hr')

  const secrets = [passwordOf('rn.adams'), pinOf('rn.adams'), pinOf('rn.baker'), 'argon2']
  expect(await secretsKept(page, secrets)).toEqual([])
  // The search finds what is there.
  await page.evaluate((pin) => {
    localStorage.setItem('planted', pin)
  }, pinOf('rn.adams'))
  expect(await secretsKept(page, secrets)).toEqual([pinOf('rn.adams')])
})

/** All rows of all stores of all databases. */
async function databaseTexts(): Promise<string[]> {
  const texts: string[] = []
  const done = <T>(asking: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      asking.onsuccess = () => resolve(asking.result)
      asking.onerror = () => reject(asking.error)
    })
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name))
    for (const store of database.objectStoreNames) {
      const rows = await done(database.transaction(store).objectStore(store).getAll())
      // A kept session says that it is of the demonstration, whose password is the same word.
      texts.push(JSON.stringify(rows).replaceAll('"demonstration":true', ''))
    }
    database.close()
  }
  return texts
}

/** All that caches hold beside the program itself. */
async function cacheTexts(): Promise<string[]> {
  const texts: string[] = []
  for (const key of await caches.keys()) {
    const cache = await caches.open(key)
    for (const request of await cache.keys()) {
      if (new URL(request.url).pathname.startsWith('/assets/')) continue
      texts.push(request.url, (await (await cache.match(request))?.text()) ?? '')
    }
  }
  return texts
}

/** A command's id, the hash of an entry, and a place in a drawing. */
const RANDOM = /\b([0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+\.\d{6,})\b/g

/** Which of these stand anywhere that a tablet keeps things: both storages, every database and cache, cookies scripts read, the page. */
async function secretsKept(page: Page, secrets: readonly string[]): Promise<string[]> {
  const texts = [
    ...(await page.evaluate(databaseTexts)),
    ...(await page.evaluate(cacheTexts)),
    ...(await page.evaluate(() => [
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      document.cookie,
      // What the product says of itself is the password of its demonstration.
      document.documentElement.outerHTML.replaceAll(/a demonstration/gi, ''),
      JSON.stringify(window.history.state),
    ])),
    ...(await page
      .locator('input')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))),
  ]
  // These may hold the six figures in a row by chance.
  const words = texts.map((text) => text.replaceAll(RANDOM, ''))
  return secrets.filter((secret) => words.some((text) => text.includes(secret)))
}
