import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { keptPage } from '../pages/keptPage.ts'
import { stopAnywherePage } from '../pages/stopAnywherePage.ts'
import { stopPage } from '../pages/stopPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { passwordOf } from '../support/account.ts'
import { allFetched } from '../support/allFetched.ts'
import { type CutWire, cutWire } from '../support/cutWire.ts'
import { running } from '../support/patients.ts'
import { test as base } from '../support/test.ts'

/** A browser whose disk outlives it: crashed and started again on the same folder. */
interface Tablet {
  start(): Promise<Page>
  crash(page: Page): Promise<void>
}

const test = base.extend<{ wire: CutWire; device: Tablet }>({
  wire: async ({ ward }, use) => {
    const wire = await cutWire(ward.baseURL)
    await use(wire)
    await wire.close()
  },
  device: async ({ wire, launchOptions, listenTo }, use) => {
    const disk = await mkdtemp(join(tmpdir(), 'heparin-chart-tablet-'))
    const started: BrowserContext[] = []
    await use({
      async start() {
        const context = await chromium.launchPersistentContext(disk, {
          ...launchOptions,
          baseURL: wire.baseURL,
          viewport: { width: 820, height: 1180 },
        })
        started.push(context)
        listenTo(context)
        return context.newPage()
      },
      async crash(page) {
        const session = await page.context().newCDPSession(page)
        const closed = page.context().waitForEvent('close')
        // The answer never comes: the browser is gone.
        session.send('Browser.crash').catch(() => undefined)
        await closed
      },
    })
    for (const context of started) await context.close().catch(() => undefined)
    await rm(disk, { recursive: true, force: true })
  },
})

async function signIn(page: Page, userId: string): Promise<void> {
  const reply = await page.context().request.post('/api/session', {
    data: { userId, password: passwordOf(userId) },
  })
  expect(reply.status()).toBe(200)
}

const VTE = { protocol: 'vte', rateMlPerHour: 14, started: '-3h' } as const

test('H23, CHART-10: STOP with the wire cut, the browser crashes, another person signs in: the stop arrives with its author, once', async ({
  chartAfter,
  device,
  pass,
  wire,
}) => {
  const chartId = await chartAfter(running({ surname: 'Ortiz', mrn: '7791001', kg: 80 }, VTE))
  // A tablet of the ward: it is known since an earlier shift.
  const before = await device.start()
  await signIn(before, 'rn.cole')
  await before.context().close()
  const page = await device.start()
  await signIn(page, 'rn.cole')
  await page.goto(`/charts/${chartId}`)
  await expect(chartPage(page).now).toContainText('14 mL/hr')
  await chartPage(page).stop.click()
  await expect(stopPage(page).reason('Suspected major bleeding')).toBeVisible()
  await allFetched(page)
  wire.cut()
  await stopPage(page).reason('Suspected major bleeding').click()
  await stopPage(page).withoutPin.click()
  await expect(page.getByRole('heading', { name: /^Stop the pump now\./ })).toBeVisible()
  await expect(stopAnywherePage(page).kept).toContainText(
    'Not on the record yet: kept on this tablet since 11:00',
  )
  await expect(stopAnywherePage(page).recorded).toHaveCount(0)
  await device.crash(page)

  wire.mend()
  // What the tablet counted on by itself lies before the next person takes it.
  await pass(10)
  const next = await device.start()
  await signIn(next, 'rn.baker')
  await next.goto(`/charts/${chartId}`)
  await expect(chartPage(next).now).toContainText('Ceased', { timeout: 30_000 })
  await expect(keptPage(next).badge).toHaveCount(0)
  const ceased = chartPage(next).timeline.getByText(/Suspected major bleeding/i)
  await expect(ceased).toHaveCount(1)
  await expect(chartPage(next).timeline).toContainText('Cole, Sam, RN, identity unconfirmed')
})

test('CHART-10, H35: a sample collected without the server meets a newer chart: a person looks and records it; two pages of one tablet send it once', async ({
  chartAfter,
  device,
  tablet,
  wire,
}) => {
  const chartId = await chartAfter(running({ surname: 'Park', mrn: '7791002', kg: 80 }, VTE))
  const page = await device.start()
  await signIn(page, 'rn.cole')
  await page.goto(`/charts/${chartId}/collect`)
  const act = actPage(page)
  await act.choice(/^Away from the heparin/).click()
  const other = await page.context().newPage()
  await other.goto('/')
  await expect(wardBoard(other).row('PARK')).toBeVisible()
  await expect(keptPage(other).badge).toHaveCount(0)
  for (const each of [page, other]) await allFetched(each)
  wire.cut()
  await act.button('Record the collection').click()
  await expect(page.getByText(/^Not on the record yet: kept on this tablet/)).toBeVisible()
  await expect(keptPage(other).badge).toHaveText('1 not on the record yet')

  const elsewhere = await tablet('rn.adams')
  await elsewhere.goto(`/charts/${chartId}/note`)
  await elsewhere.getByRole('textbox').first().fill('Family told')
  await actPage(elsewhere).button('Save the note').click()
  await expect(chartPage(elsewhere).timeline).toContainText('Family told')

  wire.mend()
  await other.goto('/kept')
  const kept = keptPage(other)
  await expect(kept.items).toContainText('the chart has changed since', { timeout: 30_000 })
  await expect(kept.news).toContainText('Note')
  await kept.record.click()
  await expect(kept.empty).toBeVisible()
  await other.goto(`/charts/${chartId}`)
  await expect(chartPage(other).timeline.getByText(/away from the heparin/)).toHaveCount(1)
  await expect(chartPage(other).timeline).toContainText('Cole, Sam, RN')
})
