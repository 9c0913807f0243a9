const MINUTES_PER_HOUR = 60
const HOUR_STEPS = [1, 2, 3, 6, 12, 24, 48, 72, 168]
const MOST_TICKS = 9

/** A plot's room, in the units of its drawing. */
export const PLOT = { width: 760, height: 276, left: 56, right: 16, top: 32, bottom: 236 } as const

/** Where a share of 0 to 100 per cent stands. */
export function heightOf(percent: number): number {
  return PLOT.bottom - (percent / 100) * (PLOT.bottom - PLOT.top)
}

export const PERCENT_TICKS = [0, 25, 50, 75, 100] as const

/** Hours from 0 to `hours`, as many as there is room for. */
export function hourTicks(hours: number): number[] {
  const step = HOUR_STEPS.find((each) => hours / each <= MOST_TICKS) ?? hours
  return Array.from({ length: Math.floor(hours / step) + 1 }, (_, index) => index * step)
}

/** The whole hours that a plot of so many minutes spans, at least one. */
export function hoursSpanned(minutes: number): number {
  return Math.max(1, Math.ceil(minutes / MINUTES_PER_HOUR))
}
