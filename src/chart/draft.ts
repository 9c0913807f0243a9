/** The chart while `fold` builds it: the same shape, open to change, never seen outside `fold`. */
import { type Instant, instantOf, minuteOf } from '../time.ts'
import type { CareEvent } from './care.ts'
import type { Chart, DoseEvent, DoseEventKind, Infusion, Owed } from './chart.ts'
import type { Entry, EntryKind, EntryOf } from './entries.ts'

type Open<T> = T extends readonly (infer U)[]
  ? U[]
  : T extends ReadonlyMap<infer K, infer V>
    ? Map<K, V>
    : T

export type Draft = { -readonly [K in keyof Chart]: Open<Chart[K]> } & {
  /** The earliest collection among the results of each laboratory number. */
  readonly firstOfNumber: Map<string, Instant>
}

/** What each kind of entry does to the chart; one that is missing does nothing. */
export type Handlers = { readonly [K in EntryKind]?: (draft: Draft, entry: EntryOf<K>) => void }

export const notStarted: Infusion = {
  status: 'not-started',
  since: null,
  rateMlPerHour: null,
  setBySeq: null,
  stop: null,
  interruption: null,
  cease: null,
  firstStartedAt: null,
  rateUnconfirmed: false,
}

/** When an act took effect, by which entry. */
export interface Effect {
  readonly at: Instant
  readonly seq: number
  readonly actSeq: number
}

export function effectOf(entry: Entry): Effect {
  return { at: instantOf(entry.happenedAt), seq: entry.seq, actSeq: entry.seq }
}

export function addEvent(
  draft: Draft,
  kind: DoseEventKind,
  effect: Effect,
  rateMlPerHour: number | null,
  staling = true,
): void {
  const { seq, actSeq, at } = effect
  draft.events.push({ kind, seq, actSeq, at, rateMlPerHour, staling })
}

/** Something found that waits for an MO (BLEED-1, OBS-1, AE-1). */
export function addCareEvent(draft: Draft, about: CareEvent['about'], { seq, at }: Effect): void {
  draft.careEvents.push({ seq, at, about, reviewedBy: null, isAdverse: true })
}

/** The infusion runs at this rate from here: what start, change, restart, resume and recommence have in common. */
export function run(draft: Draft, effect: Effect, rateMlPerHour: number): void {
  draft.infusion = {
    ...notStarted,
    status: 'running',
    since: effect.at,
    rateMlPerHour,
    setBySeq: effect.actSeq,
    firstStartedAt: draft.infusion.firstStartedAt ?? effect.at,
  }
}

export function addOwed(
  draft: Draft,
  entry: Entry,
  kind: Owed['kind'],
  identity: 'confirmed' | 'unconfirmed' = 'confirmed',
): void {
  draft.owed.push({
    actSeq: entry.seq,
    at: instantOf(entry.happenedAt),
    by: entry.by,
    kind,
    secondMissing: true,
    firstMissing: identity === 'unconfirmed',
    kept:
      entry.kind === 'rateKept'
        ? { resultSeq: entry.resultSeq, rateMlPerHour: draft.infusion.rateMlPerHour }
        : null,
  })
}

/** The latest event of a chart by clinical time, among those that `counts`; the later entry where the minute is the same. */
export function lastEvent(
  events: readonly DoseEvent[],
  counts: (event: DoseEvent) => boolean,
): DoseEvent | null {
  let last: DoseEvent | null = null
  for (const event of events) {
    if (counts(event) && (last === null || minuteOf(event.at) >= minuteOf(last.at))) last = event
  }
  return last
}

/** Before the second check has matched a pending act falls; afterwards only a stop or cease voids it (SIGN-9). */
export function voidUnlessMatched(draft: Draft): void {
  if (draft.pending?.matched === null) draft.pending = null
}
