import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { checkPage } from '../pages/checkPage.ts'
import { downtimePage } from '../pages/downtimePage.ts'
import { stopPage } from '../pages/stopPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { sign } from '../support/acts.ts'
import { type CutWire, cutWire } from '../support/cutWire.ts'
import { keptTablet } from '../support/keptTablet.ts'
import { after, running } from '../support/patients.ts'
import { test as base } from '../support/test.ts'

const test = base.extend<{ wire: CutWire; keptOn: (userId: string) => Promise<Page> }>({
  wire: async ({ ward }, use) => {
    const wire = await cutWire(ward.baseURL)
    await use(wire)
    await wire.close()
  },
  keptOn: async ({ browser, wire, listenTo }, use) => {
    const pages: Page[] = []
    await use(async (userId) => {
      const page = await keptTablet(browser, wire, userId)
      listenTo(page.context())
      pages.push(page)
      return page
    })
    for (const page of pages) await page.context().close()
  },
})

const band = (page: Page) => page.getByRole('alert').filter({ hasText: 'The server cannot be' })

const STOPPED_BED = after(
  running(
    { surname: 'Moreau', mrn: '7790001', kg: 80 },
    { protocol: 'vte', rateMlPerHour: 14, started: '-8h' },
  ),
  { at: '-70m', by: 'rn.adams', does: 'recordCollection', site: 'away-from-heparin' },
  { at: '-5m', by: 'rn.adams', does: 'recordResult', text: '98.0' },
)

test('H34: the server goes; the tablet is opened again: the kept chart with its age, timers go on, a change is not signed, STOP stays; and by itself it is live again', async ({
  chartAfter,
  keptOn,
  wire,
}) => {
  const chartId = await chartAfter(STOPPED_BED)
  const page = await keptOn('rn.adams')
  wire.cut()
  await page.goto('/')
  await expect(band(page)).toContainText(/As of 11:00,\s[0-2]\smin\sago by this tablet’s clock\./)
  await expect(wardBoard(page).row('MOREAU')).toContainText('Act on the APTT result')

  await page.goto(`/charts/${chartId}`)
  await expect(band(page)).toBeVisible()
  await expect(chartPage(page).now).toContainText('14 mL/hr')
  await expect(chartPage(page).timeline).toContainText('98.0')

  await page.goto(`/charts/${chartId}/titrate`)
  await expect(actPage(page).question).toHaveText('Decrease by 2 mL/hr: 14 to 12 mL/hr')
  const signature = page.getByRole('region', { name: 'Signature' })
  await expect(signature).toContainText('Nothing can be signed now')
  await expect(page.getByLabel(/Signing PIN/)).toHaveCount(0)

  await chartPage(page).stop.click()
  await expect(stopPage(page).reason('Suspected major bleeding')).toBeVisible()

  wire.mend()
  await expect(band(page)).toHaveCount(0, { timeout: 30_000 })
  await page.goto(`/charts/${chartId}/titrate`)
  await sign(page, 'rn.adams', 'Sign first')
  await expect(checkPage(page).handover).toBeVisible()
})

test('H34: without the server the leaflet, a guideline, the blank chart and every page of an act open from the tablet, though none was open before', async ({
  chartAfter,
  keptOn,
  wire,
}) => {
  const chartId = await chartAfter(STOPPED_BED)
  const page = await keptOn('rn.adams')
  wire.cut()
  await page.goto('/leaflet')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto('/downtime/blank')
  await expect(downtimePage(page).blankTitle).toBeVisible()
  await page.goto(`/charts/${chartId}/guideline`)
  await expect(actPage(page).question).toBeVisible()
  await page.goto('/downtime')
  await expect(downtimePage(page).names.filter({ hasText: 'MOREAU' })).toBeVisible()
})

test('H34: what is due goes on by elapsed time without the server; a tablet clock off by years changes nothing, one set back tells no age', async ({
  chartAfter,
  keptOn,
  wire,
}) => {
  const chartId = await chartAfter(
    running(
      { surname: 'Moreau', mrn: '7790001', kg: 80 },
      { protocol: 'vte', rateMlPerHour: 14, started: '-5h30m' },
    ),
  )
  const page = await keptOn('rn.adams')
  const wall = Date.now()
  wire.cut()
  // The last word from the server came up to half a minute before, or is only now taken in.
  await page.clock.setFixedTime(wall + 45 * 60_000 + 10_000)
  await page.goto(`/charts/${chartId}`)
  await expect(band(page)).toContainText('As of 11:00, 45 min ago by this tablet’s clock.')
  // The band scrolls away; in the banner the age stays.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect(chartPage(page).patient).toContainText('Shown as it was at 11:00, 45 min ago')
  await expect(chartPage(page).patient.getByText('Shown as it was')).toBeInViewport()
  await expect(chartPage(page).next).toContainText('due now, for 15 min (11:30)')

  await page.clock.setFixedTime(wall - 60 * 60_000)
  await page.goto(`/charts/${chartId}`)
  await expect(band(page)).toContainText('how long ago is not known')

  await page.clock.setFixedTime(wall + 25 * 3_600_000)
  await page.goto(`/charts/${chartId}`)
  await expect(page.getByText('The server does not answer')).toBeVisible()
  await page.clock.setFixedTime(wall + 60_000)
  await page.goto(`/charts/${chartId}`)
  await expect(page.getByText('The server does not answer')).toBeVisible()
})

test('H34: a sign-out leaves no chart on the tablet, and the Cache Storage never held one', async ({
  chartAfter,
  keptOn,
  wire,
}) => {
  await chartAfter(STOPPED_BED)
  const page = await keptOn('rn.adams')
  const cached = await page.evaluate(async () => {
    const urls: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      urls.push(...(await cache.keys()).map(({ url }) => new URL(url).pathname))
    }
    return urls
  })
  expect(cached.length).toBeGreaterThan(100)
  expect(cached.filter((path) => path.startsWith('/api'))).toEqual([])

  await page.getByText('Adams, Jo').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  wire.cut()
  await page.goto('/')
  await expect(page.getByText('The server does not answer')).toBeVisible()
})
