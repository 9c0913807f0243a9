import type { Chart } from '../chart/chart.ts'
import type { Entry } from '../chart/entries.ts'

/** A chart with the entries it was folded from. */
export interface ChartShown {
  readonly chart: Chart
  readonly entries: readonly Entry[]
}
