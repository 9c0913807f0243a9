import { type Instant, instantOf, minuteOf } from '../time.ts'
import type { Chart, DoseEvent } from './chart.ts'
import type { EntryOf } from './entries.ts'

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
  chart: Pick<Chart, 'entries' | 'events' | 'infusion' | 'pending'>,
  stop: EntryOf<'infusionStopped'> | EntryOf<'infusionCeased'>,
): boolean {
  const stated = instantOf(stop.happenedAt)
  if (stop.captured === undefined || chart.infusion.status !== 'running') return false
  if (minuteOf(instantOf(stop.recordedAt)) <= minuteOf(stated)) return false
  // Somebody stands at the pump with the card: it may be set already.
  const { matched } = chart.pending ?? { matched: null }
  if (matched && minuteOf(matched.at) > minuteOf(stated)) return true
  const { seenVersion } = stop.captured
  return chart.events.some(
    (event) => !OFF_THE_PUMP.has(event.kind) && comesAfter(chart, event, stated, seenVersion),
  )
}

/** In the same minute it is before the stop only if the tablet had it on its screen. */
function comesAfter(
  { entries }: Pick<Chart, 'entries'>,
  { at, seq }: DoseEvent,
  stated: Instant,
  seenVersion: number,
): boolean {
  if (minuteOf(at) !== minuteOf(stated)) return minuteOf(at) > minuteOf(stated)
  return entries.some((entry) => entry.seq === seq && entry.version > seenVersion)
}
