import type { Entry } from '../../src/chart/entries.ts'
import { type Api, createApi } from '../../src/store/api.ts'
import { type ChartStore, createChartStore } from '../../src/store/chartStore.ts'
import { createServerClock } from '../../src/store/clock.ts'
import { createDrafts } from '../../src/store/drafts.ts'
import type { KeptCharts } from '../../src/store/keptCharts.ts'
import type { TabStorage } from '../../src/store/keptCommands.ts'
import type { OutboxGround, OutboxPlace } from '../../src/store/outboxPlace.ts'
import { type Instant, isoOf } from '../../src/time.ts'
import { memoryOutbox, memoryTexts } from './memoryOutbox.ts'

/** One request as the server sees it. */
export interface Seen {
  readonly method: string
  readonly path: string
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever was sent and asserts on it
  readonly body: any
  /** Whom the page said that it shows. */
  readonly shownUser?: string | null
}

/** What the server answers: a status with a body, or nothing that ever arrives. */
export type Answer = { readonly status: number; readonly body: unknown } | 'lost'
type Answering = (seen: Seen) => Answer | null | Promise<Answer | null>

export const NOW = Date.parse('2027-03-10T04:00:00Z') as Instant

export const ADAMS = {
  userId: 'rn.adams',
  name: 'Adams, Jo',
  role: 'RN',
  competencies: { learningPackageUntil: '2028-03-01T00:00:00Z', ivUnits: false, notation: false },
}

export function sessionOf(user: object = ADAMS, now: Instant = NOW) {
  return {
    user,
    wards: [{ wardId: '7-west', name: '7 West' }],
    facility: { name: 'Demonstration Hospital', timeZone: 'Australia/Sydney' },
    now: isoOf(now),
  }
}

export function problemOf(status: number, title: string, more: object = {}): Answer {
  return { status, body: { type: '/problems/test', title, status, ...more } }
}

/** A tablet with its store: the server, the stream, the clocks and the tab's storage are the test's. */
export interface FakeWard {
  readonly store: ChartStore
  readonly seen: Seen[]
  /** What the tab keeps over a reload, as text. */
  kept(): string
  /** Sends an event down the open stream. */
  stream(event: 'ward' | 'entry' | 'beat', data: object): void
  /** Lets time pass, on every clock of the tablet. */
  pass(ms: number): void
  openStreams(): number
}

export interface FakeWardOptions {
  readonly answer?: Answering
  readonly user?: object
  readonly now?: Instant
  readonly charts?: readonly (readonly Entry[])[]
  readonly board?: object
  readonly signedIn?: boolean
  readonly storage?: TabStorage
  /** What the tablet keeps for reading without the server; null: the browser refuses. */
  readonly kept?: KeptCharts | null
  /** What the tablet keeps until it is on the record. */
  readonly outbox?: OutboxPlace
  /** Where half-done steps are kept; without it, in the page's own storage where there is a page. */
  readonly texts?: OutboxGround['texts']
  /** The tablet's own clock; without it, it shows the server's time. */
  readonly wall?: () => number
}

class FakeSource extends EventTarget {
  readonly CLOSED = 2
  readyState = 1
  close(): void {
    this.readyState = this.CLOSED
  }
}

