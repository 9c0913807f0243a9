/** Due items around the APTT: collecting it, and its result (TIME-1, TIME-2, NOMO-7 to NOMO-9). */
import { APTT_TIMES, RESULT_TIMES } from '../protocols/ward.ts'
import { type Instant, plusHours, plusMinutes } from '../time.ts'
import type { Chart, Collection, DoseEvent } from './chart.ts'
import { lastEvent } from './draft.ts'
import type { Unstamped } from './dueItem.ts'
import { type Counted, countedResults, isSpaced, type ResultView, resultsAt } from './results.ts'
import { isSameSample } from './sampleOf.ts'
import { lastAnchor, lastStaling, sampleState, wholeMinutes } from './samples.ts'

interface CollectionDue {
  readonly dueAt: Instant
  readonly anchor: Unstamped['anchor']
  readonly rules: Unstamped['rules']
}

/** The next APTT to collect while the infusion runs (TIME-1). */
export function apttCollection(chart: Chart, now: Instant): Unstamped[] {
  if (chart.infusion.status !== 'running') return []
  const planned = plannedCollection(chart, now)
  const recollect = recollectNow(chart, now)
  const due = recollect && (!planned || recollect.dueAt < planned.dueAt) ? recollect : planned
  if (!due) return []
  const overdueAt = plusMinutes(due.dueAt, APTT_TIMES.overdueAfterMinutes)
  const about = due === recollect ? 'recollect' : null
  return [{ kind: 'aptt-collection', overdueAt, owner: 'nurse', ...due, about }]
}

function plannedCollection(chart: Chart, now: Instant): CollectionDue | null {
  const anchor = lastAnchor(chart)
  if (!anchor) return null
  const change = protocolChangeAfter(chart, anchor)
  if (!change) return afterEvent(chart, now, anchor)
  // CHART-7: samples since the change count as usual; until then the time already set stands, at latest 6 h after.
  const since = collectedSince(chart, now, change.at)
  if (since.counted.length > 0 || since.waiting) return afterSample(since, fromEvent(change))
  const before = afterEvent(withoutChange(chart, change), now, anchor)
  const latest = fromEvent(change)
  return before && before.dueAt < latest.dueAt ? before : latest
}

function protocolChangeAfter({ events }: Chart, anchor: DoseEvent): DoseEvent | null {
  const change = lastEvent(events, ({ kind }) => kind === 'protocol-change')
  return change && change.at >= anchor.at ? change : null
}

function withoutChange(chart: Chart, change: DoseEvent): Chart {
  return { ...chart, events: chart.events.filter((event) => event !== change) }
}

function fromEvent({ seq, at }: DoseEvent): CollectionDue {
  const dueAt = plusHours(at, APTT_TIMES.afterActHours)
  return { dueAt, anchor: { seq, at }, rules: ['TIME-1', 'NOMO-8'] }
}

function afterEvent(chart: Chart, now: Instant, anchor: DoseEvent): CollectionDue | null {
  return afterSample(collectedSince(chart, now, anchor.at), fromEvent(anchor))
}

interface CollectedSince {
  readonly counted: readonly Counted[]
  /** The latest sample that closes the item has not been acted on yet, or has no result yet. */
  readonly waiting: boolean
}

function collectedSince(chart: Chart, now: Instant, since: Instant): CollectedSince {
  const counted = countedResults(chart, now, since)
  const undecided = counted.some(
    ({ view: { use, result, advice } }) =>
      use === 'usable' && advice !== null && !hasAnswer(chart, result.seq),
  )
  const tube = openTubes(chart).some((each) => closes(chart, counted, each, now))
  return { counted, waiting: undecided || tube }
}

/** TIME-1, NOMO-7: a tube closes the item while it is usable, and not so soon after a therapeutic sample that it would not count. */
function closes(chart: Chart, counted: readonly Counted[], tube: Collection, now: Instant) {
  if (sampleState(chart, { ...tube, collectedAt: tube.at }, now) !== 'usable') return false
  const last = counted.at(-1)
  return !last || last.run === 0 || isSpaced(last.view.result.collectedAt, tube.at)
}

/** Null: nothing to collect before the sample that is waiting has been dealt with. */
function afterSample(
  { counted, waiting }: CollectedSince,
  otherwise: CollectionDue,
): CollectionDue | null {
  if (waiting) return null
  const last = counted.at(-1)
  if (!last) return otherwise
  const { seq, collectedAt: at } = last.view.result
  const daily = last.run >= APTT_TIMES.runLength
  const hours = daily ? APTT_TIMES.dailyHours : APTT_TIMES.afterFirstTherapeuticHours
  return { dueAt: plusHours(at, hours), anchor: { seq, at }, rules: ['TIME-1', 'NOMO-7'] }
}

