/** What a figure of the audit is: its value and the charts behind it. */
import type { MetricId } from './metrics.ts'

/** How many of how many; `percent` to one decimal, null where there was nothing to count. */
export interface Share {
  readonly kind: 'share'
  readonly count: number
  readonly of: number
  readonly percent: number | null
}
interface Count {
  readonly kind: 'count'
  readonly count: number
}
/** Minutes between two things, to the tenth; null where there was none. */
interface Between {
  readonly kind: 'between'
  readonly of: number
  readonly medianMinutes: number | null
  readonly shortestMinutes: number | null
  readonly longestMinutes: number | null
}
/** Minutes in range of minutes measured, with each infusion's own share. */
interface InRange {
  readonly kind: 'in-range'
  readonly minutes: number
  readonly ofMinutes: number
  readonly percent: number | null
  readonly infusions: readonly {
    readonly chartId: string
    readonly startedAt: string
    readonly percent: number
  }[]
}
/** The Kaplan-Meier curve: minutes from the start, and the share that had reached the range by then. */
interface Curve {
  readonly kind: 'curve'
  readonly reached: number
  readonly of: number
  readonly medianMinutes: number | null
  readonly followedMinutes: number
  readonly steps: readonly {
    readonly minutes: number
    readonly atRisk: number
    readonly reached: number
    readonly percent: number
  }[]
}
export type Value = Share | Count | Between | InRange | Curve

/** A chart behind a figure, with its own part of it. */
export interface Behind {
  readonly chartId: string
  readonly count: number
  readonly of: number
}

export interface Figure {
  readonly id: MetricId
  readonly value: Value
  readonly charts: readonly Behind[]
}
