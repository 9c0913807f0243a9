/** One line of the table: what was measured, against what, and whether that is what the goal asks. */
export interface Row {
  readonly against: string
  /** The figure as the table shows it. */
  readonly figure: string
  /** What the goal asks, as the table shows it. */
  readonly asked: string
  /** Null: nothing is asked; the figure is there to be known. */
  readonly met: boolean | null
}

/** A goal of `docs/performance.md`, measured in a process of its own. */
export interface Goal {
  /** `G1` and so on. */
  readonly id: string
  readonly title: string
  measure(): Promise<readonly Row[]>
}

const DIGITS = 3

/** A ratio as the table shows it: three figures. */
export function times(value: number): string {
  return `${inDigits(value)}x`
}

/** A number as the table shows it: three figures. */
export function inDigits(value: number): string {
  return Number(value.toPrecision(DIGITS)).toLocaleString('en-AU')
}

/** The product may cost at most so many times what the limit costs. */
export function atMost(against: string, value: number, limit: number): Row {
  return { against, figure: times(value), asked: `at most ${times(limit)}`, met: value <= limit }
}

/** The peer has to cost at least so many times what the product costs. */
export function atLeast(against: string, value: number, least: number): Row {
  return { against, figure: times(value), asked: `at least ${times(least)}`, met: value >= least }
}

/** An amount of something (`us`, `CPU s`) that may not be above the limit. */
export function within(against: string, value: number, limit: number, unit: string): Row {
  return {
    against,
    figure: `${inDigits(value)} ${unit}`,
    asked: `at most ${inDigits(limit)} ${unit}`,
    met: value <= limit,
  }
}

/** A figure of which nothing is asked. */
export function told(against: string, figure: string): Row {
  return { against, figure, asked: '-', met: null }
}
