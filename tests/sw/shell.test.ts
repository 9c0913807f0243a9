import { expect, test } from 'vitest'
import { shellOf } from '../../src/sw/serviceWorkerPlugin.ts'
import { createShell, type Shell } from '../../src/sw/shell.ts'

const ORIGIN = 'http://ward'
const FIRST: Shell = {
  build: 'first',
  entry: '/assets/index-1.js',
  files: ['/assets/index-1.js', '/assets/same.js', '/index.html'],
}
const SECOND: Shell = {
  build: 'second',
  entry: '/assets/index-2.js',
  files: ['/assets/index-2.js', '/assets/same.js', '/index.html'],
}

/** The caches of a browser, and a server that hands out what its build has. */
function browser() {
  const stored = new Map<string, Map<string, string>>()
  const asked: string[] = []
  const way = { fetch: async (path: string): Promise<Response> => new Response(`server ${path}`) }
  const pathOf = (request: Request | string) =>
    new URL(typeof request === 'string' ? request : request.url).pathname
  const cacheOver = (files: Map<string, string>) => ({
    match: async (request: Request | string) => {
      const text = files.get(pathOf(request))
      return text === undefined ? undefined : new Response(text)
    },
    put: async (request: Request | string, reply: Response) => {
      files.set(pathOf(request), await reply.text())
    },
  })
  const open = async (name: string) => {
    const files = stored.get(name) ?? new Map<string, string>()
    stored.set(name, files)
    return cacheOver(files)
  }
  const caches = {
    open,
    keys: async () => [...stored.keys()],
    delete: async (name: string) => stored.delete(name),
    match: async (request: Request | string) => {
      for (const files of stored.values()) {
        const found = await cacheOver(files).match(request)
        if (found) return found
      }
      return undefined
    },
  } as unknown as CacheStorage
  let giveUp = () => {}
  const shell = (of: Shell) =>
    createShell(of, {
      caches,
      fetch: (request) => {
        asked.push(pathOf(request))
        return way.fetch(pathOf(request))
      },
      pause: () => new Promise((resolve) => (giveUp = resolve)),
      origin: ORIGIN,
    })
  return { stored, asked, way, shell, giveUp: () => giveUp() }
}

/** A request as the browser makes it; only the browser itself can make one for a page. */
function request(path: string, mode: RequestMode = 'cors', method = 'GET'): Request {
  return Object.defineProperty(new Request(`${ORIGIN}${path}`, { method }), 'mode', { value: mode })
}
const textOf = async (reply: Promise<Response> | null) => (await reply)?.text()
const gone = async (): Promise<Response> => {
  throw new TypeError('network')
}

test('nothing under /api is ever answered or kept, nor what is sent, nor another origin', () => {
  const shell = browser().shell(FIRST)
  expect(shell.answer(request('/api/session'))).toBeNull()
  expect(shell.answer(request('/api', 'navigate'))).toBeNull()
  expect(shell.answer(request('/api/openapi.json', 'navigate'))).toBeNull()
  expect(shell.answer(request('/index.html', 'cors', 'POST'))).toBeNull()
  expect(shell.answer(new Request('http://elsewhere/index.html'))).toBeNull()
  expect(shell.answer(request('/unknown.txt'))).toBeNull()
})

test('every file of the build is kept, and every page opens from them with the server gone', async () => {
  const { shell, way, stored } = browser()
  const kept = shell(FIRST)
  await kept.install()
  expect([...(stored.get('heparin-chart-first')?.keys() ?? [])]).toEqual(FIRST.files)
  way.fetch = gone
  expect(await textOf(kept.answer(request('/charts/1/stop', 'navigate')))).toBe(
    'server /index.html',
  )
  expect(await textOf(kept.answer(request('/assets/same.js')))).toBe('server /assets/same.js')
})

test('the server’s page comes first, so that an old build hides no new one; a silent or broken server does not hold it up', async () => {
  const { shell, way, giveUp } = browser()
  const kept = shell(FIRST)
  await kept.install()
  expect(await textOf(kept.answer(request('/', 'navigate')))).toBe('server /')
  way.fetch = async () => new Response('a proxy’s own page', { status: 502 })
  expect(await textOf(kept.answer(request('/', 'navigate')))).toBe('server /index.html')
  way.fetch = () => new Promise(() => {})
  const slow = kept.answer(request('/', 'navigate'))
  giveUp()
  expect(await textOf(slow)).toBe('server /index.html')
})

test('one file that cannot be had, and the build is not kept: never half of one', async () => {
  const { shell, way } = browser()
  way.fetch = async (path) => new Response('', { status: path === '/assets/same.js' ? 404 : 200 })
  await expect(shell(FIRST).install()).rejects.toThrow('/assets/same.js: 404')
})

test('a new build fetches only what is new; the one before stays for pages that are still open, older ones go', async () => {
  const { shell, asked, stored, way } = browser()
  await shell(FIRST).install()
  asked.length = 0
  const next = shell(SECOND)
  await next.install()
  expect(asked).toEqual(['/assets/index-2.js', '/index.html'])
  await next.activate()
  expect([...stored.keys()]).toEqual(['heparin-chart-first', 'heparin-chart-second'])
  way.fetch = gone
  expect(await textOf(next.answer(request('/assets/index-1.js')))).toBe('server /assets/index-1.js')
  way.fetch = async (path) => new Response(`server ${path}`)
  const third = shell({ ...SECOND, build: 'third' })
  await third.install()
  await third.activate()
  expect([...stored.keys()]).toEqual(['heparin-chart-second', 'heparin-chart-third'])
})

test('the build’s name changes with any of its files, and neither maps nor hidden files are kept', () => {
  const files = [
    { path: 'index.html', content: 'page' },
    { path: 'assets/a.js', content: 'a' },
  ]
  const built = shellOf(files)
  expect(built.files).toEqual(['/assets/a.js', '/index.html'])
  expect(shellOf([...files].reverse())).toEqual(built)
  expect(shellOf([{ path: 'index.html', content: 'other' }, ...files.slice(1)]).build).not.toBe(
    built.build,
  )
  const hidden = { path: '.vite/manifest.json', content: '{}' }
  expect(shellOf([...files, hidden, { path: 'assets/a.js.map', content: '' }])).toEqual(built)
})
