import { useId } from 'react'
import type { Chart } from '../chart/chart.ts'
import { dueItems } from '../chart/due.ts'
import { protocolOf } from '../chart/results.ts'
import { useNow, useZone } from '../store/useChart.ts'
import { type Instant, MS_PER_MINUTE, plusHours, type TimeZone, wallClockAt } from '../time.ts'
import { clockText, dayText, numberText } from '../wording.ts'
import classes from './Trend.module.css'
import { FLOOR_SECONDS, type Point, type TrendShape, trendShape } from './trendShape.ts'
import { ScrollBox } from './ui/ScrollBox.tsx'

const WIDTH = 760
const LEFT = 44
const RIGHT = 16
const APTT = { top: 30, bottom: 212 }
const RATE = { top: 250, bottom: 324 }
const AXIS_Y = 344
const HEIGHT = 368
/** Half of the word "due", with room before it. */
const DUE_HALF_WIDTH = 18

interface Scales {
  readonly shape: TrendShape
  readonly x: (at: Instant) => number
  readonly aptt: (seconds: number) => number
  readonly rate: (mlPerHour: number) => number
}

/** The APTT over the rate, to scale, with the therapeutic band, stops as gaps and the present as a line. */
export function Trend({ chart }: { chart: Chart }) {
  const now = useNow()
  const zone = useZone()
  const hatch = useId()
  const shape = trendShape(chart, now)
  if (shape === null) return null
  const scales = scalesOf(shape)
  return (
    <figure className={classes.trend} aria-labelledby="trend">
      <figcaption id="trend" className={classes.title}>
        Trend <span className={classes.span}>{spanText(shape, now, zone)}</span>
      </figcaption>
      <ScrollBox label="Trend, to scale">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes.svg} role="img">
          <title>{titleText(shape, chart)}</title>
          <defs>
            <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse">
              <path d="M-2 2 2-2M0 8 8 0M6 10l4-4" className={classes.hatch} />
            </pattern>
          </defs>
          <Band chart={chart} scales={scales} />
          <Hours scales={scales} zone={zone} />
          <Scale scales={scales} />
          <Off scales={scales} fill={`url(#${hatch})`} />
          <Rate scales={scales} />
          <Boluses scales={scales} />
          <Points scales={scales} />
          <NowLine chart={chart} scales={scales} now={now} />
        </svg>
      </ScrollBox>
    </figure>
  )
}

