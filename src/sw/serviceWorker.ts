/** The service worker: keeps the product's own files on the tablet and opens it from them without the server. */
import { createShell, type Shell } from './shell.ts'

/** An event that goes on until its promise has settled. */
interface LongEvent extends Event {
  waitUntil(done: Promise<unknown>): void
}
interface FetchEvent extends LongEvent {
  readonly request: Request
  respondWith(reply: Promise<Response>): void
}
interface NoticeEvent extends LongEvent {
  readonly notification: { close(): void }
}
interface WorkerScope {
  readonly caches: CacheStorage
  readonly location: { readonly origin: string }
  readonly clients: {
    claim(): Promise<void>
    matchAll(of: { type: 'window' }): Promise<readonly { focus(): Promise<unknown> }[]>
  }
  skipWaiting(): Promise<void>
  addEventListener(kind: 'install' | 'activate', listen: (event: LongEvent) => void): void
  addEventListener(kind: 'fetch', listen: (event: FetchEvent) => void): void
  addEventListener(kind: 'notificationclick', listen: (event: NoticeEvent) => void): void
  addEventListener(kind: 'message', listen: (event: MessageEvent) => void): void
}

/** Written in by the build. */
declare const SHELL: Shell
declare const self: WorkerScope

const built = SHELL
const shell = createShell(built, {
  caches: self.caches,
  fetch: (request) => fetch(request),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  origin: self.location.origin,
})

self.addEventListener('install', (event) => event.waitUntil(shell.install()))
// A new build waits until somebody takes it: no act is ever interrupted by one.
self.addEventListener('activate', (event) =>
  event.waitUntil(shell.activate().then(() => self.clients.claim())),
)
self.addEventListener('fetch', (event) => {
  const reply = shell.answer(event.request)
  if (reply !== null) event.respondWith(reply)
})
// The page says what it is about: whoever opens it has unlocked it first.
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(self.clients.matchAll({ type: 'window' }).then(([page]) => page?.focus()))
})
self.addEventListener('message', ({ data, ports }) => {
  if (data === 'which-build') ports[0]?.postMessage(built.entry)
  if (data === 'take-over') void self.skipWaiting()
})
