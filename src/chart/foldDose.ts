/** What each dose act does to the chart once it is in effect. */
import { INTERRUPTION_TIMES } from '../protocols/ward.ts'
import { instantOf, minuteOf, minutesBetween } from '../time.ts'
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
import { type Emergency, emergencies, type SuspensionReason } from './fields.ts'
import { hang } from './foldBag.ts'
import { noteMoUntold } from './foldReviews.ts'
import { isSameReading, isSameSample } from './sampleOf.ts'

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
  const decided = draft.results.find(({ seq }) => seq === resultSeq)
  if (!decided) return
  draft.results = draft.results.map((result) => {
    if (result === decided) return { ...result, decidedBy: actSeq }
    // A version that came while the act was pending: the sample has been acted on all the same.
    const isNewer = result.seq > decided.seq && isSameSample(result, decided)
    return isNewer
      ? { ...result, amendsDecided: true, sameAsDecided: isSameReading(decided, result) }
      : result
  })
}

/** SIGN-5: at once, voiding what was pending; the base rate and hold are those frozen in the entry (NOMO-10). */
export function infusionStopped(draft: Draft, entry: EntryOf<'infusionStopped'>): void {
  draft.pending = null
  addOwed(draft, entry, 'stop', entry.identity)
  const held = entry.restartNotBefore !== null
  if (held && entry.resultSeq !== undefined) decide(draft, entry.resultSeq, entry.seq)
  // Somebody stood at the pump and it is off (CHART-1).
  draft.infusion = { ...draft.infusion, rateUnconfirmed: false }
  const { status, stop } = draft.infusion
  if (status === 'stopped' && stop) {
    // A nomogram stop that an MO signs adopts a provisional one; it never moves a hold that stands (SIGN-5).
    if (held && stop.restartNotBefore === null) {
      draft.infusion = {
        ...draft.infusion,
        stop: { ...stop, reason: 'nomogram', ...holdOf(entry) },
      }
    }
    return
  }
  if (status === 'ceased') return
  const effect = effectOf(entry)
  askIfEarlier(draft, effect)
  draft.infusion = {
    ...draft.infusion,
    status: 'stopped',
    since: effect.at,
    rateMlPerHour: null,
    setBySeq: entry.seq,
    interruption: null,
    stop: {
      reason: entry.reason,
      seq: entry.seq,
      at: effect.at,
      rateBeforeMlPerHour: entry.rateBeforeMlPerHour,
      ...holdOf(entry),
    },
  }
  draft.assessment = null
  addEvent(draft, 'stop', effect, null)
}

function holdOf(entry: EntryOf<'infusionStopped'>) {
  return {
    restartNotBefore: entry.restartNotBefore === null ? null : instantOf(entry.restartNotBefore),
    restartRateMlPerHour: entry.restartRateMlPerHour,
  }
}

/** SIGN-5: no hold, no restart; an emergency suspends (BLEED-0) and only RECOM-1 leads back. */
export function infusionCeased(draft: Draft, entry: EntryOf<'infusionCeased'>): void {
  draft.pending = null
  draft.deviation = null
  addOwed(draft, entry, 'cease', entry.identity)
  if (isEmergency(entry.reason)) suspend(draft, entry.reason, effectOf(entry))
  draft.infusion = { ...draft.infusion, rateUnconfirmed: false }
  if (draft.infusion.status === 'ceased') return
  const effect = effectOf(entry)
  askIfEarlier(draft, effect)
  draft.infusion = {
    ...draft.infusion,
    status: 'ceased',
    since: effect.at,
    rateMlPerHour: null,
    setBySeq: entry.seq,
    interruption: null,
    stop: null,
    cease: { reason: entry.reason, seq: entry.seq, at: effect.at },
  }
  draft.assessment = null
  addEvent(draft, 'cease', effect, null)
}

/** SIGN-7: a stop stated earlier than an act already in effect is taken, and an MO looks at what it alters. */
function askIfEarlier(draft: Draft, { at, seq }: Effect): void {
  const last = lastEvent(draft.events, () => true)
  if (last === null || minuteOf(last.at) <= minuteOf(at)) return
  draft.moQuestions.push({ seq, at, about: 'bedside-fact' })
}

function isEmergency(reason: string): reason is Emergency {
  return (emergencies as readonly string[]).includes(reason)
}

/** Opens a suspension once; a second cause stands beside the first (BLEED-0). It voids what is pending (SIGN-9). */
export function suspend(draft: Draft, reason: SuspensionReason, effect: Effect): void {
  voidUnlessMatched(draft)
  if (draft.suspensions.some((each) => each.reason === reason)) return
  draft.suspensions.push({ reason, seq: effect.seq, at: effect.at })
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

function pumpFoundAt(draft: Draft, effect: Effect, rateMlPerHour: number): void {
  draft.pending = null
  const last = lastEvent(draft.events, () => true)
  const { rateUnconfirmed } = draft.infusion
  // Stated earlier than an act in effect: the later rate stands until it is read from the pump (SIGN-7).
  if (last === null || minuteOf(effect.at) >= minuteOf(last.at)) {
    run(draft, effect, rateMlPerHour)
    if (rateUnconfirmed)
      draft.infusion = { ...draft.infusion, rateMlPerHour: null, rateUnconfirmed }
  }
  addEvent(draft, 'rate-change', effect, rateMlPerHour)
}
