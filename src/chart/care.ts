/** What surrounds the dose, as `fold` derives it: bags, bloods, medicines, reviews, events, procedures. */
import type { Instant } from '../time.ts'
import type {
  BloodTest,
  FourTs,
  Guideline,
  Medicines,
  ProcedureKind,
  SecondIndication,
} from './careFields.ts'
import type { EntryOf } from './entries.ts'
import type { PersonOnEntry } from './people.ts'

/** A bag on the pump (CHART-9). Batch and expiry of the one hung at the start may not be on record. */
export interface Bag {
  readonly seq: number
  readonly at: Instant
  readonly units: number
  readonly volumeMl: number
  readonly batch: string | null
  /** Calendar date. */
  readonly expiry: string | null
}

/**
 * Why nobody can say what hangs, although something is on record: the entry of a wrong bag was struck out, that of a
 * standard one was, or two people read different labels (CHART-9, CHART-1, SIGN-4).
 */
interface BagInDoubt {
  readonly why: 'wrong-struck' | 'struck' | 'labels-differ'
  readonly bagSeq: number
  readonly seq: number
  readonly at: Instant
}

/** Blood results of one collection (CHART-5, TIME-5). */
export interface Bloods {
  readonly seq: number
  readonly collectedAt: Instant
  readonly resultedAt: Instant
  readonly entry: EntryOf<'bloodsResulted'>
}

interface BloodOrder {
  readonly seq: number
  readonly at: Instant
  readonly tests: readonly BloodTest[]
}

/** An MO's look at blood results (CHART-5). */
export interface BloodReview {
  readonly seq: number
  readonly at: Instant
  /** The results looked at. */
  readonly bloodsSeqs: readonly number[]
  /** Baseline tests whose missing result the MO goes on without. */
  readonly goesOnWithout: readonly BloodTest[]
}

/** Haematology's answer to a platelet alert; it returns only at a lower count (HIT-1). */
interface AlertAnswer {
  readonly seq: number
  readonly at: Instant
  readonly bloodsSeq: number
  readonly fourTs: FourTs | null
}

/** Something found that waits for an MO: minor bleeding, new clots, an adverse event (BLEED-1, OBS-1, AE-1). */
export interface CareEvent {
  readonly seq: number
  readonly at: Instant
  readonly about: 'minor-bleeding' | 'clots' | 'adverse-event'
  readonly reviewedBy: number | null
  /** The doctor's word on it; until then it counts as an adverse event, and so it does where nothing was said (AE-1). */
  readonly isAdverse: boolean
}

/** A look for bleeding and clots (OBS-1). */
interface Observation {
  readonly seq: number
  readonly at: Instant
}

/** A step of a guideline that a person ticked. */
interface Tick {
  readonly seq: number
  readonly at: Instant
  readonly by: PersonOnEntry
  readonly guideline: Guideline
  readonly step: string
  readonly aboutSeq: number
  /** Who was asked or told, and when, where the step wants it. */
  readonly name: string | null
  readonly spokenAt: Instant | null
}

/** The actual end of a procedure, and how the site has looked since (PROC-1). */
export interface ProcedureEnd {
  readonly seq: number
  readonly at: Instant
  readonly haemostasisConfirmed: boolean
  /** When somebody last looked. */
  readonly lookedAt: Instant
  /** On the needle or catheter, or at the site; null: none was seen. */
  readonly bloodSeenAt: Instant | null
  /** The last entry that told the end, blood, or bleeding not stopped: an earlier order did not know of it. */
  readonly toldSeq: number
}

/** A planned procedure and what became of it (PROC-1). */
export interface Procedure {
  readonly seq: number
  /** The entry that set the booked time: the plan, or its last move; or that cancelled it. */
  readonly bookedSeq: number
  readonly procedure: ProcedureKind
  readonly bookedAt: Instant
  readonly veryHighThromboticRisk: boolean
  readonly end: ProcedureEnd | null
  readonly isCancelled: boolean
}

/** What a pharmacist wrote on the infusion (SIGN-6). */
interface PharmacistReview {
  readonly seq: number
  readonly at: Instant
  readonly by: PersonOnEntry
  readonly concern: EntryOf<'pharmacistReviewed'>['concern']
}

/** A nurse's titration in effect whose MO told is still to be named (SIGN-2). */
interface MoUntold {
  readonly actSeq: number
  readonly at: Instant
}

/** The part of a chart that surrounds the dose. */
export interface Care {
  /** In the order of hanging; the last one runs. */
  readonly bags: readonly Bag[]
  /** Until a bag is hung, or the label is read alike by two. */
  readonly bagInDoubt: BagInDoubt | null
  /** In the order of collection, struck-out ones left out. */
  readonly bloods: readonly Bloods[]
  readonly bloodOrders: readonly BloodOrder[]
  readonly bloodReviews: readonly BloodReview[]
  readonly alertAnswers: readonly AlertAnswer[]
  readonly medicines: Medicines | null
  readonly secondIndication: SecondIndication | null
  /** The list of medicines that barred the bolus after it was prescribed; null: none has (BOL-3). */
  readonly anticoagulatedBy: number | null
  /** MO reviews, latest last (TIME-4). */
  readonly moReviews: readonly { readonly seq: number; readonly at: Instant }[]
  /** In the order of clinical time (SIGN-6). */
  readonly pharmacistReviews: readonly PharmacistReview[]
  readonly moUntold: readonly MoUntold[]
  readonly careEvents: readonly CareEvent[]
  readonly observations: readonly Observation[]
  readonly ticks: readonly Tick[]
  readonly procedures: readonly Procedure[]
  /** BOL-5: a procedure has ended, or heparin was ceased for one that nobody planned here; until the chart closes. */
  readonly afterProcedure: boolean
  /** Deviations that are not yet explained and copied to the health care record (DEV-1). */
  readonly unexplained: readonly { readonly seq: number; readonly at: Instant }[]
}
