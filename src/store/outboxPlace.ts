/**
 * Where the outbox lies on the tablet: a database whose writes are on the disk before they count, and for a stop a text
 * beside it, in case the browser refuses the database. Both are read, and both are emptied.
 */
import { isStopItem, type OutboxItem, readOutboxItem } from './outboxItem.ts'
import { readStopList, type StopList } from './stopList.ts'
import type { TabletStore } from './tabletDatabase.ts'

interface KeptItems {
  readonly items: readonly OutboxItem[]
  /** How many things of another build lie beside them. */
  readonly unreadable: number
  /** False where the browser did not let the database be read: there may be more. */
  readonly isWhole: boolean
}

export interface OutboxPlace {
  /** All that is kept, the oldest first. */
  read(): Promise<KeptItems>
  /** Whether it is kept: false where the browser refuses. */
  put(item: OutboxItem): Promise<boolean>
  remove(id: string): Promise<void>
  /** Lets one page at a time bring what is kept; another one goes without. */
  alone(act: () => Promise<void>): Promise<void>
  /** Calls back when another page has changed what is kept. */
  onChange(call: () => void): void
  /** Makes the kept list of the stop another one. */
  keepStopList(to: (before: StopList | null) => StopList): Promise<void>
  stopList(): Promise<StopList | null>
}

/** What the place stands on; `main.tsx` gives the browser's. */
export interface OutboxGround {
  /** Null where the browser refuses a database. */
  readonly open: () => Promise<TabletStore | null>
  readonly texts: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
  /** Missing where the page came over plain http. */
  readonly locks: LockManager | undefined
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | null
}

const ITEM = 'item/'
const LIST = 'stop-list'
const TEXT = 'heparin-chart.outbox/'
const LOCK = 'heparin-chart.outbox'

export function createOutboxPlace({ open, texts, locks, channel }: OutboxGround): OutboxPlace {
  let opened: Promise<TabletStore | null> | null = null
  let queue: Promise<unknown> = Promise.resolve()

  async function store(): Promise<TabletStore> {
    opened ??= open().catch(() => null)
    const found = await opened
    if (found === null) {
      opened = null
      throw new Error('the browser refuses to keep anything')
    }
    return found
  }
  /** One after the other, so that what is removed was put before. */
  function inTurn<T>(act: (to: TabletStore) => Promise<T>): Promise<T> {
    const done = queue.then(async () => act(await store()))
    queue = done.catch(() => {})
    return done
  }
  const changed = () => channel?.postMessage('changed')

  function putText(item: OutboxItem): boolean {
    try {
      texts.setItem(TEXT + item.id, JSON.stringify(item))
      return true
    } catch {
      return false
    }
  }
  function readTexts(): [string, unknown][] {
    try {
      const keys = Array.from({ length: texts.length }, (_, index) => texts.key(index) ?? '')
      return keys
        .filter((key) => key.startsWith(TEXT))
        .map((key) => [key.slice(TEXT.length), JSON.parse(texts.getItem(key) ?? 'null')])
    } catch {
      return []
    }
  }

  return {
    async read() {
      const stored = await inTurn((kept) => kept.readAll(ITEM)).catch(() => null)
      const values = new Map<string, unknown>(readTexts())
      for (const [key, value] of stored ?? []) values.set(key.slice(ITEM.length), value)
      const items = [...values.values()].map(readOutboxItem)
      return {
        items: items.filter((item) => item !== null).sort((a, b) => a.keptWall - b.keptWall),
        unreadable: items.filter((item) => item === null).length,
        isWhole: stored !== null,
      }
    },
    async put(item) {
      const inDatabase = inTurn((kept) => kept.put([ITEM + item.id, item])).then(
        () => true,
        () => false,
      )
      // A stop is said to be kept at once: a database that hangs holds nothing up.
      const isKept = (isStopItem(item) && putText(item)) || (await inDatabase)
      void inDatabase.then(changed)
      return isKept
    },
    async remove(id) {
      try {
        texts.removeItem(TEXT + id)
      } catch {
        // It is sent again under its id, which records nothing twice.
      }
      await inTurn((kept) => kept.remove(ITEM + id)).catch(() => {})
      changed()
    },
    async alone(act) {
      if (!locks) return act()
      await locks.request(LOCK, { ifAvailable: true }, async (lock) => {
        if (lock) await act()
      })
    },
    onChange: (call) => channel?.addEventListener('message', call),
    keepStopList: (to) =>
      inTurn((kept) => kept.change(LIST, (before) => to(readStopList(before)))).catch(() => {}),
    async stopList() {
      return readStopList(await inTurn((kept) => kept.read(LIST)).catch(() => null))
    },
  }
}
