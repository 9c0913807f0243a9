/** Due items around the APTT: collecting it, and its result (TIME-1, TIME-2, NOMO-7 to NOMO-9). */
import { APTT_TIMES, RESULT_TIMES } from '../protocols/ward.ts'
import { type Instant, instantOf, laterOf, minuteOf, plusHours, plusMinutes } from '../time.ts'
import type { Chart, Collection, DoseEvent } from './chart.ts'
import { lastEvent } from './draft.ts'
import type { Unstamped } from './dueItem.ts'
import type { EntryOf } from './entries.ts'
import type { Now } from './hasCome.ts'
import { type Counted, countedResults, isSpaced, type ResultView, resultsAt } from './results.ts'
import { lastAnchor, lastStaling, sampleStates, wholeMinutes } from './samples.ts'

interface CollectionDue {
  readonly dueAt: Instant
  readonly anchor: Unstamped['anchor']
  readonly rules: Unstamped['rules']
}

/** The next APTT to collect while the infusion runs (TIME-1). */
export function apttCollection(
  chart: Chart,
  now: Now,
  views: readonly ResultView[] = resultsAt(chart, now),
): Unstamped[] {
  if (chart.infusion.status !== 'running') return []
  const planned = plannedCollection(chart, now, views)
  const recollect = recollectNow(chart, views)
  const due = recollect && (!planned || recollect.dueAt < planned.dueAt) ? recollect : planned
  if (!due) return []
  const overdueAt = plusMinutes(due.dueAt, APTT_TIMES.overdueAfterMinutes)
  const about = due === recollect ? 'recollect' : null
  return [{ kind: 'aptt-collection', overdueAt, owner: 'nurse', ...due, about }]
}

function plannedCollection(
  chart: Chart,
  now: Now,
  views: readonly ResultView[],
): CollectionDue | null {
  const anchor = lastAnchor(chart)
  if (!anchor) return null
  const change = protocolChangeAfter(chart, anchor)
  if (!change) return afterEvent(chart, now, anchor, views)
  // CHART-7: samples since the change count as usual; until then the time already set stands, at latest 6 h after.
  const since = collectedSince(chart, now, change.at, views)
  if (since.counted.length > 0 || since.waiting) return afterSample(since, fromEvent(change))
  const unchanged = withoutChange(chart, change)
  // An earlier change is counted in the same way: it has set its own latest time.
  const before = plannedCollection(unchanged, now, resultsAt(unchanged, now))
  const latest = fromEvent(change)
  return before && before.dueAt < latest.dueAt ? before : latest
}

function protocolChangeAfter({ events }: Chart, anchor: DoseEvent): DoseEvent | null {
  const change = lastEvent(events, ({ kind }) => kind === 'protocol-change')
  return change && change.at >= anchor.at ? change : null
}

/** The chart as it would be had it kept its protocol: the samples from before are counted by the bands in force then. */
function withoutChange(chart: Chart, change: DoseEvent): Chart {
  const events = chart.events.filter((event) => event !== change)
  return { ...chart, events, prescription: prescribedBefore(chart, change) }
}

function prescribedBefore({ entries, struck, prescription }: Chart, { actSeq }: DoseEvent) {
  const entry = entries.findLast(
    (each): each is EntryOf<'infusionPrescribed'> =>
      each.kind === 'infusionPrescribed' && each.seq < actSeq && !struck.has(each.seq),
  )
  if (!entry) return prescription
  return { seq: entry.seq, at: instantOf(entry.happenedAt), entry, afterCease: false }
}

function fromEvent({ seq, at }: DoseEvent): CollectionDue {
  const dueAt = plusHours(at, APTT_TIMES.afterActHours)
  return { dueAt, anchor: { seq, at }, rules: ['TIME-1', 'NOMO-8'] }
}

function afterEvent(
  chart: Chart,
  now: Now,
  anchor: DoseEvent,
  views: readonly ResultView[],
): CollectionDue | null {
  return afterSample(collectedSince(chart, now, anchor.at, views), fromEvent(anchor))
}

interface CollectedSince {
  readonly counted: readonly Counted[]
  /** The latest sample that closes the item has not been acted on yet, or has no result yet. */
  readonly waiting: boolean
}

function collectedSince(
  chart: Chart,
  now: Now,
  since: Instant,
  views: readonly ResultView[],
): CollectedSince {
  const counted = countedResults(chart, now, since, views)
  const answered = answeredResults(chart)
  const undecided = counted.some(
    ({ view: { use, result, advice } }) =>
      use === 'usable' && advice !== null && !answered.has(result.seq),
  )
  return { counted, waiting: undecided || hasTubeToWaitFor(chart, counted, now) }
}

