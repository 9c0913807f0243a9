import type { Instant } from '../time.ts'
import type { MetricId } from './metrics.ts'

/** A stretch of time: from `from` on, up to and without `to`. */
export interface Span {
  readonly from: Instant
  readonly to: Instant
}

/** The time of a chart on one ward; `to` null: it is still there. */
export interface Stay {
  readonly wardId: string
  readonly from: Instant
  readonly to: Instant | null
}

/** The time between two valid samples, and the parts of it in which the line between them lay in range. */
export interface MeasuredSpan extends Span {
  readonly inRange: readonly Span[]
}

/** One infusion from its start to its cease: the unit of the audit (AUDIT-1). */
export interface Episode {
  readonly start: Instant
  /** The cease, or the present while it runs on. */
  readonly followedTo: Instant
  /** When its first therapeutic sample was collected. */
  readonly therapeuticAt: Instant | null
  readonly measured: readonly MeasuredSpan[]
}

/** One thing that a metric counts, and whether it was as the metric asks. */
export interface Observation {
  readonly metric: MetricId
  readonly at: Instant
  readonly met: boolean
}

/** The time from a first to a second signature, in milliseconds; `at`: of the second. */
export interface Wait {
  readonly at: Instant
  readonly ms: number
}

/** What the audit reads from one chart: small enough to keep for each chart of a ward, and the same for every period. */
export interface ChartFacts {
  readonly chartId: string
  readonly stays: readonly Stay[]
  readonly episodes: readonly Episode[]
  readonly observations: readonly Observation[]
  readonly waits: readonly Wait[]
}
