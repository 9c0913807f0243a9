/** What each dose act does to the chart once it is in effect. */
import { INTERRUPTION_TIMES } from '../protocols/ward.ts'
import { laterOf, minuteOf, minutesBetween } from '../time.ts'
import type { DoseEvent } from './chart.ts'
import {
  addCareEvent,
  addEvent,
  addOwed,
  type Draft,
  type Effect,
  effectOf,
  lastEvent,
  run,
  voidUnlessMatched,
} from './draft.ts'
import type { EntryOf, PendingEntry, PendingKind } from './entries.ts'
import type { SuspensionReason } from './fields.ts'
import { hang } from './foldBag.ts'
import { noteMoUntold } from './foldReviews.ts'
import { ofSameSample } from './ofSameSample.ts'
import { isSameReading } from './sampleOf.ts'
import { SETS_RATE, TURNS_OFF } from './samples.ts'

type InEffect = { [K in PendingKind]: (draft: Draft, act: EntryOf<K>, effect: Effect) => void }

const inEffect: InEffect = {
  infusionStarted(draft, act, effect) {
    run(draft, effect, act.rateMlPerHour)
    addEvent(draft, 'start', effect, act.rateMlPerHour)
    const { units, volumeMl } = act.bag
    const { batch = null, expiry = null } = act.bagLabel ?? {}
    hang(draft, { seq: act.seq, at: effect.at, units, volumeMl, batch, expiry })
  },
  bolusGiven(draft, act, effect) {
    addEvent(draft, 'bolus', effect, draft.infusion.rateMlPerHour)
    draft.bolusOrders = draft.bolusOrders.map((order) =>
      order.seq === act.orderSeq ? { ...order, givenBy: effect.actSeq } : order,
    )
  },
  rateChanged(draft, act, effect) {
    run(draft, effect, act.newRateMlPerHour)
    addEvent(draft, 'rate-change', effect, act.newRateMlPerHour)
    const resultSeq = act.resultSeq ?? markOrderUsed(draft, act.orderSeq ?? null, effect)
    decide(draft, resultSeq, effect.actSeq)
    noteMoUntold(draft, act, effect.at)
  },
  infusionRestarted(draft, act, effect) {
    run(draft, effect, act.rateMlPerHour)
    addEvent(draft, 'restart', effect, act.rateMlPerHour)
    markOrderUsed(draft, act.orderSeq, effect)
    draft.assessment = null
  },
  infusionResumed(draft, act, effect) {
    const off = draft.infusion.interruption
    // INT-1 keeps the clocks through a short interruption; after a stop they count from the resume (NOMO-8).
    const staling =
      off === null || minutesBetween(off.at, effect.at) > INTERRUPTION_TIMES.shortUpToMinutes
    run(draft, effect, act.rateMlPerHour)
    addEvent(draft, 'resume', effect, act.rateMlPerHour, staling)
  },
  infusionRecommenced(draft, act, effect) {
    run(draft, effect, act.rateMlPerHour)
    addEvent(draft, 'recommence', effect, act.rateMlPerHour)
    if (draft.prescription) draft.prescription = { ...draft.prescription, afterCease: false }
  },
}

/** A pending act takes effect at its countersign (SIGN-4 d). */
export function takeEffect(draft: Draft, act: PendingEntry, effect: Effect): void {
  const apply = inEffect[act.kind] as (draft: Draft, act: PendingEntry, effect: Effect) => void
  apply(draft, act, effect)
}

function markOrderUsed(draft: Draft, orderSeq: number | null, effect: Effect): number | null {
  const order = draft.rateOrders.find(({ seq }) => seq === orderSeq)
  draft.rateOrders = draft.rateOrders.map((each) =>
    each === order ? { ...each, usedBy: effect.actSeq } : each,
  )
  return order?.entry.resultSeq ?? null
}

/** The result's sample has been acted on; it titrates no more (NOMO-11). */
export function decide(draft: Draft, resultSeq: number | null, actSeq: number): void {
  const { results } = draft
  const index = results.findLastIndex(({ seq }) => seq === resultSeq)
  const decided = results[index]
  if (!decided) return
  results[index] = { ...decided, decidedBy: actSeq }
  for (const result of ofSameSample(draft, decided)) {
    // A version that came while the act was pending: the sample has been acted on all the same.
    if (result.seq <= decided.seq) continue
    const sameAsDecided = isSameReading(decided, result)
    results[results.lastIndexOf(result)] = { ...result, amendsDecided: true, sameAsDecided }
  }
}

