/** The states of a sample (NOMO-9), from what happened on the chart. */
import { APTT_TIMES } from '../protocols/ward.ts'
import { type Instant, MS_PER_MINUTE, minuteOf } from '../time.ts'
import type { Chart, DoseEvent, DoseEventKind, Result } from './chart.ts'
import { lastEvent } from './draft.ts'
import type { SampleUse } from './entries.ts'
import { hasCome, type Now } from './hasCome.ts'
import { placeOf } from './inOrder.ts'

const MINUTES_PER_HOUR = 60

/** The states of NOMO-9 proper, without what became of the result. */
export type SampleState = Exclude<SampleUse, 'acted' | 'struck-out'>

/** What of a sample decides its state. */
export interface Drawn {
  readonly collectedAt: Instant
  readonly site: Result['site']
}

/** The last event that makes earlier samples stale (NOMO-9), or null. */
export function lastStaling({ events }: Pick<Chart, 'events'>): DoseEvent | null {
  return lastEvent(events, (event) => event.staling)
}

/** The last event from which 6 h count (NOMO-8): staling events but a change of protocol. */
export function lastAnchor({ events }: Pick<Chart, 'events'>): DoseEvent | null {
  return lastEvent(events, (event) => event.staling && event.kind !== 'protocol-change')
}

/** The minutes between two instants, each in its whole minute (the same minute is 0). */
export function wholeMinutes(from: Instant, to: Instant): number {
  return minuteOf(to) - minuteOf(from)
}

/** What happened on a chart, as far as it decides the state of a sample (NOMO-9). */
interface Ground {
  readonly firstStartedAt: Instant | null
  /** By their minute; in the same minute as they took effect on the record. */
  readonly staling: readonly DoseEvent[]
  readonly switches: readonly DoseEvent[]
  /** By the minute of a sample, the boluses that its own result called for. */
  readonly ownBoluses: ReadonlyMap<number, readonly number[]>
  /** The minute of the last sample that was acted on. */
  readonly actedOnMinute: number | null
}

/** The state of a sample before anything is known of its result's fate; the first that fits counts (NOMO-9). */
export function sampleState(chart: Chart, sample: Drawn, now: Now): SampleState {
  return sampleStates(chart)(sample, now)
}

/** The same for many samples of a chart, whose events are looked through once. */
export function sampleStates(chart: Chart): (sample: Drawn, now: Now) => SampleState {
  const ground = groundOf(chart)
  return (sample, now) => stateOn(ground, sample, now)
}

function groundOf({ events, results, bolusOrders, infusion }: Chart): Ground {
  return {
    firstStartedAt: infusion.firstStartedAt,
    staling: byMinute(events.filter(({ staling }) => staling)),
    switches: byMinute(events.filter(({ kind }) => SETS_RATE.has(kind) || TURNS_OFF.has(kind))),
    ownBoluses: ownBoluses(results, bolusOrders),
    actedOnMinute: lastMinuteOf(
      results.filter(({ struck, decidedBy }) => !struck && decidedBy !== null),
    ),
  }
}

function byMinute(events: DoseEvent[]): DoseEvent[] {
  return events.sort((a, b) => minuteOf(a.at) - minuteOf(b.at))
}

function lastMinuteOf(results: readonly Result[]): number | null {
  return results.reduce<number | null>((last, { collectedAt }) => {
    const minute = minuteOf(collectedAt)
    return last === null || minute > last ? minute : last
  }, null)
}

/** Given before the rate rise that goes with it, such a bolus leaves that rise open (BOL-6). */
function ownBoluses(
  results: readonly Result[],
  orders: Chart['bolusOrders'],
): Ground['ownBoluses'] {
  const given = orders.filter(({ givenBy, resultSeq }) => givenBy !== null && resultSeq !== null)
  const own = new Map<number, number[]>()
  if (given.length === 0) return own
  const minutes = new Map(results.map(({ seq, collectedAt }) => [seq, minuteOf(collectedAt)]))
  for (const { givenBy, resultSeq } of given) {
    const minute = resultSeq === null ? undefined : minutes.get(resultSeq)
    if (minute === undefined || givenBy === null) continue
    own.set(minute, [...(own.get(minute) ?? []), givenBy])
  }
  return own
}

function stateOn(ground: Ground, sample: Drawn, now: Now): SampleState {
  const { firstStartedAt, actedOnMinute } = ground
  const { collectedAt } = sample
  const minute = minuteOf(collectedAt)
  if (firstStartedAt === null || wholeMinutes(firstStartedAt, collectedAt) <= 0) return 'baseline'
  if (wasOff(ground, minute)) return 'off'
  const own = ground.ownBoluses.get(minute) ?? []
  const stale = lastStalingBut(ground, own, () => true)
  if (stale && wholeMinutes(stale.at, collectedAt) <= 0) return 'stale'
  if (actedOnMinute !== null && actedOnMinute > minute) return 'superseded'
  return stateWithin(ground, own, sample, now)
}

function stateWithin(
  ground: Ground,
  own: readonly number[],
  { collectedAt, site }: Drawn,
  now: Now,
): SampleState {
  if (site === 'heparin-line-or-limb') return 'line'
  const anchor = lastStalingBut(ground, own, ({ kind }) => kind !== 'protocol-change')
  if (anchor && wholeMinutes(anchor.at, collectedAt) < APTT_TIMES.earlyBeforeMinutes) return 'early'
  return hasCome(oldFrom(collectedAt), now) ? 'old' : 'usable'
}

function lastStalingBut(
  { staling }: Ground,
  own: readonly number[],
  counts: (event: DoseEvent) => boolean,
): DoseEvent | null {
  const isOwn = ({ kind, actSeq }: DoseEvent) => kind === 'bolus' && own.includes(actSeq)
  return staling.findLast((event) => counts(event) && !isOwn(event)) ?? null
}

/** A sample is old from the first minute on that lies more than so many hours behind its own. */
export function oldFrom(collectedAt: Instant): Instant {
  const minutes = APTT_TIMES.oldAfterHours * MINUTES_PER_HOUR + 1
  return ((minuteOf(collectedAt) + minutes) * MS_PER_MINUTE) as Instant
}

/** The events that set a running rate. */
export const SETS_RATE: ReadonlySet<DoseEventKind> = new Set([
  'start',
  'rate-change',
  'restart',
  'resume',
  'recommence',
])
/** The events after which nothing runs. */
export const TURNS_OFF: ReadonlySet<DoseEventKind> = new Set(['stop', 'cease', 'interruption'])

/** True when the infusion was off at that minute; the minute of a stop still counts as running (NOMO-9). */
function wasOff({ switches }: Ground, minute: number): boolean {
  const place = placeOf(switches, minute, ({ at }, own) => minuteOf(at) - own)
  const last = switches[place - 1]
  return last !== undefined && TURNS_OFF.has(last.kind)
}
