import type { Entry } from '../src/chart/entries.ts'
import type { EntryStore } from './entryStore.ts'
import type { Live } from './live.ts'

/** How often the entries of other server processes are looked for, real time. */
const LOOK_EVERY_MS = 250
/** Entries of other processes that are older than this would be news to this one's tablets. */
const OLDEST_NEWS_MS = 5_000

/** Tells this process's viewers what other processes have committed to the same database. */
export interface Tail {
  /** Looks once. Entries of a chart are told in order; one that this process told itself may be told again. */
  look(): Promise<void>
  /** Notes an entry that this process has told. */
  note(entry: Entry): void
  /** Looks again and again, from where the charts stand now. */
  begin(reportFault: (fault: unknown) => void): Promise<void>
  end(): void
  /** Milliseconds since it last knew where every chart stands; null where it was never begun: nobody else writes. */
  ageMs(): number | null
  /** Whether what it last knew is new enough to be called live. */
  isFresh(): boolean
}

interface Told {
  readonly seq: number
  readonly wardId: string
}

/** A tail over the record: each chart's own `seq` is the cursor, for there is no global one. */
export function createTail(store: EntryStore, publish: Live['publish']): Tail {
  const told = new Map<string, Told>()
  /** As it was when the closed charts were last looked at. */
  let closedTally: string | null = null
  let next: NodeJS.Timeout | null = null
  let isEnded = false
  let isAway = false
  let lookedAt: number | null = null

  async function tellSince(chartId: string, now: Told): Promise<void> {
    const before = told.get(chartId) ?? { seq: 0, wardId: now.wardId }
    if (before.seq === now.seq) return
    const record = await store.record(chartId)
    const entries = record?.entries.filter((entry) => entry.seq > before.seq) ?? []
    for (const entry of entries) publish([before.wardId, now.wardId], entry)
    told.set(chartId, { seq: entries.at(-1)?.seq ?? before.seq, wardId: now.wardId })
  }

  async function look(): Promise<void> {
    for (const { chartId, ...place } of await store.everyOpenChart()) {
      await tellSince(chartId, place)
    }
    // Read before the charts: what comes in between is looked at again.
    const tally = await store.closedTally()
    if (tally === closedTally) return
    for (const { chartId, ...place } of await store.everyClosedChart()) {
      await tellSince(chartId, place)
    }
    closedTally = tally
  }

  /** A database that is away is told once, not at every look. */
  async function lookAndNote(reportFault: (fault: unknown) => void): Promise<void> {
    try {
      await look()
      lookedAt = performance.now()
      isAway = false
    } catch (fault) {
      if (!isAway) reportFault(fault)
      isAway = true
    }
  }

  function lookLater(reportFault: (fault: unknown) => void): void {
    next = setTimeout(async () => {
      await lookAndNote(reportFault)
      if (!isEnded) lookLater(reportFault)
    }, LOOK_EVERY_MS)
    next.unref()
  }

  const ageMs = () => (lookedAt === null ? null : performance.now() - lookedAt)

  return {
    look,
    note(entry) {
      const before = told.get(entry.chartId)
      if (before?.seq === entry.seq - 1) told.set(entry.chartId, { ...before, seq: entry.seq })
    },
    async begin(reportFault) {
      const tally = await store.closedTally()
      // The open ones first: one that closes in between is found again.
      const all = [...(await store.everyOpenChart()), ...(await store.everyClosedChart())]
      for (const { chartId, ...place } of all) told.set(chartId, place)
      closedTally = tally
      lookedAt = performance.now()
      lookLater(reportFault)
    },
    end() {
      isEnded = true
      if (next) clearTimeout(next)
    },
    ageMs,
    isFresh: () => (ageMs() ?? 0) <= OLDEST_NEWS_MS,
  }
}
