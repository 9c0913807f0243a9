/** The chart as `fold` derives it from its entries: state that does not depend on the present time. */

import type { Advice } from '../nomogram/advise.ts'
import type { ParsedAptt } from '../nomogram/parseAptt.ts'
import type { Instant } from '../time.ts'
import type { Care } from './care.ts'
import type { Allergy } from './careFields.ts'
import type { Entry, EntryOf, PendingEntry } from './entries.ts'
import type {
  CeaseReason,
  Deviation,
  Patient,
  Restriction,
  Site,
  SuspensionReason,
} from './fields.ts'
import type { PersonOnEntry } from './people.ts'

export interface Weight {
  readonly seq: number
  readonly kg: number
  readonly method: 'measured' | 'estimated'
  readonly reason: string | null
  readonly at: Instant
  readonly by: PersonOnEntry
}

/** The prescription in force. `afterCease`: it is one for recommencing (RECOM-1). */
interface Prescription {
  readonly seq: number
  readonly at: Instant
  readonly entry: EntryOf<'infusionPrescribed'>
  readonly afterCease: boolean
}

/** A stop in force. `restartNotBefore` null: provisional, an MO decides (SIGN-5). */
export interface Stop {
  readonly reason: 'nomogram' | 'concern'
  readonly seq: number
  readonly at: Instant
  readonly rateBeforeMlPerHour: number | null
  readonly restartNotBefore: Instant | null
  readonly restartRateMlPerHour: number | null
}

type InfusionStatus = 'not-started' | 'running' | 'stopped' | 'interrupted' | 'ceased'

export interface Infusion {
  readonly status: InfusionStatus
  /** Since when it is in this status; while running, since when at this rate. */
  readonly since: Instant | null
  /** The running rate in mL/hr as last read back; null while not running, and while unconfirmed (CHART-1). */
  readonly rateMlPerHour: number | null
  /** The act that set this state. */
  readonly setBySeq: number | null
  readonly stop: Stop | null
  readonly interruption: {
    readonly seq: number
    readonly at: Instant
    readonly rateBeforeMlPerHour: number
  } | null
  readonly cease: {
    readonly reason: CeaseReason
    readonly seq: number
    readonly at: Instant
  } | null
  readonly firstStartedAt: Instant | null
  /** CHART-1: the entry that set the rate or the stop was struck out; only a stop is advised until the pump is read. */
  readonly rateUnconfirmed: boolean
}

export type DoseEventKind =
  | 'start'
  | 'bolus'
  | 'rate-change'
  | 'stop'
  | 'cease'
  | 'interruption'
  | 'resume'
  | 'restart'
  | 'recommence'
  | 'protocol-change'
  | 'bag-change'

/** What really happened to the infusion and when (clinical time). `rateMlPerHour` null: off from here. */
export interface DoseEvent {
  readonly kind: DoseEventKind
  /** The entry that put it into effect: for an act of two signatures its countersign. */
  readonly seq: number
  readonly actSeq: number
  readonly at: Instant
  readonly rateMlPerHour: number | null
  /** NOMO-9: makes earlier samples stale. Interruptions and resumes of up to 30 min do not. */
  readonly staling: boolean
}

/** One dose act that waits for its second signature (SIGN-8, SIGN-9); see `pendingAt` for its lapse. */
export interface Pending {
  readonly actSeq: number
  readonly entry: PendingEntry
  readonly recordedAt: Instant
  readonly matched: { readonly by: PersonOnEntry; readonly at: Instant } | null
  readonly mismatches: number
}

/** An act in effect whose signature is missing: its second, or (identity unconfirmed) its first. */
export interface Owed {
  readonly actSeq: number
  readonly at: Instant
  /** Null for a stop that nobody was signed in for: whoever signs it first is then its first signer (SIGN-5). */
  readonly by: PersonOnEntry | null
  readonly kind: 'stop' | 'cease' | 'keep' | 'fact' | 'strike-out' | 'bag'
  readonly secondMissing: boolean
  readonly firstMissing: boolean
  /** For "no change": the result it decided and the rate it kept, which its checker keys (SIGN-3). */
  readonly kept: { readonly resultSeq: number; readonly rateMlPerHour: number | null } | null
}

