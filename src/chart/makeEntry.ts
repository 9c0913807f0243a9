import { isoOf } from '../time.ts'
import type { Ask } from './ask.ts'
import type { Chart } from './chart.ts'
import type { EntryKind, UnhashedEntry } from './entries.ts'
import type { Person } from './people.ts'
import { suspensionsBy } from './suspensionsBy.ts'

/** Entries that the caller's expected version does not count: notes and the like never make a signature fail. */
const UNCOUNTED: ReadonlySet<EntryKind> = new Set([
  'apttCollected',
  'rateKept',
  'wardTransferred',
  'noteWritten',
  'educationGiven',
  'handedOver',
  'allergiesRecorded',
  'amoChanged',
  'secondIndicationRecorded',
  'deviationExplained',
  'bloodsOrdered',
  'bloodsResulted',
  'bloodsReviewed',
  'plateletAlertAnswered',
  'infusionReviewed',
  'eventReviewed',
  'pharmacistReviewed',
  'moToldNamed',
  'observationRecorded',
  'adverseEventRecorded',
  'stepTicked',
  'procedurePlanned',
  'procedureMoved',
  'procedureCancelled',
  'secondCheckMatched',
  'secondCheckMismatched',
  'countersigned',
])

/**
 * The entry of a command: its fields without the signature, with its place, person and time. `counted`: a countersign
 * that puts an act into effect moves the version as well.
 */
export function entryOf(
  { chart, command, by, at }: Pick<Ask, 'chart' | 'at'> & { command: object; by: Person | null },
  kind: EntryKind,
  extra: object,
  counted?: boolean,
): UnhashedEntry {
  const {
    signature: _,
    expectedVersion: __,
    kind: ___,
    ...fields
  } = command as Record<string, unknown>
  const entry = {
    ...fields,
    ...extra,
    kind,
    chartId: chart.chartId,
    seq: chart.seq + 1,
    version: chart.version,
    by: by && { userId: by.userId, name: by.name, role: by.role },
    recordedAt: isoOf(at),
  } as unknown as UnhashedEntry
  return (counted ?? isCounted(entry, chart)) ? { ...entry, version: chart.version + 1 } : entry
}

/** A note that opens a suspension bears on the dose: whoever signs must have seen it (BLEED-0, SIGN-9). */
function isCounted(entry: UnhashedEntry, { infusion }: Chart): boolean {
  return !UNCOUNTED.has(entry.kind) || suspensionsBy(entry, infusion).length > 0
}
