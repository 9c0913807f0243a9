import type { Entry, EntryOf, PendingEntry } from '../chart/entries.ts'
import { isPendingKind } from '../chart/entries.ts'
import { pendingAt } from '../chart/pending.ts'
import { SIGNATURE_TIMES } from '../protocols/ward.ts'
import { type Instant, instantOf, plusMinutes, type TimeZone } from '../time.ts'
import { clockText } from '../wording.ts'
import { entryName } from './bedside/entryWords.ts'
import type { ChartShown } from './ChartShown.ts'
import { entryText } from './entryText.ts'

/** What became of an act of two signatures. */
export type Outcome =
  | 'in-effect'
  | 'awaits-check'
  | 'awaits-read-back'
  | 'withdrawn'
  | 'differed-twice'
  | 'voided'
  | 'lapsed'

/** One line of the timeline. */
export interface TimelineLine {
  readonly entry: Entry
  readonly text: string
  /** Null for entries that one signature, or none, puts in effect. */
  readonly outcome: Outcome | null
  readonly struckBy: EntryOf<'entryStruckOut'> | null
}

const HIDDEN = 'Figure kept back until the second check is in'

/** The record, newest first. A figure that awaits its blind check shows to its first signer alone (SIGN-4 a). */
export function timelineLines(
  { chart, entries }: ChartShown,
  now: Instant,
  zone: TimeZone,
  userId: string,
): TimelineLine[] {
  const pending = pendingAt(chart, now)
  return entries
    .map((entry) => {
      const outcome = isPendingKind(entry.kind)
        ? outcomeOf(entry as PendingEntry, entries, pending)
        : null
      const hidden = pending !== null && pending.by.userId !== userId && isUnproven(outcome)
      const text = hidden ? HIDDEN : (actText(entry, entries, zone) ?? entryText(entry, zone))
      return { entry, text, outcome, struckBy: struckBy(entry, entries) }
    })
    .reverse()
}

/** Which act a countersign, a check or a withdrawal is about. */
function actText(entry: Entry, entries: readonly Entry[], zone: TimeZone): string | null {
  if (!('actSeq' in entry)) return null
  const act = entries.find(({ seq }) => seq === entry.actSeq)
  if (!act) return null
  const about = `${entryName(act.kind)} ${clockText(instantOf(act.happenedAt), zone)}`
  const more = entryText(entry, zone)
  return more === '' ? about : `${about}. ${more}`
}

function isUnproven(outcome: Outcome | null): boolean {
  return outcome !== null && outcome !== 'in-effect'
}

function struckBy({ seq }: Entry, entries: readonly Entry[]): EntryOf<'entryStruckOut'> | null {
  const strike = entries.find((each) => each.kind === 'entryStruckOut' && each.struckSeq === seq)
  return strike?.kind === 'entryStruckOut' ? strike : null
}

function outcomeOf(
  act: PendingEntry,
  entries: readonly Entry[],
  pending: ReturnType<typeof pendingAt>,
): Outcome {
  const about = entries.filter((each) => 'actSeq' in each && each.actSeq === act.seq)
  const has = (kind: Entry['kind']) => about.some((each) => each.kind === kind)
  if (has('countersigned')) return 'in-effect'
  if (pending?.actSeq === act.seq) return pending.matched ? 'awaits-read-back' : 'awaits-check'
  if (has('actWithdrawn')) return 'withdrawn'
  const differed = about.filter(
    (each) => each.kind === 'secondCheckMismatched' && each.step === 'check',
  )
  if (differed.length >= SIGNATURE_TIMES.mismatchesThatVoid) return 'differed-twice'
  return wasVoided(act, entries) ? 'voided' : 'lapsed'
}

const VOIDING: ReadonlySet<Entry['kind']> = new Set([
  'infusionStopped',
  'infusionCeased',
  'apttResulted',
  'entryStruckOut',
  'infusionPrescribed',
  'bedsideFactRecorded',
  'procedureEnded',
])

const MAY_SUSPEND: ReadonlySet<Entry['kind']> = new Set([
  'observationRecorded',
  'fallRecorded',
  'adverseEventRecorded',
])

/** A finding that suspended has moved the version, others have not (BLEED-0, SIGN-9). */
function hasSuspended(entry: Entry, entries: readonly Entry[]): boolean {
  const before = entries.find(({ seq }) => seq === entry.seq - 1)
  return MAY_SUSPEND.has(entry.kind) && before !== undefined && entry.version > before.version
}

/** Something that voids came before the first signature could lapse (SIGN-8, SIGN-9). */
function wasVoided(act: PendingEntry, entries: readonly Entry[]): boolean {
  const lapse = plusMinutes(instantOf(act.recordedAt), SIGNATURE_TIMES.lapsesAfterMinutes)
  const matched = entries.some(
    (each) => each.kind === 'secondCheckMatched' && each.actSeq === act.seq,
  )
  return entries.some(
    (each) =>
      each.seq > act.seq &&
      (VOIDING.has(each.kind) || hasSuspended(each, entries)) &&
      (matched || instantOf(each.recordedAt) < lapse),
  )
}
