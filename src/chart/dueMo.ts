/** What waits for a medical officer (NOMO-16, NOMO-17, BOL-6, BLEED-0, CHART-10); after a stop: `dueRestart.ts`. */
import type { RuleId } from '../protocols/ruleId.ts'
import { INTERRUPTION_TIMES, MO_TIMES } from '../protocols/ward.ts'
import { type Instant, instantOf, minuteOf, plusMinutes } from '../time.ts'
import { ceasedForCause } from './ceasedForCause.ts'
import type { Chart, Suspension } from './chart.ts'
import { answeredResults, isAmended, isUnusableStopBand } from './dueAptt.ts'
import type { DueAbout, Unstamped } from './dueItem.ts'
import { stopDecisions } from './dueRestart.ts'
import type { Now } from './hasCome.ts'
import { moDecision } from './moDecision.ts'
import { hasBolusOrder, lastSampleMinute, resultBolusLapse } from './orders.ts'
import { QUESTION_RULES } from './questionRules.ts'
import type { ResultView } from './results.ts'
import { weightReview } from './weightReview.ts'

/** Every question that waits for an MO at `now`. */
export function moDecisions(chart: Chart, now: Now, views: readonly ResultView[]): Unstamped[] {
  const answered = answeredResults(chart)
  return [
    ...views
      .filter(({ result }) => !answered.has(result.seq))
      .flatMap((view) => onResult(chart, view)),
    ...bolusOrdersWanted(chart, now, views),
    ...onSuspensions(chart),
    ...chart.moQuestions.map(({ about, ...anchor }) =>
      moDecision(about, anchor, [QUESTION_RULES[about]], MO_TIMES.decisionOverdueAfterMinutes),
    ),
    ...onStop(chart, now),
    ...onInterruption(chart),
    ...onWeight(chart),
  ]
}

/** Where another rule beside BLEED-0 says what is asked. */
const OTHER_RULES: { readonly [K in Suspension['reason']]?: readonly RuleId[] } = {
  fall: ['FALL-1'],
  'bleeding-at-hold': ['TIME-3'],
}
const CALLS_FOR_A_STOP: ReadonlySet<Suspension['reason']> = new Set([
  'suspected-major-bleed',
  'head-injury',
])

/** BLEED-0: an MO clears it; while the infusion runs on, a major bleed or head injury asks for a stop first. */
function onSuspensions({ suspensions, infusion }: Chart): Unstamped[] {
  const openers = suspensions.filter(
    ({ seq }, index) => suspensions.findIndex((each) => each.seq === seq) === index,
  )
  return openers.map(({ seq, at }) => {
    const reasons = suspensions.filter((each) => each.seq === seq).map(({ reason }) => reason)
    const rules = new Set<RuleId>(['BLEED-0'])
    for (const reason of reasons) for (const rule of OTHER_RULES[reason] ?? []) rules.add(rule)
    const minutes = MO_TIMES.fallReviewOverdueAfterMinutes
    return {
      ...moDecision('suspension', { seq, at }, [...rules], minutes),
      stopAdvised:
        infusion.status === 'running' && reasons.some((reason) => CALLS_FOR_A_STOP.has(reason)),
    }
  })
}

function onResult(chart: Chart, view: ResultView): Unstamped[] {
  const { result } = view
  if (result.replacedBy !== null || result.struck) return []
  const anchor = { seq: result.seq, at: result.resultedAt }
  if (isUnusableStopBand(chart, view)) {
    if (hasUsableSince(chart, view)) return []
    const minutes = MO_TIMES.stopBandCallOverdueAfterMinutes
    return [
      { ...moDecision('stop-band-not-usable', anchor, ['NOMO-16'], minutes), stopAdvised: true },
    ]
  }
  const asked = questionOn(view)
  if (!asked || hasUsableSince(chart, view)) return []
  return [moDecision(asked.about, anchor, asked.rules, MO_TIMES.decisionOverdueAfterMinutes)]
}

