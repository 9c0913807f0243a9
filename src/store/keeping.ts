/** Keeps the followed ward on this tablet while the server is there: gently, one chart after the other. */
import type { Entry } from '../chart/entries.ts'
import type { Reply } from './api.ts'
import type { ServerClock } from './clock.ts'
import type { KeptCharts, KeptWard } from './keptCharts.ts'
import type { Pause } from './settle.ts'
import type { EntriesPage, Session } from './wire.ts'

/** Between two charts that are read to be kept: the server has better things to do. */
const GENTLY_MS = 250
/** How often it is noted that the server was heard. */
const NOTED_EVERY_BEATS = 6

export interface Keeping {
  signedIn(session: Session): void
  /** How far the charts of a ward have come: what is missing here is read. */
  ward(wardId: string, charts: readonly { readonly chartId: string; readonly seq: number }[]): void
  entry(wardId: string, entry: Entry): void
  beat(wardId: string): void
  /** Erases all that is kept. */
  forget(): Promise<void>
  readSession(): Promise<{ session: Session; wardId: string } | null>
  readWard(wardId: string): Promise<KeptWard | null>
}

interface KeepingParts {
  /** Opens what is kept; null where the browser refuses. */
  readonly open: () => Promise<KeptCharts | null>
  /** Nothing is written before the first screen is there, which comes first. */
  readonly shown: Promise<void>
  readonly clock: ServerClock
  readonly wall: () => number
  readonly pause: Pause
  readonly readToKeep: (chartId: string, afterSeq: number) => Promise<Reply<EntriesPage>>
  /** Nothing can be kept here: the screens say so. */
  readonly onRefused: () => void
}

export function createKeeping(parts: KeepingParts): Keeping {
  const { open, shown, clock, wall, pause, readToKeep, onRefused } = parts
  let opened: Promise<KeptCharts | null> | null = null
  let queue: Promise<unknown> = shown
  /** What was begun for one person is not kept after their sign-out. */
  let person = 0
  let wardKept: string | null = null
  let told = new Map<string, number>()
  let reached = new Map<string, number>()
  let beats = 0

  async function kept(): Promise<KeptCharts | null> {
    opened ??= open().catch(() => null)
    const charts = await opened
    if (charts === null) onRefused()
    return charts
  }

  /** One act after the other; one that fails is tried again with the next word from the server. */
  function inTurn(act: (charts: KeptCharts) => Promise<void>): Promise<void> {
    const mine = person
    const done = queue.then(async () => {
      const charts = mine === person ? await kept() : null
      if (charts !== null && mine === person) await act(charts)
    })
    queue = done.catch(() => {
      // Full or refused: what was told is now more than what is kept, and the chart counts as not here.
      onRefused()
    })
    return done.catch(() => {})
  }

  async function fill(charts: KeptCharts, wardId: string, chartId: string): Promise<void> {
    const from = reached.get(chartId) ?? 0
    if (wardKept !== wardId || from >= (told.get(chartId) ?? 0)) return
    const reply = await readToKeep(chartId, from)
    if (reply.kind !== 'ok') return
    await add(charts, wardId, chartId, reply.value.entries)
    await pause(GENTLY_MS)
  }

  async function add(
    charts: KeptCharts,
    wardId: string,
    chartId: string,
    entries: readonly Entry[],
  ): Promise<void> {
    const from = reached.get(chartId) ?? 0
    const next = entries.filter(({ seq }) => seq > from)
    if (next.length === 0 || next.some(({ seq }, index) => seq !== from + index + 1)) return
    await charts.keepEntries(wardId, next)
    reached.set(chartId, from + next.length)
  }

  async function note(charts: KeptCharts, wardId: string): Promise<void> {
    const then = clock.told()
    if (wardKept !== wardId || then === null) return
    const list = [...told].map(([chartId, seq]) => ({ chartId, seq }))
    await charts.keepWard(wardId, list, then)
  }

  function fillAll(wardId: string): void {
    for (const chartId of told.keys()) {
      void inTurn((charts) => fill(charts, wardId, chartId))
    }
  }

  return {
    signedIn: (session) => void inTurn((charts) => charts.keepSession(session)),
    ward(wardId, list) {
      void inTurn(async (charts) => {
        wardKept = wardId
        told = new Map(list.map(({ chartId, seq }) => [chartId, seq]))
        reached = new Map(await charts.reached(wardId))
        for (const chartId of reached.keys()) {
          if (told.has(chartId)) continue
          await charts.forgetChart(wardId, chartId)
          reached.delete(chartId)
        }
        await note(charts, wardId)
        fillAll(wardId)
      })
    },
    entry(wardId, entry) {
      void inTurn(async (charts) => {
        if (wardKept !== wardId) return
        const { chartId, seq } = entry
        told.set(chartId, Math.max(seq, told.get(chartId) ?? 0))
        await add(charts, wardId, chartId, [entry])
        await fill(charts, wardId, chartId)
        await note(charts, wardId)
      })
    },
    beat(wardId) {
      beats += 1
      if (beats % NOTED_EVERY_BEATS !== 0) return
      void inTurn(async (charts) => note(charts, wardId))
      fillAll(wardId)
    },
    async forget() {
      person += 1
      wardKept = null
      await inTurn((charts) => charts.forgetAll())
    },
    async readSession() {
      return (await kept())?.session(wall()).catch(() => null) ?? null
    },
    async readWard(wardId) {
      return (await kept())?.ward(wardId).catch(() => null) ?? null
    },
  }
}
