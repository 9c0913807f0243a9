import { type Instant, instantOf, minuteOf } from '../time.ts'
import type { Chart, DoseEvent } from './chart.ts'
import type { Entry, EntryKind, EntryOf } from './entries.ts'

/** Dose events that say nothing of the pump. */
const OFF_THE_PUMP: ReadonlySet<DoseEvent['kind']> = new Set([
  'protocol-change',
  'stop',
  'cease',
  'interruption',
])

/**
 * Whether a stop or cease that a tablet kept comes to a chart on which, after the time it states, somebody set the pump
 * to run or found it running (SIGN-7, CHART-10, H24). One that arrives in its own minute is the newest there is.
 */
export function isOvertaken(
  chart: Pick<Chart, 'entries' | 'events' | 'infusion' | 'pending' | 'seq'>,
  stop: EntryOf<'infusionStopped'> | EntryOf<'infusionCeased'>,
): boolean {
  const stated = instantOf(stop.happenedAt)
  if (stop.captured === undefined) return false
  if (minuteOf(instantOf(stop.recordedAt)) <= minuteOf(stated)) return false
  if (mayBeSetSince(chart, stated)) return true
  const { seenVersion } = stop.captured
  const { status, rateUnconfirmed } = chart.infusion
  // What is struck out has no event, and sent somebody to the pump all the same (CHART-1).
  const acts = [
    ...(rateUnconfirmed ? atPump(chart) : []),
    ...(status === 'running' ? chart.events.filter(({ kind }) => !OFF_THE_PUMP.has(kind)) : []),
  ]
  return acts.some((act) => comesAfter(chart, act, stated, seenVersion))
}

/** Somebody stands at the pump with the card: it may be set already. */
function mayBeSetSince(
  { pending, infusion }: Pick<Chart, 'pending' | 'infusion'>,
  stated: Instant,
) {
  if (!pending?.matched || minuteOf(pending.matched.at) <= minuteOf(stated)) return false
  return infusion.status === 'running' || setsPump.has(pending.entry.kind)
}

/** Acts whose card says what the pump is set to. */
const setsPump: ReadonlySet<EntryKind> = new Set([
  'infusionStarted',
  'rateChanged',
  'infusionRestarted',
  'infusionResumed',
  'infusionRecommenced',
])

/** By what the record so far says that somebody set the pump or found it running, struck out since or not. */
function atPump({ entries, seq: last }: Pick<Chart, 'entries' | 'seq'>) {
  return entries
    .filter((entry) => entry.seq <= last && isAtPump(entry, entries))
    .map(({ seq, happenedAt }) => ({ seq, at: instantOf(happenedAt) }))
}

function isAtPump(entry: Entry, entries: readonly Entry[]): boolean {
  if (entry.kind === 'bedsideFactRecorded') return entry.fact === 'pump-found-at'
  if (entry.kind !== 'secondCheckMatched' && entry.kind !== 'countersigned') return false
  const act = entries[entry.actSeq - 1]
  return act !== undefined && setsPump.has(act.kind)
}

/**
 * CHART-1, NOMO-10: the chart stands at a stop, but two people set the pump after it by an act that is struck out, so
 * that nobody knows what the pump does. A stop from here is another one.
 */
export function isStopOutrun({ entries, infusion, seq: last }: Chart): boolean {
  const { stop, rateUnconfirmed } = infusion
  if (!stop || !rateUnconfirmed) return false
  return entries.some(
    (entry) =>
      entry.seq <= last &&
      entry.kind === 'countersigned' &&
      isAtPump(entry, entries) &&
      minuteOf(instantOf(entry.happenedAt)) > minuteOf(stop.at),
  )
}

/** In the same minute it is before the stop only if the tablet had it on its screen. */
function comesAfter(
  { entries }: Pick<Chart, 'entries'>,
  { at, seq }: Pick<DoseEvent, 'at' | 'seq'>,
  stated: Instant,
  seenVersion: number,
): boolean {
  if (minuteOf(at) !== minuteOf(stated)) return minuteOf(at) > minuteOf(stated)
  return entries.some((entry) => entry.seq === seq && entry.version > seenVersion)
}
