import { type Instant, MS_PER_MINUTE, plusHours, type TimeZone, wallClockAt } from '../time.ts'
import { clockText, dayText } from '../wording.ts'
import classes from './Trend.module.css'
import { APTT, AXIS_Y, DATE_Y, LEFT, RATE, RIGHT, type Scales, WIDTH } from './trendScales.ts'
import type { TrendShape } from './trendShape.ts'

const HOUR_STEPS = [1, 2, 3, 4, 6]
const MOST_TICKS = 9
/** A date is longer than a time. */
const MOST_DATES = 7
const EDGE = 0.02
const MS_PER_HOUR = 60 * MS_PER_MINUTE

/** The hours of the wall clock with the days that they belong to; of many days their midnights, by date. */
export function TrendHours({ scales, zone }: { scales: Scales; zone: TimeZone }) {
  const { shape, x } = scales
  const hours = wholeHours(shape, zone)
  const midnights = hours.filter((at) => wallClockAt(at, zone).hour === 0)
  const step = HOUR_STEPS.find((one) => (shape.to - shape.from) / MS_PER_HOUR / one <= MOST_TICKS)
  if (step === undefined) {
    const each = Math.ceil(midnights.length / MOST_DATES)
    return midnights
      .filter((_, index) => index % each === 0)
      .map((at) => <Tick key={at} x={x(at)} text={dayText(at, zone)} />)
  }
  return (
    <>
      {hours
        .filter((at) => wallClockAt(at, zone).hour % step === 0)
        .map((at) => (
          <Tick key={at} x={x(at)} text={clockText(at, zone)} />
        ))}
      <Days scales={scales} midnights={midnights} zone={zone} />
    </>
  )
}

function wholeHours({ from, to }: TrendShape, zone: TimeZone): Instant[] {
  const past = wallClockAt(from, zone).minute * MS_PER_MINUTE + (from % MS_PER_MINUTE)
  const first = plusHours((from - past) as Instant, 1)
  const count = Math.ceil((to - from) / MS_PER_HOUR)
  // At the very edge there is no room for the text.
  return Array.from({ length: count }, (_, index) => plusHours(first, index)).filter(
    (at) => at < to - (to - from) * EDGE,
  )
}

function Tick({ x, text }: { x: number; text: string }) {
  return (
    <g>
      <line className={classes.grid} x1={x} x2={x} y1={APTT.top} y2={RATE.bottom} />
      <text className={classes.axis} x={x} y={AXIS_Y} textAnchor="middle">
        {text}
      </text>
    </g>
  )
}

/** A date, in the units of the drawing. */
const DATE_WIDTH = 84

interface DaysProps {
  scales: Scales
  midnights: readonly Instant[]
  zone: TimeZone
}

/** The same hour may stand there twice: each day has its date, from the left edge on. */
function Days({ scales: { shape, x }, midnights, zone }: DaysProps) {
  const [next] = midnights
  const starts = midnights.map((at) => ({ at, left: x(at) }))
  const hasRoom = next === undefined || x(next) - LEFT > DATE_WIDTH
  const days = hasRoom ? [{ at: shape.from, left: LEFT }, ...starts] : starts
  return days.map(({ at, left }) => (
    <text
      key={at}
      className={classes.axis}
      x={Math.min(left, WIDTH - RIGHT - DATE_WIDTH)}
      y={DATE_Y}
    >
      {dayText(at, zone)}
    </text>
  ))
}