/** @example const { store, stream } = fakeWard({ charts: [entries] }) */
export function fakeWard(options: FakeWardOptions = {}): FakeWard {
  const { now = NOW, user = ADAMS } = options
  const seen: Seen[] = []
  const sources: FakeSource[] = []
  const storage = options.storage ?? memoryStorage()
  const timers = fakeTimers()
  let ids = 0
  const wall = options.wall ?? (() => now + timers.elapsed())

  const serverNow = () => (now + timers.elapsed()) as Instant
  const usual = usualAnswers(options, user, serverNow)
  const fetchNow = async (input: unknown, init: RequestInit = {}) => {
    const request = {
      method: init.method ?? 'GET',
      path: String(input),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : null,
      shownUser: new Headers(init.headers).get('shown-user'),
    }
    seen.push(request)
    const answer = (await options.answer?.(request)) ?? usual(request)
    if (answer === 'lost') throw new TypeError('network')
    const text = answer.body === null ? null : JSON.stringify(answer.body)
    return new Response(text, { status: answer.status })
  }
  const api: Api = createApi(fetchNow as typeof fetch)
  const clock = createServerClock({ elapsed: timers.elapsed, wall, after: timers.after })
  const store = createChartStore({
    api,
    clock,
    live: {
      open: () => {
        const source = new FakeSource()
        sources.push(source)
        return source as unknown as EventSource
      },
      after: timers.after,
      chance: () => 0.5,
    },
    storage,
    openKept: async () => (options.kept === undefined ? KEEPS_NOTHING_READ : options.kept),
    outbox: options.outbox ?? memoryOutbox(),
    drafts: createDrafts({ texts: options.texts ?? textsOfPage(), clock }),
    wall,
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    pause: async () => {},
  })
  return {
    store,
    seen,
    kept: () => storage.getItem('heparin-chart.unanswered') ?? '',
    stream(event, data) {
      const source = sources.at(-1)
      source?.dispatchEvent(Object.assign(new Event(event), { data: JSON.stringify(data) }))
    },
    pass: timers.pass,
    openStreams: () => sources.filter(({ readyState }) => readyState === 1).length,
  }
}

function usualAnswers(options: FakeWardOptions, user: object, now: () => Instant) {
  const { charts = [], board = { charts: [] }, signedIn = true } = options
  return (seen: Seen): Answer => {
    if (seen.path === '/api/session') {
      return sessionAnswer(seen, signedIn, { status: 200, body: sessionOf(user, now()) })
    }
    if (seen.path.endsWith('/board')) return { status: 200, body: { now: isoOf(now()), ...board } }
    return entriesAnswer(seen, charts)
  }
}

function sessionAnswer({ method }: Seen, signedIn: boolean, session: Answer): Answer {
  if (method === 'DELETE') return { status: 204, body: null }
  return method === 'POST' || signedIn ? session : problemOf(401, 'Nobody is signed in')
}

function entriesAnswer({ path }: Seen, charts: readonly (readonly Entry[])[]): Answer {
  const read = /^\/api\/charts\/([^/]+)\/entries\?after=(\d+)(?:&keep=1)?$/.exec(path)
  const entries = charts.find(([first]) => first?.chartId === read?.[1])
  if (!read || !entries) return problemOf(404, 'There is no such chart')
  const later = entries.filter(({ seq }) => seq > Number(read[2]))
  return { status: 200, body: { version: entries.at(-1)?.version, entries: later } }
}

/** A tablet that takes everything and is never asked. */
const KEEPS_NOTHING_READ: KeptCharts = {
  session: async () => null,
  ward: async () => null,
  keepSession: async () => {},
  keepWard: async () => {},
  keepEntries: async () => {},
  reached: async () => new Map(),
  forgetChart: async () => {},
  forgetAll: async () => {},
}

/** The page's own, so that a page rendered anew finds them; the test empties it. */
function textsOfPage(): OutboxGround['texts'] {
  return 'sessionStorage' in globalThis ? globalThis.sessionStorage : memoryTexts()
}

/** A tab's storage in memory. */
export function memoryStorage(): TabStorage {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  }
}

/** Timers that move only when the test lets time pass. */
function fakeTimers() {
  let elapsed = 0
  const waiting = new Set<{ at: number; call: () => void }>()
  return {
    elapsed: () => elapsed,
    after(ms: number, call: () => void) {
      const timer = { at: elapsed + ms, call }
      waiting.add(timer)
      return () => void waiting.delete(timer)
    },
    pass(ms: number) {
      const end = elapsed + ms
      for (;;) {
        const next = [...waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        waiting.delete(next)
        elapsed = next.at
        next.call()
      }
      elapsed = end
    },
  }
}