function scalesOf(shape: TrendShape): Scales {
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

function spanText({ from }: TrendShape, now: Instant, zone: TimeZone): string {
  const isToday = dayText(from, zone) === dayText(now, zone)
  return `since ${clockText(from, zone)}${isToday ? '' : `, ${dayText(from, zone)}`}`
}

function titleText({ points }: TrendShape, chart: Chart): string {
  const range = protocolOf(chart)?.therapeuticRange
  const target = range ? `, target ${range.fromSeconds} to ${range.toSeconds} seconds` : ''
  const last = points.at(-1)
  const latest = last ? ` Latest APTT ${last.text}.` : ' No APTT yet.'
  return `APTT over the infusion rate${target}.${latest} Every figure is in the table below.`
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
const MS_PER_HOUR = 60 * MS_PER_MINUTE

function Hours({ scales: { shape, x }, zone }: { scales: Scales; zone: TimeZone }) {
  return ticksOf(shape, zone).map((at) => (
    <g key={at}>
      <line className={classes.grid} x1={x(at)} x2={x(at)} y1={APTT.top} y2={RATE.bottom} />
      <text className={classes.axis} x={x(at)} y={AXIS_Y} textAnchor="middle">
        {clockText(at, zone)}
      </text>
    </g>
  ))
}

/** Whole hours of the wall clock, as many as there is room for. */
function ticksOf({ from, to }: TrendShape, zone: TimeZone): Instant[] {
  const hours = (to - from) / MS_PER_HOUR
  const step = HOUR_STEPS.find((each) => hours / each <= MOST_TICKS) ?? MOST_TICKS
  const past = wallClockAt(from, zone).minute * MS_PER_MINUTE + (from % MS_PER_MINUTE)
  const first = plusHours((from - past) as Instant, 1)
  return Array.from({ length: Math.ceil(hours) }, (_, index) => plusHours(first, index)).filter(
    (at) => at < to && wallClockAt(at, zone).hour % step === 0,
  )
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

function Rate({ scales: { shape, x, rate } }: { scales: Scales }) {
  return shape.stretches.flatMap(({ from, to, rateMlPerHour }, index) => {
    if (rateMlPerHour === null) return []
    const before = shape.stretches[index - 1]
    const joined = before?.rateMlPerHour ?? null
    const y = rate(rateMlPerHour)
    const isNew = joined !== rateMlPerHour
    return [
      <g key={from}>
        <path
          className={classes.rate}
          d={`M${x(from)} ${joined === null ? y : rate(joined)}V${y}H${x(to)}`}
        />
        {isNew && (
          <text className={classes.value} x={x(from) + 4} y={y - 6}>
            {numberText(rateMlPerHour)}
          </text>
        )}
      </g>,
    ]
  })
}

function Boluses({ scales: { shape, x } }: { scales: Scales }) {
  return shape.boluses.map(({ seq, at }) => (
    <g key={seq} transform={`translate(${x(at)} ${APTT.bottom + 22})`}>
      <path className={classes.bolus} d="M-6-10H6L0 0z" />
      <text className={classes.value} x={10} y={0}>
        bolus
      </text>
    </g>
  ))
}

function Points({ scales }: { scales: Scales }) {
  const { shape, x, aptt } = scales
  return (
    <>
      {shape.runs.map((run) => (
        <polyline
          key={run[0]?.seq}
          className={classes.run}
          points={run.map(({ at, seconds }) => `${x(at)},${aptt(seconds)}`).join(' ')}
        />
      ))}
      {shape.points.map((point) => (
        <Mark key={point.seq} point={point} scales={scales} />
      ))}
    </>
  )
}

const SPENT: ReadonlySet<Point['use']> = new Set(['usable', 'acted', 'old'])

function Mark({ point, scales: { x, aptt } }: { point: Point; scales: Scales }) {
  const { limit, text, use } = point
  const isCounted = SPENT.has(use)
  return (
    <g transform={`translate(${x(point.at)} ${aptt(point.seconds)})`}>
      <circle r="6" className={isCounted ? classes.point : classes.pointAside} />
      {limit === 'above' && <path className={classes.arrow} d="M0-8V-22M-5-17 0-22 5-17" />}
      {limit === 'below' && <path className={classes.arrow} d="M0 8V22M-5 17 0 22 5 17" />}
      <text
        className={classes.value}
        x={limit === 'above' ? 12 : 0}
        y={limit === 'above' ? 5 : -13}
        textAnchor={limit === 'above' ? 'start' : 'middle'}
      >
        {text}
      </text>
    </g>
  )
}

interface NowLineProps {
  chart: Chart
  scales: Scales
  now: Instant
}

function NowLine({ chart, scales: { shape, x }, now }: NowLineProps) {
  const next = dueItems(chart, now).find(({ kind }) => kind === 'aptt-collection')
  const isInView = next && next.dueAt > now && next.dueAt < shape.to
  return (
    <>
      <line className={classes.now} x1={x(now)} x2={x(now)} y1={APTT.top - 8} y2={RATE.bottom} />
      {/* A due time close by has its own word: this one then keeps to its left. */}
      <text
        className={classes.nowText}
        x={isInView ? x(now) - DUE_HALF_WIDTH : x(now)}
        y={HEIGHT - 4}
        textAnchor={isInView ? 'end' : 'middle'}
      >
        now
      </text>
      {isInView && (
        <text className={classes.dueText} x={x(next.dueAt)} y={HEIGHT - 4} textAnchor="middle">
          due
        </text>
      )}
      {isInView && (
        <path className={classes.due} d={`M${x(next.dueAt)} ${APTT.top}V${RATE.bottom}`} />
      )}
    </>
  )
}