/** TIME-1, NOMO-7: a tube closes the item while it is usable, and not so soon after a therapeutic sample that it would not count. */
function hasTubeToWaitFor(chart: Chart, counted: readonly Counted[], now: Now): boolean {
  const stateOf = sampleStates(chart)
  const last = counted.at(-1)
  return openTubes(chart).some(({ at, site }) => {
    if (stateOf({ collectedAt: at, site }, now) !== 'usable') return false
    return !last || last.run === 0 || isSpaced(last.view.result.collectedAt, at)
  })
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

/** The results that an MO has ordered on. */
export function answeredResults({ rateOrders }: Chart): ReadonlySet<number | null> {
  return new Set(rateOrders.map(({ entry }) => entry.resultSeq))
}

/** A sample that gave no usable answer asks for another one now (NOMO-2, NOMO-9, NOMO-16). */
function recollectNow(chart: Chart, views: readonly ResultView[]): CollectionDue | null {
  const stale = lastStaling(chart)
  const asking = views.filter((view) => asksForAnother(chart, view, stale))
  if (asking.length === 0) return null
  const last = lastSampleOfUse(chart, views)
  const open = asking.find(
    ({ result }) => last === null || wholeMinutes(result.collectedAt, last) <= 0,
  )
  if (!open) return null
  const { seq, resultedAt: at } = open.result
  return { dueAt: at, anchor: { seq, at }, rules: ['TIME-1', 'NOMO-9'] }
}

const RECOLLECTED: ReadonlySet<ResultView['use']> = new Set(['rejected', 'line', 'old'])

function asksForAnother(chart: Chart, view: ResultView, stale: DoseEvent | null): boolean {
  const { result, use } = view
  if (result.replacedBy !== null) return false
  const start = chart.infusion.firstStartedAt
  if (start === null || wholeMinutes(start, result.collectedAt) <= 0) return false
  if (RECOLLECTED.has(use) && !isMadeGood(result, stale)) return true
  return isUnusableStopBand(chart, view) || isUnknownSiteInStopBand(view)
}

/** NOMO-13: the stop is advised, and a repeat from the other limb asked for. */
function isUnknownSiteInStopBand({ result, use, inStopBand }: ResultView): boolean {
  return inStopBand && use === 'usable' && result.site === 'not-known'
}

/** A rejected tube drawn before the last dose event is made good by the sample that this event asks for. */
function isMadeGood({ collectedAt }: ResultView['result'], stale: DoseEvent | null): boolean {
  return stale !== null && wholeMinutes(stale.at, collectedAt) <= 0
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

const OF_USE: ReadonlySet<ResultView['use']> = new Set(['usable', 'acted', 'early', 'old'])

/** When the last sample was drawn that takes the place of an earlier one without an answer; null: none was. */
function lastSampleOfUse(chart: Chart, views: readonly ResultView[]): Instant | null {
  return lastOf([
    ...openTubes(chart)
      .filter(({ site }) => site !== 'heparin-line-or-limb')
      .map(({ at }) => at),
    ...views.filter(({ use }) => OF_USE.has(use)).map(({ result }) => result.collectedAt),
  ])
}

function lastOf(instants: readonly Instant[]): Instant | null {
  return instants.reduce<Instant | null>(
    (last, at) => (last === null ? at : laterOf(last, at)),
    null,
  )
}

/** Collections that wait for their result: the same sample as none of the results (NOMO-11). */
function openTubes({ collections, results }: Chart): Collection[] {
  const inPlace = results.filter(({ struck }) => !struck)
  const drawn = new Set(inPlace.map(({ collectionSeq }) => collectionSeq))
  const numbers = new Set(inPlace.map(({ accession }) => accession))
  const minutes = new Set(inPlace.map(({ collectedAt }) => minuteOf(collectedAt)))
  const unnumbered = new Set(
    inPlace.filter((each) => each.accession === null).map((each) => minuteOf(each.collectedAt)),
  )
  return collections.filter(({ struck, seq, at, accession }) => {
    if (struck || drawn.has(seq)) return false
    if (accession === null) return !minutes.has(minuteOf(at))
    return !numbers.has(accession) && !unnumbered.has(minuteOf(at))
  })
}

/** TIME-2: expected 60 min after collection, overdue at 2 h; a later sample's result takes its place. */
export function apttResult(chart: Chart): Unstamped[] {
  if (chart.infusion.status === 'ceased') return []
  const last = lastOf(
    chart.results.filter(({ struck }) => !struck).map(({ collectedAt }) => collectedAt),
  )
  return openTubes(chart)
    .filter((tube) => last === null || last <= tube.at)
    .map(({ seq, at }) => ({
      kind: 'aptt-result',
      dueAt: plusMinutes(at, RESULT_TIMES.expectedAfterMinutes),
      overdueAt: plusMinutes(at, RESULT_TIMES.overdueAfterMinutes),
      owner: 'nurse-and-mo',
      rules: ['TIME-2'],
      anchor: { seq, at },
    }))
}
