import type { Entry, EntryKind } from '../../chart/entries.ts'
import type { TimeZone } from '../../time.ts'
import { instantOf } from '../../time.ts'
import { clockText } from '../../wording.ts'

const NAMES: Readonly<Record<EntryKind, string>> = {
  chartOpened: 'Chart opened',
  weightRecorded: 'Weight recorded',
  infusionPrescribed: 'Heparin prescribed',
  bolusGiven: 'Bolus signed',
  infusionStarted: 'Start signed',
  apttCollected: 'APTT collected',
  apttResulted: 'APTT result entered',
  rateChanged: 'Rate change signed',
  rateKept: 'No change signed',
  rateOrdered: 'Rate ordered by the MO',
  bolusOrdered: 'Bolus ordered by the MO',
  infusionStopped: 'Infusion stopped',
  infusionCeased: 'Infusion ceased',
  infusionInterrupted: 'Infusion off',
  infusionResumed: 'Resume signed',
  infusionRecommenced: 'Recommencing signed',
  bleedingAssessed: 'MO assessment signed',
  suspensionCleared: 'Suspension cleared',
  bedsideFactRecorded: 'Bedside fact recorded',
  infusionRestarted: 'Restart signed',
  countersigned: 'Countersigned',
  entryStruckOut: 'Entry struck out',
  actWithdrawn: 'Act withdrawn',
  wardTransferred: 'Moved to another ward',
  chartClosed: 'Chart closed',
  noteWritten: 'Note written',
  educationGiven: 'Education given',
  handedOver: 'Handed over',
  secondCheckMatched: 'Second check agreed',
  secondCheckMismatched: 'Second check differed',
}

/** What an entry is, without its figures: fit for a screen that a checker may look at (SIGN-4). */
export function entryName(kind: EntryKind): string {
  return NAMES[kind]
}

/** `14:05 Rate change signed, Adams, Jo (RN)` */
export function entryLine(entry: Entry, zone: TimeZone): string {
  const at = clockText(instantOf(entry.happenedAt), zone)
  return `${at} ${NAMES[entry.kind]}, ${entry.by.name} (${entry.by.role})`
}