export interface Collection {
  readonly seq: number
  readonly at: Instant
  readonly site: Site
  readonly accession: string | null
  readonly struck: boolean
}

/** A result on the chart. `decidedBy`: the entry in effect that acted on its sample. */
export interface Result {
  readonly seq: number
  readonly text: string
  readonly parsed: Exclude<ParsedAptt, { kind: 'refused' }>
  readonly collectedAt: Instant
  readonly resultedAt: Instant
  readonly recordedAt: Instant
  readonly site: Site
  readonly accession: string | null
  readonly collectionSeq: number | null
  readonly storedAdvice: Advice | null
  readonly struck: boolean
  /** A newer version of the same sample's result (NOMO-11). */
  readonly replacedBy: number | null
  readonly decidedBy: number | null
  /** The sample had been acted on under an earlier version of the result; this one goes to the MO. */
  readonly amendsDecided: boolean
  /** It says the same as the version acted on: entered twice, not amended (NOMO-11). */
  readonly sameAsDecided: boolean
  /** It came while a lasting deviation was in force: the nomogram never answers it (DEV-1). */
  readonly underDeviation: boolean
}

export interface RateOrder {
  readonly seq: number
  readonly at: Instant
  readonly entry: EntryOf<'rateOrdered'>
  readonly usedBy: number | null
}

export interface BolusOrder {
  readonly seq: number
  readonly at: Instant
  readonly source: 'prescription' | 'order'
  readonly units: number
  /** The result it answers, or null for the prescription's own bolus. */
  readonly resultSeq: number | null
  readonly givenBy: number | null
  /** The entry that withheld it, for good. */
  readonly withheldBy: number | null
}

export interface Suspension {
  readonly reason: SuspensionReason
  readonly seq: number
  readonly at: Instant
  /** Where it was seen again: the latest sighting, which an assessment stated before it has not seen (TIME-3). */
  readonly lastSeenAt?: Instant
}

export interface Assessment {
  readonly seq: number
  readonly at: Instant
  readonly finding: 'none' | 'minor' | 'major'
  readonly plan: 'restart' | 'later' | 'stay-off'
  readonly until: Instant | null
}

/** A lasting deviation (DEV-1). */
interface DeviationInForce {
  readonly seq: number
  readonly at: Instant
  readonly deviation: Deviation
}

/** A matter that waits for an MO and that any later MO act on the infusion answers (CHART-1, CHART-10). */
interface MoQuestion {
  readonly seq: number
  readonly at: Instant
  readonly about: 'bedside-fact' | 'strike-out' | 'wrong-bag'
}

export interface Chart extends Care {
  /** The record itself, in the server's order. */
  readonly entries: readonly Entry[]
  readonly chartId: string
  readonly seq: number
  readonly version: number
  readonly open: boolean
  readonly openedAt: Instant
  readonly wardId: string
  readonly bed: string
  readonly patient: Patient
  readonly allergies: readonly Allergy[]
  readonly amo: string
  readonly weight: Weight | null
  readonly prescription: Prescription | null
  /** BOL-9: from the prescription in force; `stroke` stands on the stroke protocol. */
  readonly restrictions: readonly Restriction[]
  readonly infusion: Infusion
  /** In the order they took effect on the record. */
  readonly events: readonly DoseEvent[]
  readonly pending: Pending | null
  readonly owed: readonly Owed[]
  readonly collections: readonly Collection[]
  /** In the order of collection. */
  readonly results: readonly Result[]
  readonly rateOrders: readonly RateOrder[]
  readonly bolusOrders: readonly BolusOrder[]
  readonly suspensions: readonly Suspension[]
  /** The MO's assessment since the last stop. */
  readonly assessment: Assessment | null
  readonly deviation: DeviationInForce | null
  readonly moQuestions: readonly MoQuestion[]
  /** Struck entry -> the entry that strikes it. */
  readonly struck: ReadonlyMap<number, number>
}