/** An MO has ordered on this result. */
export function hasAnswer({ rateOrders }: Chart, resultSeq: number): boolean {
  return rateOrders.some(({ entry }) => entry.resultSeq === resultSeq)
}

/** A sample that gave no usable answer asks for another one now (NOMO-2, NOMO-9, NOMO-16). */
function recollectNow(chart: Chart, now: Instant): CollectionDue | null {
  const views = resultsAt(chart, now)
  let due: CollectionDue | null = null
  for (const view of views) {
    if (!asksForAnother(chart, view) || hasLaterSample(chart, view, now)) continue
    const { seq, resultedAt: at } = view.result
    due ??= { dueAt: at, anchor: { seq, at }, rules: ['TIME-1', 'NOMO-9'] }
  }
  return due
}

const RECOLLECTED: ReadonlySet<ResultView['use']> = new Set(['rejected', 'line', 'old'])

function asksForAnother(chart: Chart, view: ResultView): boolean {
  const { result, use } = view
  if (result.replacedBy !== null) return false
  const start = chart.infusion.firstStartedAt
  if (start === null || wholeMinutes(start, result.collectedAt) <= 0) return false
  if (RECOLLECTED.has(use) && !isDecidedOff(chart, view)) return true
  return isUnusableStopBand(chart, view) || isUnknownSiteInStopBand(view)
}

/** NOMO-13: the stop is advised, and a repeat from the other limb asked for. */
function isUnknownSiteInStopBand({ result, use, inStopBand }: ResultView): boolean {
  return inStopBand && use === 'usable' && result.site === 'not-known'
}

/** A rejected tube drawn before the last dose event is made good by the sample that this event asks for. */
function isDecidedOff(chart: Chart, { result }: ResultView): boolean {
  const stale = lastStaling(chart)
  return stale !== null && wholeMinutes(stale.at, result.collectedAt) <= 0
}

/**
 * NOMO-16: a stop-band value that cannot titrate, while the infusion runs and has not stopped since collection; also
 * one that the nomogram leaves unanswered because a deviation is in force (DEV-1).
 */
export function isUnusableStopBand(chart: Chart, view: ResultView): boolean {
  const { result, use, advice, inStopBand } = view
  if (!inStopBand || chart.infusion.status !== 'running' || result.struck) return false
  const unanswered = advice === null && (use === 'usable' || use === 'old')
  const unusable = STOP_BAND_TO_MO.has(use) || isAmended(result) || unanswered
  return unusable && !hasStoppedSince(chart, result.collectedAt)
}

const STOP_BAND_TO_MO: ReadonlySet<ResultView['use']> = new Set(['stale', 'early', 'line'])

/** A version that differs from the one acted on goes to the MO (NOMO-11). */
export function isAmended(result: ResultView['result']): boolean {
  return result.amendsDecided && !result.sameAsDecided && result.replacedBy === null
}

function hasStoppedSince({ events }: Chart, at: Instant): boolean {
  return events.some(
    ({ kind, at: eventAt }) => (kind === 'stop' || kind === 'cease') && eventAt >= at,
  )
}

function hasLaterSample(chart: Chart, { result }: ResultView, now: Instant): boolean {
  const isLater = (at: Instant) => wholeMinutes(result.collectedAt, at) > 0
  return (
    openTubes(chart).some((each) => isLater(each.at) && each.site !== 'heparin-line-or-limb') ||
    resultsAt(chart, now).some(
      ({ result: other, use }) =>
        isLater(other.collectedAt) && ['usable', 'acted', 'early', 'old'].includes(use),
    )
  )
}

/** Collections that wait for their result. */
function openTubes(chart: Chart): Collection[] {
  return chart.collections.filter((tube) => !tube.struck && !isResulted(chart, tube))
}

function isResulted({ results }: Chart, { at, site, accession, seq }: Collection): boolean {
  const sample = { collectedAt: at, site, accession, collectionSeq: seq }
  return results.some((each) => !each.struck && isSameSample(each, sample))
}

/** TIME-2: expected 60 min after collection, overdue at 2 h; a later sample's result takes its place. */
export function apttResult(chart: Chart): Unstamped[] {
  if (chart.infusion.status === 'ceased') return []
  return openTubes(chart)
    .filter((tube) => !chart.results.some((each) => !each.struck && each.collectedAt > tube.at))
    .map(({ seq, at }) => ({
      kind: 'aptt-result',
      dueAt: plusMinutes(at, RESULT_TIMES.expectedAfterMinutes),
      overdueAt: plusMinutes(at, RESULT_TIMES.overdueAfterMinutes),
      owner: 'nurse-and-mo',
      rules: ['TIME-2'],
      anchor: { seq, at },
    }))
}
