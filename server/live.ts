import type { Entry } from '../src/chart/entries.ts'
import { type Instant, isoOf } from '../src/time.ts'
import type { Clock } from './clock.ts'

/** How often every viewer hears the time, real time. */
export const BEAT_EVERY_MS = 5_000

/** Where a viewer's events go. */
export interface Sink {
  /** Takes one framed event; false when the viewer no longer keeps up. */
  write(event: Buffer): boolean
  end(): void
}

/** One open stream: who watches which ward. */
export interface Viewer {
  readonly wardId: string
  readonly userId: string
  readonly sessionKey: string
  /** Charts of other wards that this person may follow too, and until when. */
  readonly elsewhere: ReadonlyMap<string, Instant>
  readonly sink: Sink
}

/** The first event of a stream: where each open chart of the ward stands. */
type WardSnapshot = readonly { readonly chartId: string; readonly seq: number }[]

/** Server-sent events, ward by ward. */
export interface Live {
  /** Adds a viewer. Its first event is `ward`; what is committed while the snapshot is read follows it. */
  watch(viewer: Viewer, snapshot: () => Promise<WardSnapshot>): Promise<void>
  leave(viewer: Viewer): void
  /** Tells the viewers of these wards of a committed entry, and those of other wards who may follow its chart. */
  publish(wardIds: readonly string[], entry: Entry): void
  /** Tells every viewer the time, now, if what they have been told is all there is. */
  beat(): void
  /** Ends the streams of a session that was signed out or locked. */
  endSession(sessionKey: string): void
  /** The open streams. */
  viewers(): readonly Viewer[]
  /** Ends one stream. */
  end(viewer: Viewer): void
  /** Whose streams are open. */
  sessionKeys(): ReadonlySet<string>
  close(): void
}

/**
 * The live streams of this process, with the clinical clock in their beats. There is no beat while it is not informed of
 * what others commit: its tablets then say that they are out of date.
 */
export function createLive(clock: Clock, isInformed: () => boolean = () => true): Live {
  const wards = new Map<string, Map<Viewer, Buffer[] | null>>()
  /** The few of them who follow charts of other wards: an event is not held against every viewer of the house. */
  const withAccess = new Set<Viewer>()
  const beating = setInterval(beat, BEAT_EVERY_MS)
  beating.unref()

  /** One buffer for every viewer of the event. While a viewer's snapshot is read, its events wait. */
  function send(wardId: string, event: Buffer): void {
    for (const [viewer, waiting] of wards.get(wardId) ?? []) tell(viewer, waiting, event)
  }

  function tell(viewer: Viewer, waiting: Buffer[] | null, event: Buffer): void {
    if (waiting) waiting.push(event)
    else if (!viewer.sink.write(event)) drop(viewer)
  }

  /** An emergency access brings one chart of another ward with it, until it ends. */
  function sendElsewhere(wardIds: ReadonlySet<string>, chartId: string, event: Buffer): void {
    for (const viewer of [...withAccess].filter(({ wardId }) => !wardIds.has(wardId))) {
      const until = viewer.elsewhere.get(chartId)
      const waiting = wards.get(viewer.wardId)?.get(viewer) ?? null
      if (until !== undefined && clock.now() < until) tell(viewer, waiting, event)
    }
  }

  function leave(viewer: Viewer): void {
    const viewers = wards.get(viewer.wardId)
    viewers?.delete(viewer)
    withAccess.delete(viewer)
    if (viewers?.size === 0) wards.delete(viewer.wardId)
  }

  function drop(viewer: Viewer): void {
    leave(viewer)
    viewer.sink.end()
  }

  function beat(): void {
    if (!isInformed()) return
    const event = framed('beat', { now: isoOf(clock.now()) })
    for (const wardId of wards.keys()) send(wardId, event)
  }

  function viewers(): Viewer[] {
    return [...wards.values()].flatMap((each) => [...each.keys()])
  }

  function dropAll(which: (viewer: Viewer) => boolean): void {
    for (const viewer of viewers()) if (which(viewer)) drop(viewer)
  }

  return {
    async watch(viewer, snapshot) {
      const viewers = wards.get(viewer.wardId) ?? new Map<Viewer, Buffer[] | null>()
      const waiting: Buffer[] = []
      viewers.set(viewer, waiting)
      if (viewer.elsewhere.size > 0) withAccess.add(viewer)
      wards.set(viewer.wardId, viewers)
      const charts = await snapshot()
      if (!viewers.has(viewer)) return
      const first = framed('ward', { now: isoOf(clock.now()), charts })
      viewers.set(viewer, null)
      for (const event of [first, ...waiting]) viewer.sink.write(event)
    },
    leave,
    publish(wardIds, entry) {
      const event = framed('entry', { chartId: entry.chartId, entry })
      const told = new Set(wardIds)
      for (const wardId of told) send(wardId, event)
      sendElsewhere(told, entry.chartId, event)
    },
    beat,
    endSession: (sessionKey) => dropAll((viewer) => viewer.sessionKey === sessionKey),
    viewers,
    end: drop,
    sessionKeys: () => new Set(viewers().map((each) => each.sessionKey)),
    close() {
      clearInterval(beating)
      dropAll(() => true)
    },
  }
}

function framed(name: string, data: unknown): Buffer {
  return Buffer.from(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
}