/** A later sample that has been acted on since answers what was asked about this one. */
function hasUsableSince({ results }: Chart, { result }: ResultView): boolean {
  return results.some(
    ({ collectedAt, decidedBy }) =>
      collectedAt > result.collectedAt && decidedBy !== null && decidedBy > result.seq,
  )
}

function questionOn(view: ResultView): { about: DueAbout; rules: readonly RuleId[] } | null {
  const { use, advice, result, inStopBand } = view
  if (use === 'acted' && isAmended(result)) return { about: 'amended', rules: ['NOMO-11'] }
  if (use === 'superseded' && inStopBand) {
    return { about: 'superseded-stop-band', rules: ['NOMO-9'] }
  }
  if (advice === null) return null
  if (use === 'old') return { about: 'old', rules: ['NOMO-9', 'NOMO-17'] }
  if (use === 'early' && advice.kind !== 'no-change') {
    return { about: 'early', rules: ['NOMO-9', 'NOMO-17'] }
  }
  return use === 'usable' && advice.kind === 'refer'
    ? { about: 'referred', rules: advice.because.rules }
    : null
}

/** BOL-6: the rate rise goes ahead by itself, the bolus waits for an MO's order for that result. */
function bolusOrdersWanted(chart: Chart, now: Now, views: readonly ResultView[]): Unstamped[] {
  if (chart.suspensions.length > 0 || chart.moQuestions.length > 0) return []
  if (ceasedForCause(chart)) return []
  const newest = lastSampleMinute(chart)
  return views
    .filter(({ result }) => minuteOf(result.collectedAt) === newest)
    .filter(({ result, advice, use }) => {
      const advised = advice?.kind === 'change' && advice.bolusUnits !== null
      const answered = hasBolusOrder(chart, result)
      const open = use === 'usable' || use === 'acted'
      return advised && open && !answered && resultBolusLapse(chart, result.seq, now) === null
    })
    .map(({ result }) =>
      moDecision(
        'bolus-order',
        { seq: result.seq, at: result.resultedAt },
        ['BOL-6'],
        MO_TIMES.decisionOverdueAfterMinutes,
      ),
    )
}

/** What leaves the rate to be read from the pump: a strike-out, or a stop that came late (CHART-1, CHART-10). */
const UNCONFIRMS: ReadonlySet<Chart['owed'][number]['kind']> = new Set([
  'strike-out',
  'stop',
  'cease',
])

function onStop(chart: Chart, now: Now): Unstamped[] {
  const { stop, rateUnconfirmed, since } = chart.infusion
  if (rateUnconfirmed) {
    const cause = chart.owed.findLast(({ kind }) => UNCONFIRMS.has(kind))
    const anchor = cause
      ? { seq: cause.actSeq, at: cause.at }
      : { seq: chart.seq, at: since ?? lastRecordedAt(chart) }
    return [moDecision('read-the-pump', anchor, ['CHART-1'], 0)]
  }
  return stop ? stopDecisions(chart, now, stop) : []
}

/** When the entry was recorded by which the chart stands where it does. */
function lastRecordedAt({ entries, seq, openedAt }: Chart): Instant {
  const last = entries[seq - 1]
  return last ? instantOf(last.recordedAt) : openedAt
}

function onInterruption({ infusion }: Chart): Unstamped[] {
  const { interruption } = infusion
  if (!interruption) return []
  const dueAt = plusMinutes(interruption.at, INTERRUPTION_TIMES.shortUpToMinutes)
  return [
    moDecision('interruption', { seq: interruption.seq, at: interruption.at }, ['INT-1'], 0, dueAt),
  ]
}

/** INIT-6: a measured weight that would alter the starting dose never changes it by itself; an MO reviews both doses, and answers by an order or a review. */
function onWeight(chart: Chart): Unstamped[] {
  const { weight } = chart
  if (!weight || !weightReview(chart)) return []
  const isAnswered = [...chart.rateOrders, ...chart.moReviews].some(({ seq }) => seq > weight.seq)
  const minutes = MO_TIMES.decisionOverdueAfterMinutes
  return isAnswered
    ? []
    : [moDecision('weight-differs', { seq: weight.seq, at: weight.at }, ['INIT-6'], minutes)]
}
