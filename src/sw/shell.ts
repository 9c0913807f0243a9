/**
 * The product's own files kept on the tablet, so that it opens without the server. Patients' data never passes here:
 * nothing under /api is answered or kept.
 */

/** What a build consists of. */
export interface Shell {
  /** Changes with every file of the build. */
  readonly build: string
  /** Its main script: the page that runs it belongs to this build. */
  readonly entry: string
  /** The paths of all its files. */
  readonly files: readonly string[]
}

/** The parts of a browser that a shell stands on; tests give their own. */
export interface ShellSurroundings {
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete' | 'match'>
  readonly fetch: (request: Request) => Promise<Response>
  /** Resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>
  readonly origin: string
}

export interface KeptShell {
  /** Keeps every file of the build. @throws where one cannot be had: the build is then not kept at all */
  install(): Promise<void>
  /** Lets go of all builds but this one and the one before it, whose pages may still be open. */
  activate(): Promise<void>
  /** The answer to a request, or null: it is none of the shell's. */
  answer(request: Request): Promise<Response> | null
}

const PREFIX = 'heparin-chart-'
const PAGE = '/index.html'
const HASHED = '/assets/'
/** So long the server has to bring the page itself; then the kept one opens. */
const PAGE_WITHIN_MS = 3_000
const SERVER_FAULT = 500

/** @example createShell(shell, { caches, fetch, pause, origin: location.origin }) */
export function createShell({ build, files }: Shell, surroundings: ShellSurroundings): KeptShell {
  const { caches, fetch, pause, origin } = surroundings
  const name = `${PREFIX}${build}`
  const own = new Set(files)

  function isOwn({ pathname, origin: from }: URL): boolean {
    return from === origin && !/^\/api(\/|$)/.test(pathname)
  }
  function isKept({ pathname }: URL): boolean {
    return own.has(pathname) || pathname.startsWith(HASHED)
  }
  async function fileFor(path: string): Promise<Response> {
    // A hashed file never changes: what the build before has kept of it is it.
    const kept = path.startsWith(HASHED) ? await caches.match(`${origin}${path}`) : undefined
    if (kept) return kept
    const reply = await fetch(new Request(`${origin}${path}`, { cache: 'reload' }))
    if (!reply.ok) throw new Error(`${path}: ${reply.status}`)
    return reply
  }
  async function keptPage(): Promise<Response | undefined> {
    return (await caches.open(name)).match(`${origin}${PAGE}`)
  }
  async function fromServer(request: Request): Promise<Response | null> {
    try {
      const reply = await fetch(request)
      return reply.status < SERVER_FAULT ? reply : null
    } catch {
      return null
    }
  }
  /** The server's page first, so that an old build never hides a new one. */
  async function page(request: Request): Promise<Response> {
    const asked = fromServer(request)
    const reply = await Promise.race([asked, pause(PAGE_WITHIN_MS).then(() => null)])
    return reply ?? (await keptPage()) ?? (await asked) ?? Response.error()
  }
  async function file(request: Request): Promise<Response> {
    const kept = (await (await caches.open(name)).match(request)) ?? (await caches.match(request))
    return kept ?? fetch(request)
  }

  return {
    async install() {
      const cache = await caches.open(name)
      for (const path of files) await cache.put(`${origin}${path}`, await fileFor(path))
    },
    async activate() {
      const builds = (await caches.keys()).filter((each) => each.startsWith(PREFIX))
      const [before] = builds.filter((each) => each !== name).slice(-1)
      const over = builds.filter((each) => each !== name && each !== before)
      await Promise.all(over.map((each) => caches.delete(each)))
    },
    answer(request) {
      const url = new URL(request.url)
      if (request.method !== 'GET' || !isOwn(url)) return null
      if (request.mode !== 'navigate') return isKept(url) ? file(request) : null
      return isFile(url) ? null : page(request)
    },
  }
}

/** What has an ending is a file of its own, not a page of the product. */
function isFile({ pathname }: URL): boolean {
  return /\.[^/]*$/.test(pathname)
}
