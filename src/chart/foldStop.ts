/** What stops and ceases do to the chart: at once, on one signature or none (SIGN-5). */
import { instantOf, minuteOf } from '../time.ts'
import { addEvent, addOwed, type Draft, type Effect, effectOf, lastEvent } from './draft.ts'
import type { EntryOf } from './entries.ts'
import { type Emergency, emergencies } from './fields.ts'
import { decide, suspend } from './foldDose.ts'
import { isOvertaken, isStopOutrun } from './isOvertaken.ts'

/** SIGN-5: at once, voiding what was pending; the base rate and hold are those frozen in the entry (NOMO-10). */
export function infusionStopped(draft: Draft, entry: EntryOf<'infusionStopped'>): void {
  const overtaken = isOvertaken(draft, entry)
  const outrun = isStopOutrun(draft)
  draft.pending = null
  addOwed(draft, entry, 'stop', entry.identity)
  const held = entry.restartNotBefore !== null
  if (held && entry.resultSeq !== undefined) decide(draft, entry.resultSeq, entry.seq)
  const effect = effectOf(entry)
  if (overtaken) {
    readThePump(draft, 'stop', effect)
    return
  }
  // Somebody stood at the pump and it is off (CHART-1).
  draft.infusion = { ...draft.infusion, rateUnconfirmed: false }
  const { status, stop } = draft.infusion
  if (status === 'stopped' && stop && !outrun) {
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
  const overtaken = isOvertaken(draft, entry)
  draft.pending = null
  draft.deviation = null
  addOwed(draft, entry, 'cease', entry.identity)
  if (isEmergency(entry.reason)) suspend(draft, entry.reason, effectOf(entry))
  const effect = effectOf(entry)
  if (overtaken) {
    readThePump(draft, 'cease', effect)
    return
  }
  draft.infusion = { ...draft.infusion, rateUnconfirmed: false }
  if (draft.infusion.status === 'ceased') return
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

/**
 * CHART-10, H24: a stop that a tablet kept, on a chart where the pump was set to run after it: nobody can say from here
 * what the pump does now.
 */
function readThePump(draft: Draft, kind: 'stop' | 'cease', effect: Effect): void {
  draft.infusion = { ...draft.infusion, rateMlPerHour: null, rateUnconfirmed: true }
  draft.moQuestions.push({ seq: effect.seq, at: effect.at, about: 'bedside-fact' })
  addEvent(draft, kind, effect, null)
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
