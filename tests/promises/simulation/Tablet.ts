import { createApi } from '../../../src/store/api.ts'
import {
  type ChartStore,
  createChartStore,
  type Surroundings,
} from '../../../src/store/chartStore.ts'
import { createServerClock } from '../../../src/store/clock.ts'
import { createDrafts } from '../../../src/store/drafts.ts'
import { createKeptCharts } from '../../../src/store/keptCharts.ts'
import type { TabStorage } from '../../../src/store/keptCommands.ts'
import { createOutboxPlace } from '../../../src/store/outboxPlace.ts'
import { memoryStore, memoryTexts } from '../../support/memoryOutbox.ts'
import type { Chance } from './Chance.ts'
import type { Network } from './Network.ts'
import type { Listener, Request } from './ServerMachine.ts'
import { SimulatedSource } from './SimulatedSource.ts'
import type { Timeline } from './Timeline.ts'

/** What a planted fault may put in the place of the tablet's own. */
export interface TabletFaults {
  readonly surroundings?: (own: Surroundings, tablet: Tablet) => Surroundings
  readonly store?: (own: ChartStore, tablet: Tablet) => ChartStore
  readonly keepsCookies?: boolean
}

interface TabletParts {
  readonly name: string
  readonly timeline: Timeline
  readonly chance: Chance
  readonly network: Network
  readonly faults: TabletFaults
  /** Told of each reply that has reached the page. */
  readonly onReply: (request: Request) => void
  /** Told whenever anything on the tablet has changed. */
  readonly onChange: (tablet: Tablet) => void
}

/** One opening of the page: all of it is gone at a reload. */
interface Page {
  isOpen: boolean
  readonly store: ChartStore
  readonly sources: SimulatedSource[]
}

/** A tablet: a browser with its cookies and the storage of its tab, and the product's own store in the page. */
export class Tablet {
  readonly name: string
  /** When a beat, the ward's state or its board last reached the page. */
  heardAt = Number.NEGATIVE_INFINITY
  /** Since when its page has said without a break that it is live. */
  liveSince = Number.POSITIVE_INFINITY
  /** The wall clock of the device is wrong by so much; nothing may read it. */
  readonly clockErrorMs: number
  readonly kept = new Map<string, string>()
  /** What the browser keeps in its database, over reloads and sign-ins. */
  readonly keptCharts = new Map<string, unknown>()
  readonly outbox = new Map<string, unknown>()
  readonly texts = new Map<string, string>()
  isAsleep = false
  /** The last command id that the store asked for. */
  lastId = ''
  private page: Page | null = null
  private readonly parts: TabletParts
  private readonly cookies = new Map<string, string>()
  private deferred: (() => void)[] = []

  constructor(parts: TabletParts) {
    this.parts = parts
    this.name = parts.name
    const years = parts.chance.whole(-30, 30)
    this.clockErrorMs = years * 31_557_600_000 + parts.chance.whole(-50_000_000, 50_000_000)
  }

  get store(): ChartStore {
    if (!this.page) throw new Error('the page was never opened')
    return this.page.store
  }

  /** Whether this is still the page that the tablet shows. */
  shows(store: ChartStore): boolean {
    return this.page?.isOpen === true && this.page.store === store
  }

  /** Opens the page anew: what the tab kept is there, all else is gone. */
  async open(): Promise<void> {
    this.closePage()
    const sources: SimulatedSource[] = []
    const page = { isOpen: true, sources } as { isOpen: boolean; sources: SimulatedSource[] }
    const store = this.makeStore(page)
    const opened = Object.assign(page, { store })
    this.page = opened
    this.heardAt = this.parts.timeline.now
    this.liveSince = Infinity
    store.state.subscribe(() => {
      if (!page.isOpen) return
      const isLive = store.state.getState().connection === 'live'
      this.liveSince = isLive ? Math.min(this.liveSince, this.parts.timeline.now) : Infinity
      this.parts.onChange(this)
    })
    await store.start()
  }

  /** The browser is closed: the tab's storage and the session's cookie go with it. */
  closeBrowser(): void {
    this.closePage()
    this.kept.clear()
    this.cookies.delete('session')
  }

