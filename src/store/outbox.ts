/**
 * The outbox: what was captured on this tablet and is not on the record yet. Each item is kept before it is sent, is sent
 * under its own command id until the server has it, and goes to a person where the server does not take it. It stays over
 * reload, kill, a new build and another person's sign-in.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Entry } from '../chart/entries.ts'
import { isoOf } from '../time.ts'
import type { Api } from './api.ts'
import { bringItem } from './bringItem.ts'
import type { ServerClock } from './clock.ts'
import { isStopItem, type OutboxItem } from './outboxItem.ts'
import type { OutboxPlace } from './outboxPlace.ts'

/** What has come onto the record since the page was opened; the entry is null where this build cannot read it. */
interface Recorded {
  readonly id: string
  /** As it was kept; null: it is not known here any more. */
  readonly item: OutboxItem | null
  readonly entry: Entry | null
}

export interface OutboxState {
  readonly items: readonly OutboxItem[]
  readonly recorded: readonly Recorded[]
  /** Items that the browser refused to keep: they are sent while this page is open, and no longer. */
  readonly onlyHere: readonly string[]
  /** Things of another build, which only that one can send. */
  readonly unreadable: number
}

/** What a screen captures; the outbox adds when and under which id. */
export type NewItem = Pick<
  OutboxItem,
  'chartId' | 'patient' | 'bed' | 'author' | 'command' | 'seenSeq'
> & { readonly id: string }

/** What became of one try. `kept`: not on the record yet. */
type Brought = { readonly kind: 'recorded' | 'kept' }

export interface Outbox {
  readonly state: StoreApi<OutboxState>
  /** Reads what is kept, and brings it. */
  start(): Promise<void>
  /** Keeps an item; it is in the state at once. `onlyHere` tells where the browser refused. */
  keep(item: NewItem): Promise<void>
  /** One try to bring an item to the record now. */
  bring(id: string): Promise<Brought>
  /** It came onto the record by another way. */
  settle(id: string, entry: Entry | null): Promise<void>
  /** While an item is on another way to the record, this page leaves it alone. */
  inHand<T>(id: string, act: () => Promise<T>): Promise<T>
  /** Tries everything that waits. */
  flush(): Promise<void>
  change(id: string, change: Partial<OutboxItem>): Promise<void>
}

interface OutboxParts {
  readonly place: OutboxPlace
  readonly api: Pick<Api, 'ask'>
  readonly clock: ServerClock
  readonly wall: () => number
  readonly after: (ms: number, call: () => void) => () => void
  readonly onRecorded: (entry: Entry) => void
}

const TRY_AGAIN_AFTER_MS = 5_000
/** Another page may still have it in hand. */
const LEFT_ALONE_MS = 12_000

export function createOutbox(parts: OutboxParts): Outbox {
  const { place, api, clock, wall, after, onRecorded } = parts
  const state = createStore<OutboxState>(() => ({
    items: [],
    recorded: [],
    onlyHere: [],
    unreadable: 0,
  }))
  const { getState, setState } = state
  /** Captured by this page since it was opened. */
  const own = new Set<string>()
  const busy = new Set<string>()
  let cancelNext = () => {}

  const itemOf = (id: string) => getState().items.find((item) => item.id === id)
  const others = (id: string) => getState().items.filter((item) => item.id !== id)

  async function put(item: OutboxItem): Promise<void> {
    const items = getState().items
    const isNew = !items.some(({ id }) => id === item.id)
    setState({
      items: isNew ? [...items, item] : items.map((each) => (each.id === item.id ? item : each)),
    })
    const isKept = await place.put(item)
    const onlyHere = getState().onlyHere.filter((id) => id !== item.id)
    setState({ onlyHere: isKept ? onlyHere : [...onlyHere, item.id] })
  }
  async function change(id: string, changes: Partial<OutboxItem>): Promise<void> {
    const item = itemOf(id)
    if (item) await put({ ...item, ...changes })
  }
  async function settle(id: string, entry: Entry | null): Promise<void> {
    const item = itemOf(id) ?? null
    setState({
      items: others(id),
      onlyHere: getState().onlyHere.filter((each) => each !== id),
      recorded: [...getState().recorded.filter((each) => each.id !== id), { id, item, entry }],
    })
    if (entry) onRecorded(entry)
    await place.remove(id)
  }

  /** Reads again what is kept; what only this page has stays with it. */
  async function read(): Promise<void> {
    const { items, unreadable, isWhole } = await place.read()
    const { onlyHere, recorded } = getState()
    // What lay with a person and lies there no more, somebody has decided on another page; all else this page brings.
    const isDecided = ({ needsPerson }: OutboxItem) => needsPerson && isWhole
    const staysHere = (item: OutboxItem) =>
      onlyHere.includes(item.id) || (own.has(item.id) && !isDecided(item))
    const here = getState().items.filter(
      (item) => staysHere(item) && !items.some((each) => each.id === item.id),
    )
    const open = items.filter(({ id }) => !recorded.some((each) => each.id === id))
    setState({ items: [...open, ...here], unreadable })
  }

  async function bring(id: string): Promise<Brought> {
    const item = itemOf(id)
    if (!item) return { kind: 'kept' }
    const became = await bringItem(item, { api, wall, keep: put })
    if (became.kind === 'recorded') await settle(id, became.entry)
    else await change(id, became.changes)
    return became
  }

  async function inHand<T>(id: string, act: () => Promise<T>): Promise<T> {
    busy.add(id)
    try {
      return await act()
    } finally {
      busy.delete(id)
      schedule()
    }
  }

  function isWaiting(item: OutboxItem): boolean {
    return !item.needsPerson && item.note === null && !busy.has(item.id)
  }
  function mayBring(item: OutboxItem): boolean {
    const age = wall() - item.keptWall
    return isWaiting(item) && (own.has(item.id) || age < 0 || age >= LEFT_ALONE_MS)
  }

  /** In order on each chart; a stop waits for nothing before it. */
  async function bringAll(): Promise<void> {
    await read()
    const silent = new Set<string>()
    for (const item of getState().items.filter(mayBring)) {
      if (silent.has(item.chartId) && !isStopItem(item)) continue
      const { kind } = await inHand(item.id, () => bring(item.id))
      if (kind === 'kept') silent.add(item.chartId)
    }
  }
  let flushing: Promise<void> | null = null
  function flush(): Promise<void> {
    flushing ??= place.alone(bringAll).finally(() => {
      flushing = null
      schedule()
    })
    return flushing
  }
  function schedule(): void {
    cancelNext()
    const { items, unreadable } = getState()
    if (items.some((item) => !item.needsPerson && item.note === null) || unreadable > 0) {
      cancelNext = after(TRY_AGAIN_AFTER_MS, () => void flush())
    }
  }

  return {
    state,
    async start() {
      place.onChange(() => void read().then(schedule))
      await read()
      await flush()
    },
    async keep(item) {
      own.add(item.id)
      await put({
        ...item,
        keptAt: clock.isKnown() ? isoOf(clock.now()) : null,
        keptWall: wall(),
        sent: false,
        needsPerson: false,
        refusal: null,
        note: null,
      })
      schedule()
    },
    bring: (id) => inHand(id, () => bring(id)),
    settle,
    inHand,
    flush,
    change,
  }
}
