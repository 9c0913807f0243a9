/**
 * The chart from its entries: one pass over a private draft. Entries come in the server's order; running rate,
 * sample states, run and due times follow the stated clinical times (SIGN-7).
 */

import { SIGNATURE_TIMES } from '../protocols/ward.ts'
import { instantOf } from '../time.ts'
import type { Chart, Pending } from './chart.ts'
import { addOwed, type Draft, effectOf, type Handlers } from './draft.ts'
import { type Entry, type EntryOf, isPendingKind, type PendingEntry } from './entries.ts'
import { bagHandlers, labelsAgree, labelsDiffer } from './foldBag.ts'
import { bleedingHandlers } from './foldBleeding.ts'
import { bloodsHandlers } from './foldBloods.ts'
import * as dose from './foldDose.ts'
import * as facts from './foldFacts.ts'
import { prescribingHandlers } from './foldPrescribing.ts'
import { procedureHandlers } from './foldProcedures.ts'
import { dropIfMoSigned, noteMoUntold, reviewHandlers } from './foldReviews.ts'
import { infusionCeased, infusionStopped } from './foldStop.ts'
import { applyStrike, type Strike, strikeOf } from './foldStrike.ts'
import { opened } from './opened.ts'
import { signsAsFirst } from './secondOf.ts'

/**
 * Derives a chart from its entries, the first of which is `chartOpened`. `before` sees the chart as it stood before each
 * further entry (its `entries` are all of them): it reads at once and keeps nothing, the chart goes on changing.
 * @throws Error when it is not, or the list is empty
 */
export function fold(
  entries: readonly Entry[],
  before: (chart: Chart, entry: Entry) => void = () => {},
): Chart {
  const course = begun(entries)
  for (const entry of entries) {
    if (entry === course.first) continue
    before(course.draft, entry)
    advance(course, entry)
  }
  return course.draft
}

/** A chart that takes further entries in. `chart` is to be read before the next one: it goes on changing. */
export interface Following {
  readonly chart: Chart
  add(entry: Entry): void
}

/** Derives a chart as `fold` does and goes on from there, an entry at a time. @throws Error as `fold` */
export function follow(entries: readonly Entry[]): Following {
  const own = [...entries]
  const course = begun(own)
  for (const entry of entries) if (entry !== course.first) advance(course, entry)
  return {
    get chart() {
      return course.draft
    },
    add(entry) {
      own.push(entry)
      advance(course, entry)
    },
  }
}

/** A chart as far as it has been derived. */
interface Course {
  readonly first: EntryOf<'chartOpened'>
  readonly entries: readonly Entry[]
  /** What each strike-out meant to the chart that it was signed on. */
  readonly strikes: Map<number, Strike>
  draft: Draft
  lastIndex: number
}

function begun(entries: readonly Entry[]): Course {
  const [first] = entries
  if (first?.kind !== 'chartOpened') throw new Error('a chart begins with chartOpened')
  return { first, entries, strikes: new Map(), draft: opened(first, entries), lastIndex: 0 }
}

function advance(course: Course, entry: Entry): void {
  course.lastIndex += 1
  if (entry.kind === 'entryStruckOut') course.draft = struckOut(course, entry)
  else take(course.draft, entry, false)
}

function struckOut(course: Course, entry: EntryOf<'entryStruckOut'>): Draft {
  const { draft: before, strikes } = course
  const draft = placed(replayed(course, entry), entry)
  const strike = strikeOf(before, draft, entry)
  strikes.set(entry.seq, strike)
  // What was void stays void, and what waits goes on waiting, unless this strike-out itself voids it (SIGN-8).
  draft.pending = before.pending
  applyStrike(draft, strike, entry)
  return draft
}

/** The chart up to a strike-out, the last entry, derived again without what is struck out (CHART-1). */
function replayed(
  { first, entries, lastIndex, strikes }: Course,
  last: EntryOf<'entryStruckOut'>,
): Draft {
  const draft = opened(first, entries)
  for (const [seq, { struckSeq }] of strikes) draft.struck.set(struckSeq, seq)
  draft.struck.set(last.struckSeq, last.seq)
  for (const entry of entries.slice(1, lastIndex)) {
    const strike = strikes.get(entry.seq)
    if (strike) applyStrike(placed(draft, entry), strike, entry)
    else take(draft, entry, draft.struck.has(entry.seq))
  }
  return draft
}

function take(draft: Draft, entry: Entry, struck: boolean): void {
  apply(placed(draft, entry), entry, struck)
}

function placed(draft: Draft, { seq, version }: Entry): Draft {
  draft.seq = seq
  draft.version = version
  return draft
}

