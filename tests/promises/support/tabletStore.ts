import { type IncomingMessage, request } from 'node:http'
import { createApi } from '../../../src/store/api.ts'
import { type ChartStore, createChartStore } from '../../../src/store/chartStore.ts'
import { createServerClock } from '../../../src/store/clock.ts'
import { createDrafts } from '../../../src/store/drafts.ts'
import { newCommandId } from '../../../src/store/newCommandId.ts'
import { memoryStorage } from '../../support/fakeWard.ts'
import { memoryOutbox, memoryTexts } from '../../support/memoryOutbox.ts'

/** The store of a tablet, as it is in the browser, over a real wire. */
export interface TabletStore {
  readonly store: ChartStore
  close(): void
}

/** Starts a tablet's store on a server's address in a session. `chance` spreads its tries to come back. */
export async function tabletStore(
  address: string,
  cookie: string,
  chance: () => number,
): Promise<TabletStore> {
  const timers = new Set<NodeJS.Timeout>()
  const streams = new Set<WireSource>()
  const after = (ms: number, call: () => void) => {
    const timer = setTimeout(call, ms)
    timers.add(timer)
    return () => clearTimeout(timer)
  }
  const ask = (path: unknown, init: RequestInit = {}) =>
    fetch(`${address}${path}`, { ...init, headers: { ...init.headers, cookie } })
  const clock = createServerClock({ elapsed: () => performance.now(), wall: () => 0, after })
  const store = createChartStore({
    api: createApi(ask as typeof fetch),
    clock,
    drafts: createDrafts({ texts: memoryTexts(), clock }),
    live: {
      open: (path) => {
        const source = new WireSource(`${address}${path}`, cookie)
        streams.add(source)
        return source as unknown as EventSource
      },
      after,
      chance,
    },
    storage: memoryStorage(),
    openKept: async () => null,
    wall: () => 0,
    outbox: memoryOutbox(),
    newId: newCommandId,
    pause: (ms) => new Promise((resolve) => after(ms, () => resolve())),
  })
  await store.start()
  return {
    store,
    close() {
      for (const timer of timers) clearTimeout(timer)
      for (const stream of streams) stream.close()
    },
  }
}

/** What the store uses of a browser's event source, over Node's sockets. */
class WireSource extends EventTarget {
  readonly CLOSED = 2
  readyState = 0
  readonly #asked

  constructor(url: string, cookie: string) {
    super()
    this.#asked = request(url, { agent: false, headers: { cookie } }, (reply) => this.#hear(reply))
    this.#asked.on('error', () => this.#fail())
    this.#asked.end()
  }

  #hear(reply: IncomingMessage): void {
    let text = ''
    reply.setEncoding('utf8')
    reply.on('data', (chunk: string) => {
      const events = (text + chunk).split('\n\n')
      text = events.pop() ?? ''
      for (const each of events) {
        const [, name, data] = each.match(/^event: (\w+)\ndata: (.*)$/) ?? []
        if (name !== undefined) this.dispatchEvent(Object.assign(new Event(name), { data }))
      }
    })
    reply.on('error', () => {})
    reply.on('close', () => this.#fail())
  }

  #fail(): void {
    if (this.readyState === this.CLOSED) return
    this.dispatchEvent(new Event('error'))
  }

  close(): void {
    this.readyState = this.CLOSED
    this.#asked.destroy()
  }
}
