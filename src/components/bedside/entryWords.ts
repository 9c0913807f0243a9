import type { Entry, EntryKind } from '../../chart/entries.ts'
import { nameAndRole } from '../../chart/people.ts'
import { type Instant, instantOf, type TimeZone } from '../../time.ts'
import { whenText } from '../../wording.ts'

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
  rateOrdered: 'Rate ordered',
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
  bagHung: 'Bag hung',
  bolusWithheld: 'Bolus withheld',
  allergiesRecorded: 'Allergies recorded',
  amoChanged: 'AMO changed',
  medicinesRecorded: 'Other medicines recorded',
  secondIndicationRecorded: 'Second indication recorded',
  deviationEnded: 'Deviation ended',
  deviationExplained: 'Deviation explained',
  bloodsOrdered: 'Bloods ordered',
  bloodsResulted: 'Blood results entered',
  bloodsReviewed: 'Bloods reviewed',
  plateletAlertAnswered: 'Platelet alert answered',
  infusionReviewed: 'MO review',
  eventReviewed: 'MO review of an event',
  pharmacistReviewed: 'Pharmacist review',
  moToldNamed: 'MO told',
  observationRecorded: 'Bleeding check',
  fallRecorded: 'Fall recorded',
  adverseEventRecorded: 'Adverse event recorded',
  stepTicked: 'Guideline step done',
  procedurePlanned: 'Procedure planned',
  procedureMoved: 'Procedure moved',
  procedureEnded: 'Procedure ended',
  procedureCancelled: 'Procedure cancelled',
  secondCheckMatched: 'Second check agreed',
  secondCheckMismatched: 'Second check differed',
}

/** What an entry is, without its figures: fit for a screen that a checker may look at (SIGN-4). */
export function entryName(kind: EntryKind): string {
  return NAMES[kind]
}

/** `14:05 Rate change signed, Adams, Jo (RN)`; of another day, with its date. */
export function entryLine(entry: Entry, now: Instant, zone: TimeZone): string {
  const at = whenText(instantOf(entry.happenedAt), now, zone)
  return `${at} ${NAMES[entry.kind]}, ${nameAndRole(entry.by)}`
}