/**
 * Opens a suspension once; a second cause stands beside the first (BLEED-0). It voids what is pending (SIGN-9).
 * Bleeding seen again at a hold keeps the clock of its first sighting, and is assessed after the last one (TIME-3).
 */
export function suspend(draft: Draft, reason: SuspensionReason, { seq, at }: Effect): void {
  voidUnlessMatched(draft)
  const index = draft.suspensions.findIndex((each) => each.reason === reason)
  const open = draft.suspensions[index]
  if (!open) draft.suspensions.push({ reason, seq, at })
  else if (reason === 'bleeding-at-hold') {
    const lastSeenAt = laterOf(open.lastSeenAt ?? open.at, at)
    draft.suspensions[index] = { ...open, lastSeenAt }
  }
}

export function infusionInterrupted(draft: Draft, entry: EntryOf<'infusionInterrupted'>): void {
  const { rateMlPerHour } = draft.infusion
  if (rateMlPerHour === null) return
  // The running rate that a pending act is bound to is gone (SIGN-8).
  voidUnlessMatched(draft)
  const effect = effectOf(entry)
  draft.infusion = {
    ...draft.infusion,
    status: 'interrupted',
    since: effect.at,
    rateMlPerHour: null,
    setBySeq: entry.seq,
    interruption: { seq: entry.seq, at: effect.at, rateBeforeMlPerHour: rateMlPerHour },
  }
  addEvent(draft, 'interruption', effect, null, false)
}

/** CHART-10: the bedside wins; what was done is a fact, and an MO decides before anything more is given. */
export function bedsideFactRecorded(draft: Draft, entry: EntryOf<'bedsideFactRecorded'>): void {
  const effect = effectOf(entry)
  addOwed(draft, entry, 'fact')
  if (entry.fact === 'pump-not-changed') {
    draft.pending = null
    return
  }
  if (entry.fact === 'bolus-given') {
    addEvent(draft, 'bolus', effect, draft.infusion.rateMlPerHour)
    if (draft.pending?.entry.kind === 'bolusGiven') draft.pending = null
    voidUnlessMatched(draft)
    // No order may be given a second time after an injection that nobody can tell from it.
    draft.bolusOrders = draft.bolusOrders.map((order) => ({
      ...order,
      givenBy: order.givenBy ?? entry.seq,
    }))
  } else if (entry.rateMlPerHour !== undefined) {
    pumpFoundAt(draft, effect, entry.rateMlPerHour)
  }
  draft.moQuestions.push({ seq: entry.seq, at: effect.at, about: 'bedside-fact' })
  addCareEvent(draft, 'adverse-event', effect)
}

/** A bolus, a bag and a change of protocol leave the rate of the pump as it is. */
const isAtPump = ({ kind }: DoseEvent) => SETS_RATE.has(kind) || TURNS_OFF.has(kind)

/** What last set the pump or turned it off. */
export function lastAtPump({ events }: Pick<Draft, 'events'>): DoseEvent | null {
  return lastEvent(events, isAtPump)
}

function pumpFoundAt(draft: Draft, effect: Effect, rateMlPerHour: number): void {
  draft.pending = null
  const last = lastAtPump(draft)
  const { rateUnconfirmed } = draft.infusion
  // Stated earlier than what last set the pump or turned it off: that stands until the pump is read (SIGN-7).
  if (last === null || minuteOf(effect.at) >= minuteOf(last.at)) {
    run(draft, effect, rateMlPerHour)
    if (rateUnconfirmed)
      draft.infusion = { ...draft.infusion, rateMlPerHour: null, rateUnconfirmed }
    // What came since then, a bolus or another protocol, came while it ran at this rate.
    draft.events = draft.events.map((each) =>
      minuteOf(each.at) > minuteOf(effect.at) ? { ...each, rateMlPerHour } : each,
    )
  }
  addEvent(draft, 'rate-change', effect, rateMlPerHour)
}
