import type { DueItem } from '../chart/dueItem.ts'
import type { Entry, EntryKind } from '../chart/entries.ts'
import { type Instant, minutesBetween, type TimeZone } from '../time.ts'
import { durationText, numberText, whenText } from '../wording.ts'

const NOUNS: Partial<Readonly<Record<EntryKind, string>>> = {
  weightRecorded: 'the weight recorded',
  bloodsResulted: 'the blood collected',
  infusionPrescribed: 'the change of protocol',
  bolusGiven: 'the bolus',
  infusionStarted: 'the start',
  bagHung: 'the bag hung',
  apttCollected: 'the sample collected',
  apttResulted: 'the sample collected',
  rateChanged: 'the rate change',
  rateKept: 'no change, signed',
  rateOrdered: 'the order',
  infusionStopped: 'the stop',
  infusionCeased: 'the cease',
  infusionInterrupted: 'the interruption',
  infusionResumed: 'the resume',
  infusionRecommenced: 'the recommencing',
  bedsideFactRecorded: 'what was found at the bedside',
  infusionRestarted: 'the restart',
  entryStruckOut: 'the strike-out',
  observationRecorded: 'what was seen',
  fallRecorded: 'the fall',
  adverseEventRecorded: 'the event',
  infusionReviewed: 'the MO review',
  procedurePlanned: 'the procedure booked',
  procedureMoved: 'the procedure booked',
  procedureEnded: 'the procedure ended',
}

const MINUTES_PER_HOUR = 60
const ONE_DAY_HOURS = 24

/** The kind of entry at a place; the act that it countersigns stands for a countersign. */
export function actKindOf(entries: readonly Entry[], seq: number): EntryKind | undefined {
  const entry = entries.find((each) => each.seq === seq)
  return entry?.kind === 'countersigned' ? actKindOf(entries, entry.actSeq) : entry?.kind
}

/** What a due time counts from, named: `6 hours after the rate change at 07:30` (NOMO-8). */
export function anchorText(
  item: Pick<DueItem, 'anchor' | 'dueAt' | 'kind'>,
  entries: readonly Entry[],
  now: Instant,
  zone: TimeZone,
): string {
  return anchorTextFrom(actKindOf(entries, item.anchor.seq), item, now, zone)
}

/** The same where only the kind of entry that it counts from is at hand, as in the due list of a ward. */
export function anchorTextFrom(
  from: EntryKind | undefined,
  { anchor, dueAt, kind }: Pick<DueItem, 'dueAt' | 'kind'> & { anchor: { readonly at: Instant } },
  now: Instant,
  zone: TimeZone,
): string {
  const isResult = from === 'apttResulted' && kind !== 'aptt-collection'
  const own = kind === 'deviation-explained' ? 'the deviation' : from && NOUNS[from]
  const noun = isResult ? 'the result' : (own ?? 'the entry')
  const at = `${noun} at ${whenText(anchor.at, now, zone)}`
  const minutes = minutesBetween(anchor.at, dueAt)
  if (minutes <= -1) return `${longText(-minutes)} before ${at}`
  if (minutes < 1) return `since ${at}`
  return `${longText(minutes)} after ${at}`
}

/** Whole hours in full, as a rule states them: `6 hours`; else `1 hr 30 min`. */
function longText(minutes: number): string {
  const hours = minutes / MINUTES_PER_HOUR
  if (!Number.isInteger(hours) || hours > ONE_DAY_HOURS) return durationText(minutes)
  return `${numberText(hours)}\u00a0${hours === 1 ? 'hour' : 'hours'}`
}