  /** The screen goes dark: nothing runs on it until it wakes. */
  sleep(): void {
    this.isAsleep = true
  }

  wake(): void {
    if (!this.isAsleep) return
    this.isAsleep = false
    const missed = this.deferred
    this.deferred = []
    for (const call of missed) call()
    this.store.wake()
  }

  private makeStore(page: { readonly isOpen: boolean; readonly sources: SimulatedSource[] }) {
    const { timeline, chance, faults } = this.parts
    const after = (ms: number, call: () => void) =>
      timeline.after(ms, () => this.whenAwake(page, call))
    const clock = createServerClock({
      elapsed: () => timeline.now,
      wall: () => this.wall(),
      after,
    })
    const own: Surroundings = {
      api: createApi(this.fetchFor(page) as typeof fetch),
      clock,
      drafts: createDrafts({ texts: memoryTexts(this.texts), clock }),
      wall: () => this.wall(),
      outbox: createOutboxPlace({
        open: async () => memoryStore(this.outbox),
        texts: memoryTexts(this.texts),
        locks: undefined,
        channel: null,
      }),
      openKept: async () => createKeptCharts(memoryStore(this.keptCharts)),
      live: {
        after,
        chance: () => chance.next(),
        open: (url) => {
          const opening = (listener: Listener) => this.openStream(page, url, listener)
          const source = new SimulatedSource(opening, after)
          page.sources.push(source)
          return source as unknown as EventSource
        },
      },
      storage: this.storage(),
      newId: () => {
        this.lastId = chance.uuid()
        return this.lastId
      },
      pause: (ms) => new Promise((resolve) => after(ms, resolve)),
    }
    const store = createChartStore(faults.surroundings?.(own, this) ?? own)
    return faults.store?.(store, this) ?? store
  }

  /** The device's own clock. */
  private wall(): number {
    return this.parts.timeline.now + this.clockErrorMs
  }

  private storage(): TabStorage {
    const { kept } = this
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    }
  }

  private fetchFor(page: { readonly isOpen: boolean }) {
    return (path: string, init: RequestInit) =>
      new Promise<object>((resolve, reject) => {
        const request: Request = {
          method: init.method as Request['method'],
          path,
          cookie: this.cookieHeader(),
          body: typeof init.body === 'string' ? init.body : null,
        }
        init.signal?.addEventListener('abort', () =>
          this.whenAwake(page, () => reject(new TypeError('timeout'))),
        )
        this.parts.network.request(this.name, request).then(
          (reply) =>
            this.whenAwake(page, () => {
              this.takeCookies(reply.setCookies)
              this.parts.onReply(request)
              // A board too says how far every chart of the ward has come.
              if (path.endsWith('/board') && reply.status === 200) {
                this.heardAt = this.parts.timeline.now
              }
              resolve({
                ok: reply.status < 300,
                status: reply.status,
                text: async () => reply.body,
              })
            }),
          (error) => this.whenAwake(page, () => reject(error)),
        )
      })
  }

  private openStream(page: { readonly isOpen: boolean }, path: string, listener: Listener) {
    const { network, timeline } = this.parts
    return network.stream(
      this.name,
      { path, cookie: this.cookieHeader() },
      {
        hear: (text) =>
          this.whenAwake(page, () => {
            if (listener.hear(text) && /^event: (beat|ward)/m.test(text)) {
              this.heardAt = timeline.now
            }
          }),
        ended: () => this.whenAwake(page, listener.ended),
      },
    )
  }

  /** Nothing runs for a page that is gone, and nothing on a tablet that sleeps. */
  private whenAwake(page: { readonly isOpen: boolean }, call: () => void): void {
    if (!page.isOpen) return
    if (this.isAsleep) this.deferred.push(() => this.whenAwake(page, call))
    else call()
  }

  private closePage(): void {
    this.isAsleep = false
    this.deferred = []
    if (!this.page) return
    this.page.isOpen = false
    for (const source of this.page.sources) source.close()
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  private takeCookies(set: readonly string[]): void {
    for (const text of set) {
      const [pair = ''] = text.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (value !== '') this.cookies.set(name, value)
      else if (!this.parts.faults.keepsCookies) this.cookies.delete(name)
    }
  }
}
