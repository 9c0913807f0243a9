import type { ChartFacts, Span } from './facts.ts'

/** A chart with the windows in which it counts. */
export interface InView {
  readonly facts: ChartFacts
  readonly windows: readonly Span[]
}
