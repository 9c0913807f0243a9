import type { Chart } from '../chart/chart.ts'
import { protocolOf } from '../chart/results.ts'
import { type Instant, MS_PER_MINUTE, plusHours, type TimeZone, wallClockAt } from '../time.ts'
import { clockText, dayText, numberText } from '../wording.ts'
import classes from './Trend.module.css'
import { APTT, AXIS_Y, LEFT, RATE, RIGHT, type Scales, WIDTH } from './trendScales.ts'
import type { TrendShape } from './trendShape.ts'

interface TrendGroundProps {
  chart: Chart
  scales: Scales
  zone: TimeZone
  /** The fill of a time when the infusion was off. */
  fill: string
}

/** What the trend stands on: the target band, the hours, both scales, and the times when nothing ran. */
export function TrendGround({ chart, scales, zone, fill }: TrendGroundProps) {
  return (
    <>
      <Band chart={chart} scales={scales} />
      <Hours scales={scales} zone={zone} />
      <Scale scales={scales} />
      <Off scales={scales} fill={fill} />
    </>
  )
}

function Band({ chart, scales: { aptt } }: { chart: Chart; scales: Scales }) {
  const range = protocolOf(chart)?.therapeuticRange
  if (!range) return null
  const top = aptt(range.toSeconds)
  return (
    <>
      <rect
        className={classes.band}
        x={LEFT}
        y={top}
        width={WIDTH - LEFT - RIGHT}
        height={aptt(range.fromSeconds) - top}
      />
      <text className={classes.bandText} x={LEFT + 8} y={top + 18}>
        target {numberText(range.fromSeconds)} to {numberText(range.toSeconds)}
      </text>
    </>
  )
}

const HOUR_STEPS = [1, 2, 3, 4, 6]
const MOST_TICKS = 9
/** A date is longer than a time. */
const MOST_DATES = 7
const EDGE = 0.02
const MS_PER_HOUR = 60 * MS_PER_MINUTE

function Hours({ scales: { shape, x }, zone }: { scales: Scales; zone: TimeZone }) {
  return ticksOf(shape, zone).map(({ at, text }) => (
    <g key={at}>
      <line className={classes.grid} x1={x(at)} x2={x(at)} y1={APTT.top} y2={RATE.bottom} />
      <text className={classes.axis} x={x(at)} y={AXIS_Y} textAnchor="middle">
        {text}
      </text>
    </g>
  ))
}

/** Whole hours of the wall clock, as many as there is room for; of many days their midnights, by date. */
function ticksOf({ from, to }: TrendShape, zone: TimeZone): { at: Instant; text: string }[] {
  const hours = (to - from) / MS_PER_HOUR
  const past = wallClockAt(from, zone).minute * MS_PER_MINUTE + (from % MS_PER_MINUTE)
  const first = plusHours((from - past) as Instant, 1)
  const each = Array.from({ length: Math.ceil(hours) }, (_, index) => plusHours(first, index))
  // At the very edge there is no room for the text.
  const inView = each.filter((at) => at < to - (to - from) * EDGE)
  const step = HOUR_STEPS.find((one) => hours / one <= MOST_TICKS)
  if (step !== undefined) {
    return inView
      .filter((at) => wallClockAt(at, zone).hour % step === 0)
      .map((at) => ({ at, text: clockText(at, zone) }))
  }
  const midnights = inView.filter((at) => wallClockAt(at, zone).hour === 0)
  const days = Math.ceil(midnights.length / MOST_DATES)
  return midnights
    .filter((_, index) => index % days === 0)
    .map((at) => ({ at, text: dayText(at, zone) }))
}

function Scale({ scales: { shape, aptt, rate } }: { scales: Scales }) {
  const seconds = [40, 60, 80, 100, 120, 140, 160].filter((each) => each <= shape.topSeconds)
  return (
    <>
      {seconds.map((each) => (
        <text key={each} className={classes.axis} x={LEFT - 8} y={aptt(each) + 5} textAnchor="end">
          {each}
        </text>
      ))}
      <text className={classes.unit} x={0} y={APTT.top - 16}>
        seconds
      </text>
      <text className={classes.axis} x={LEFT - 8} y={rate(shape.topMlPerHour) + 5} textAnchor="end">
        {shape.topMlPerHour}
      </text>
      <text className={classes.axis} x={LEFT - 8} y={RATE.bottom + 5} textAnchor="end">
        0
      </text>
      <text className={classes.unit} x={0} y={RATE.top - 14}>
        mL/hr
      </text>
      <line
        className={classes.base}
        x1={LEFT}
        x2={WIDTH - RIGHT}
        y1={RATE.bottom}
        y2={RATE.bottom}
      />
    </>
  )
}

function Off({ scales: { shape, x }, fill }: { scales: Scales; fill: string }) {
  return shape.stretches
    .filter(({ rateMlPerHour }) => rateMlPerHour === null)
    .map(({ from, to }) => (
      <g key={from}>
        <rect
          x={x(from)}
          y={APTT.top}
          width={x(to) - x(from)}
          height={RATE.bottom - APTT.top}
          fill={fill}
        />
        <text className={classes.off} x={x(from) + 4} y={RATE.bottom - 6}>
          off
        </text>
      </g>
    ))
}