const handlers: Handlers = {
  weightRecorded: facts.weightRecorded,
  infusionPrescribed: facts.infusionPrescribed,
  rateKept(draft, entry) {
    dose.decide(draft, entry.resultSeq, entry.seq)
    addOwed(draft, entry, 'keep')
    noteMoUntold(draft, entry, instantOf(entry.happenedAt))
  },
  rateOrdered: facts.rateOrdered,
  bolusOrdered: facts.bolusOrdered,
  infusionStopped,
  infusionCeased,
  infusionInterrupted: dose.infusionInterrupted,
  bleedingAssessed: facts.bleedingAssessed,
  suspensionCleared: facts.suspensionCleared,
  bedsideFactRecorded: dose.bedsideFactRecorded,
  countersigned(draft, entry) {
    countersigned(draft, entry)
    dropIfMoSigned(draft, entry)
  },
  actWithdrawn(draft) {
    draft.pending = null
  },
  wardTransferred(draft, entry) {
    draft.wardId = entry.wardId
    draft.bed = entry.bed
  },
  chartClosed(draft) {
    draft.open = false
    draft.pending = null
  },
  secondCheckMatched(draft, entry) {
    const at = instantOf(entry.happenedAt)
    draft.pending = withPending(draft, entry.actSeq, (pending) => ({
      ...pending,
      matched: { by: entry.by, at },
    }))
  },
  secondCheckMismatched,
  ...bagHandlers,
  ...bleedingHandlers,
  ...bloodsHandlers,
  ...prescribingHandlers,
  ...procedureHandlers,
  ...reviewHandlers,
}

function apply(draft: Draft, entry: Entry, struck: boolean): void {
  // A struck collection or result stays in its place on the chart; every other struck entry has no effect.
  if (entry.kind === 'apttCollected') facts.apttCollected(draft, entry, struck)
  else if (entry.kind === 'apttResulted') facts.apttResulted(draft, entry, struck)
  else if (struck) return
  else if (isPendingKind(entry.kind)) draft.pending = pendingOf(entry as PendingEntry)
  else (handlers[entry.kind] as ((draft: Draft, entry: Entry) => void) | undefined)?.(draft, entry)
}

function pendingOf(entry: PendingEntry): Pending {
  return {
    actSeq: entry.seq,
    entry,
    recordedAt: instantOf(entry.recordedAt),
    matched: null,
    mismatches: 0,
  }
}

function withPending(
  draft: Draft,
  actSeq: number,
  change: (pending: Pending) => Pending | null,
): Pending | null {
  return draft.pending?.actSeq === actSeq ? change(draft.pending) : draft.pending
}

function countersigned(draft: Draft, entry: EntryOf<'countersigned'>): void {
  const act = signedTwice(draft, entry)
  if (act) {
    draft.pending = withPending(draft, act.seq, () => null)
    dose.takeEffect(draft, act, { ...effectOf(entry), actSeq: act.seq })
    return
  }
  const place = draft.owed.findIndex(({ actSeq }) => actSeq === entry.actSeq)
  const owed = draft.owed[place]
  if (!owed) return
  const isFirst = owed.firstMissing && signsAsFirst(owed, entry.by)
  const left = isFirst
    ? { ...owed, by: entry.by, firstMissing: false }
    : { ...owed, secondMissing: false }
  if (left.firstMissing || left.secondMissing) draft.owed[place] = left
  else draft.owed.splice(place, 1)
  if (owed.kind === 'fact' && !isFirst) confirmRate(draft, owed.actSeq)
  if (owed.kind === 'bag') labelsAgree(draft, owed.actSeq)
}

/**
 * The act that a countersign put into effect: its signature was taken, so the pump was set. Read again, the record does
 * not decide anew whether what came between had voided it (CHART-1, H47).
 */
function signedTwice(
  { pending, entries, struck }: Draft,
  { actSeq }: EntryOf<'countersigned'>,
): PendingEntry | null {
  if (pending?.actSeq === actSeq) return pending.entry
  const act = entries[actSeq - 1]
  if (act?.seq !== actSeq || !isPendingKind(act.kind) || struck.has(actSeq)) return null
  return act as PendingEntry
}

/** CHART-1: a pump reading that two people signed ends "unconfirmed: read the pump". */
function confirmRate(draft: Draft, factSeq: number): void {
  const last = dose.lastAtPump(draft)
  if (!draft.infusion.rateUnconfirmed || last?.actSeq !== factSeq) return
  draft.infusion = { ...draft.infusion, rateUnconfirmed: false, rateMlPerHour: last.rateMlPerHour }
}

function secondCheckMismatched(draft: Draft, entry: EntryOf<'secondCheckMismatched'>): void {
  labelsDiffer(draft, entry)
  draft.pending = withPending(draft, entry.actSeq, (pending) => {
    // Only the read-back differed: the blind figures were equal, so from here nothing lapses (SIGN-8).
    if (entry.step === 'read-back') {
      const matched = pending.matched ?? { by: entry.by, at: instantOf(entry.happenedAt) }
      return { ...pending, matched }
    }
    const mismatches = pending.mismatches + 1
    const isVoid = mismatches >= SIGNATURE_TIMES.mismatchesThatVoid && pending.matched === null
    return isVoid ? null : { ...pending, mismatches }
  })
}
