import type { Instant } from '../time.ts'
import { FLOOR_SECONDS, type TrendShape } from './trendShape.ts'

export const WIDTH = 760
export const LEFT = 44
export const RIGHT = 16
export const APTT = { top: 30, bottom: 212 }
export const RATE = { top: 266, bottom: 340 }
export const AXIS_Y = 360
/** Under the hours: the words of the present, and under those the days. */
export const NOW_Y = 380
export const DATE_Y = 400
export const HEIGHT = 406

/** Where times, seconds and rates stand on the drawing. */
export interface Scales {
  readonly shape: TrendShape
  readonly x: (at: Instant) => number
  readonly aptt: (seconds: number) => number
  readonly rate: (mlPerHour: number) => number
}

/** The scales of what is to be drawn. */
export function scalesOf(shape: TrendShape): Scales {
  const { from, to, topSeconds, topMlPerHour } = shape
  const along = (value: number, low: number, high: number) => (value - low) / (high - low)
  return {
    shape,
    x: (at) => LEFT + along(at, from, to) * (WIDTH - LEFT - RIGHT),
    aptt: (seconds) =>
      APTT.bottom - along(seconds, FLOOR_SECONDS, topSeconds) * (APTT.bottom - APTT.top),
    rate: (mlPerHour) => RATE.bottom - (mlPerHour / topMlPerHour) * (RATE.bottom - RATE.top),
  }
}
