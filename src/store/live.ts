/**
 * A ward's live stream: what each chart of it has come to, each new entry, and a beat every 5 s. Whether it is
 * live is judged by the beat alone: 15 s without one and the ward is stale, whatever the network claims.
 */
import type { Entry } from '../chart/entries.ts'
import type { Instant } from '../time.ts'
import { beatEvent, entryEvent, wardEvent } from './wire.ts'

const STALE_AFTER_MS = 15_000
/** After an outage the tablets of a hospital come back spread over so long, each after one try at once. */
const RECONNECT_WITHIN_MS = 10_000

export interface LiveHandlers {
  onWard(charts: readonly { chartId: string; seq: number }[]): void
  onEntry(chartId: string, entry: Entry): void
  /** The server told its time: it is alive. */
  onBeat(now: Instant): void
  onStale(): void
  /** An event that this build cannot read: the record has moved on in a way it does not know. */
  onUnreadable(): void
}

export interface LiveSources {
  readonly open: (url: string) => EventSource
  /** Calls back once after so many milliseconds: `setTimeout`. */
  readonly after: (ms: number, call: () => void) => () => void
  /** A number from 0 up to 1: `Math.random`. */
  readonly chance: () => number
}

/** Follows a ward's stream until the returned function is called. */
export function followWard(
  wardId: string,
  { open, after, chance }: LiveSources,
  handlers: LiveHandlers,
): () => void {
  let source: EventSource | null = null
  let cancelStale = () => {}
  let cancelReconnect = () => {}
  /** A beat has come since the last try: the next one goes at once. */
  let wasLive = true

  function awaitBeat(): void {
    cancelStale()
    cancelStale = after(STALE_AFTER_MS, () => {
      handlers.onStale()
      connect()
      awaitBeat()
    })
  }
  function heard(now: Instant): void {
    wasLive = true
    awaitBeat()
    handlers.onBeat(now)
  }
  function connect(): void {
    source?.close()
    cancelReconnect()
    const opened = open(`/api/wards/${encodeURIComponent(wardId)}/stream`)
    source = opened
    opened.addEventListener('ward', (event) => {
      const ward = wardEvent.safeParse(jsonOf(event))
      if (!ward.success) return
      // First what there is to catch up with: live is who has caught up.
      handlers.onWard(ward.data.charts)
      awaitBeat()
      handlers.onBeat(ward.data.now)
    })
    opened.addEventListener('entry', (event) => {
      const told = entryEvent.safeParse(jsonOf(event))
      if (told.success) handlers.onEntry(told.data.chartId, told.data.entry)
      else handlers.onUnreadable()
    })
    opened.addEventListener('beat', (event) => {
      const beat = beatEvent.safeParse(jsonOf(event))
      if (beat.success) heard(beat.data.now)
    })
    opened.addEventListener('error', () => {
      // The browser's own next try would come to every tablet at the same time.
      opened.close()
      cancelReconnect()
      cancelReconnect = after(wasLive ? 0 : chance() * RECONNECT_WITHIN_MS, connect)
      wasLive = false
    })
  }

  awaitBeat()
  connect()
  return () => {
    cancelStale()
    cancelReconnect()
    source?.close()
  }
}

function jsonOf(event: Event): unknown {
  try {
    return JSON.parse((event as MessageEvent<string>).data)
  } catch {
    return undefined
  }
}
