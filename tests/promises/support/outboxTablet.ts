import { type Api, createApi } from '../../../src/store/api.ts'
import { type ChartStore, createChartStore } from '../../../src/store/chartStore.ts'
import { createServerClock } from '../../../src/store/clock.ts'
import { createDrafts } from '../../../src/store/drafts.ts'
import type { OutboxGround } from '../../../src/store/outboxPlace.ts'
import { newId } from '../../server/support/databases.ts'
import type { SharedTablet } from '../../server/support/sharedTablet.ts'
import type { Reply } from '../../server/support/ward.ts'
import { memoryOutbox, memoryStore, memoryTexts } from '../../support/memoryOutbox.ts'

/**
 * How the way to the server is. `cut`: nothing goes out. `reply-lost`: it is done, and no answer comes. `fails`: the
 * server is there and its database is not. `newer`: the server's entries have a field that this build does not know.
 */
export type Wire = 'whole' | 'cut' | 'reply-lost' | 'fails' | 'newer'

/** What a tablet keeps over a reload and a kill, and what it does with it. */
export interface Disk {
  readonly values: Map<string, unknown>
  readonly texts: Map<string, string>
  /** What of it the browser refuses. */
  readonly refuses: 'nothing' | 'database' | 'everything'
}

export function emptyDisk(refuses: Disk['refuses'] = 'nothing'): Disk {
  return { values: new Map(), texts: new Map(), refuses }
}

/** One page of the product on a tablet: its store, over the real server. */
export interface Page {
  readonly store: ChartStore
  wire: Wire
  /** Lets time pass on the tablet's clocks; what falls due is begun. */
  pass(ms: number): void
}

/** Opens a page on a tablet; `minutes`: so long after the first page its own clock began. */
export async function openPage(
  tablet: SharedTablet,
  disk: Disk,
  chartId: string,
  { minutes = 0, wire = 'whole' as Wire } = {},
): Promise<Page> {
  const timers = timersFrom(minutes * 60_000)
  const page: { wire: Wire } = { wire }
  const clock = createServerClock({ ...timers, wall: timers.elapsed })
  const store = createChartStore({
    api: apiOver(tablet, page),
    clock,
    drafts: createDrafts({ texts: memoryTexts(), clock }),
    live: { open: silentStream, after: timers.after, chance: () => 0 },
    storage: memoryTexts(),
    openKept: async () => null,
    outbox: memoryOutbox(groundOf(disk)),
    wall: timers.elapsed,
    newId,
    pause: async () => {},
  })
  await store.start()
  await store.outbox.flush()
  await store.loadChart(chartId)
  return Object.assign(page, { store, pass: timers.pass })
}

function groundOf({ values, texts, refuses }: Disk): Partial<OutboxGround> {
  return {
    open: async () => (refuses === 'nothing' ? memoryStore(values) : null),
    texts: memoryTexts(texts, refuses === 'everything'),
  }
}

function silentStream(): EventSource {
  return Object.assign(new EventTarget(), { close: () => {}, CLOSED: 2, readyState: 1 }) as never
}

function apiOver(tablet: SharedTablet, page: { readonly wire: Wire }): Api {
  const fetchNow = async (input: unknown, init: RequestInit = {}) => {
    const path = String(input)
    if (page.wire === 'cut') throw new TypeError('network')
    if (page.wire === 'fails' && init.method === 'POST') return new Response('{}', { status: 503 })
    const reply = await asked(tablet, path, init)
    if (page.wire === 'reply-lost') throw new TypeError('network')
    return responseOf(reply, page.wire)
  }
  return createApi(fetchNow as typeof fetch)
}

function responseOf({ body, status }: Reply, wire: Wire): Response {
  if (body === null || body === '') return new Response(null, { status })
  return new Response(JSON.stringify(wire === 'newer' ? withNewField(body) : body), { status })
}

function asked(tablet: SharedTablet, path: string, { method, body, headers }: RequestInit) {
  if (method === 'POST') {
    return tablet.post(path, JSON.parse(`${body}`), Object.fromEntries(new Headers(headers)))
  }
  return method === 'DELETE' ? tablet.delete(path) : tablet.get(path)
}

function withNewField(body: { entry?: object }): object {
  return body.entry ? { ...body, entry: { ...body.entry, anewField: true } } : body
}

/** Timers that move only when the test lets time pass. */
function timersFrom(start: number) {
  let now = start
  const waiting = new Set<{ at: number; call: () => void }>()
  return {
    elapsed: () => now,
    after(ms: number, call: () => void) {
      const timer = { at: now + ms, call }
      waiting.add(timer)
      return () => void waiting.delete(timer)
    },
    pass(ms: number) {
      now += ms
      for (const timer of [...waiting].filter(({ at }) => at <= now)) {
        waiting.delete(timer)
        timer.call()
      }
    },
  }
}
