import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { chartPage } from '../pages/chartPage.ts'
import { stopPage } from '../pages/stopPage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { openAs } from '../support/stage.ts'
import { test as base } from '../support/test.ts'

/** A server in front of the ward's that can hand out the next build's service worker. */
interface Renewal {
  readonly baseURL: string
  renew(): void
}

const test = base.extend<{ renewal: Renewal }>({
  serviceWorkers: 'allow',
  renewal: async ({ ward }, use) => {
    let isRenewed = false
    const server = createServer((asked, reply) => {
      void hand(asked, reply, ward.baseURL, isRenewed && asked.url === '/serviceWorker.js')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await use({
      baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      renew() {
        isRenewed = true
      },
    })
    server.closeAllConnections()
    server.close()
  },
})

/** Hands a request on; the worker of the next build names another build and another main script. */
async function hand(asked: IncomingMessage, reply: ServerResponse, to: string, isNext: boolean) {
  // The next build's worker is not the one that the browser has.
  const { 'if-none-match': __, 'if-modified-since': ___, ...first } = asked.headers
  const onward = request(
    `${to}${asked.url}`,
    { method: asked.method, headers: isNext ? first : asked.headers },
    (said) => {
      if (!isNext) {
        reply.writeHead(said.statusCode ?? 0, said.headers)
        said.pipe(reply)
        return
      }
      const chunks: Buffer[] = []
      said.on('data', (chunk: Buffer) => chunks.push(chunk))
      said.on('end', () => {
        const { 'content-length': _, ...headers } = said.headers
        reply.writeHead(said.statusCode ?? 0, headers)
        reply.end(nextBuild(Buffer.concat(chunks).toString()))
      })
    },
  )
  onward.on('error', () => reply.destroy())
  reply.on('close', () => onward.destroy())
  asked.pipe(onward)
}

function nextBuild(worker: string): string {
  const next = worker
    .replace(/(build"?:\s*["'`])[0-9a-f]{16}/, '$1ffffffffffffffff')
    .replace(/(entry"?:\s*["'`])[^"'`]+/, '$1/assets/index-next.js')
  if (!next.includes('ffffffffffffffff') || !next.includes('index-next.js')) {
    throw new Error('the worker names no build that could be renewed')
  }
  return next
}

test('the product is installable: the browser itself reads the manifest and finds nothing missing', async ({
  page,
}) => {
  await openAs(page, 'rn.adams', '/')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  const browser = await page.context().newCDPSession(page)
  const manifest = await browser.send('Page.getAppManifest')
  expect(manifest.errors).toEqual([])
  expect(JSON.parse(manifest.data ?? '{}')).toMatchObject({
    id: '/',
    scope: '/',
    start_url: '/',
    display: 'standalone',
  })
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors')
  // A test's window is a private one, which is all that stands in the way of an icon on its screen.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
})

test('a new build is offered and never taken by itself: not within an act, and STOP works on the old one', async ({
  browser,
  renewal,
  listenTo,
}) => {
  const context = await browser.newContext({ baseURL: renewal.baseURL, serviceWorkers: 'allow' })
  listenTo(context)
  const page = await context.newPage()
  await openAs(page, 'rn.adams', '/')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await wardBoard(page).row('SINGH').click()
  await expect(chartPage(page).now).toBeVisible()
  await page.reload()
  await expect(chartPage(page).now).toBeVisible()

  await chartPage(page).stop.click()
  await expect(stopPage(page).reason('Suspected major bleeding')).toBeVisible()
  const offered = page.getByRole('status').filter({ hasText: 'A new version is ready' })
  await page.evaluate(() => {
    document.body.dataset['opened'] = 'before'
  })
  renewal.renew()
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration?.update()
  })
  await expect
    .poll(() =>
      page.evaluate(async () =>
        Boolean((await navigator.serviceWorker.getRegistration())?.waiting),
      ),
    )
    .toBe(true)
  await expect(offered).toHaveCount(0)
  await stopPage(page).reason('Suspected major bleeding').click()
  await stopPage(page).withoutPin.click()
  await expect(stopPage(page).done).toBeVisible()
  await stopPage(page).back.click()
  await expect(offered).toBeVisible()
  await expect(page.locator('body[data-opened="before"]')).toHaveCount(1)

  await offered.getByRole('button', { name: 'Take it now' }).click()
  await expect(page.locator('body[data-opened="before"]')).toHaveCount(0)
  await expect(chartPage(page).now).toContainText('Ceased')
  await expect(offered).toHaveCount(0)
  await context.close()
})
