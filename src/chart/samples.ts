/** The states of a sample (NOMO-9), from what happened on the chart. */
import { APTT_TIMES } from '../protocols/ward.ts'
import { type Instant, minuteOf } from '../time.ts'
import type { Chart, DoseEvent, DoseEventKind, Result } from './chart.ts'
import { lastEvent } from './draft.ts'
import type { SampleUse } from './entries.ts'

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

/** The chart without the bolus that a sample's own result called for: given first, it leaves the rate rise open (BOL-6). */
function withoutOwnBolus<C extends Chart>(chart: C, { collectedAt }: Drawn): C {
  const own = chart.bolusOrders.filter(({ givenBy, resultSeq }) => {
    const result = chart.results.find(({ seq }) => seq === resultSeq)
    return givenBy !== null && result && wholeMinutes(result.collectedAt, collectedAt) === 0
  })
  if (own.length === 0) return chart
  const isOwn = ({ kind, actSeq }: DoseEvent) =>
    kind === 'bolus' && own.some(({ givenBy }) => givenBy === actSeq)
  return { ...chart, events: chart.events.filter((event) => !isOwn(event)) }
}

/** The minutes between two instants, each in its whole minute (the same minute is 0). */
export function wholeMinutes(from: Instant, to: Instant): number {
  return minuteOf(to) - minuteOf(from)
}

/** The state of a sample before anything is known of its result's fate; the first that fits counts (NOMO-9). */
export function sampleState(onChart: Chart, sample: Drawn, now: Instant): SampleState {
  const { collectedAt, site } = sample
  const chart = withoutOwnBolus(onChart, sample)
  const { firstStartedAt } = chart.infusion
  if (firstStartedAt === null || wholeMinutes(firstStartedAt, collectedAt) <= 0) return 'baseline'
  if (wasOff(chart, collectedAt)) return 'off'
  const stale = lastStaling(chart)
  if (stale && wholeMinutes(stale.at, collectedAt) <= 0) return 'stale'
  if (isSuperseded(chart, collectedAt)) return 'superseded'
  return stateWithin(chart, collectedAt, site, now)
}

function stateWithin(chart: Chart, collectedAt: Instant, site: Result['site'], now: Instant) {
  if (site === 'heparin-line-or-limb') return 'line'
  const anchor = lastAnchor(chart)
  if (anchor && wholeMinutes(anchor.at, collectedAt) < APTT_TIMES.earlyBeforeMinutes) return 'early'
  const isOld = wholeMinutes(collectedAt, now) > APTT_TIMES.oldAfterHours * MINUTES_PER_HOUR
  return isOld ? 'old' : 'usable'
}

function isSuperseded({ results }: Chart, collectedAt: Instant): boolean {
  return results.some(
    (each) =>
      !each.struck && each.decidedBy !== null && wholeMinutes(collectedAt, each.collectedAt) > 0,
  )
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
function wasOff({ events }: Chart, at: Instant): boolean {
  const before = lastEvent(
    events,
    ({ kind, at: eventAt }) =>
      (SETS_RATE.has(kind) || TURNS_OFF.has(kind)) && wholeMinutes(eventAt, at) > 0,
  )
  return before !== null && TURNS_OFF.has(before.kind)
}
