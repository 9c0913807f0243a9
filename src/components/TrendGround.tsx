import type { Chart } from '../chart/chart.ts'
import { protocolOf } from '../chart/results.ts'
import type { TimeZone } from '../time.ts'
import { numberText } from '../wording.ts'
import classes from './Trend.module.css'
import { TrendHours } from './TrendHours.tsx'
import { APTT, LEFT, RATE, RIGHT, type Scales, WIDTH } from './trendScales.ts'

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
      <TrendHours scales={scales} zone={zone} />
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
        APTT, seconds
      </text>
      <text className={classes.axis} x={LEFT - 8} y={rate(shape.topMlPerHour) + 5} textAnchor="end">
        {shape.topMlPerHour}
      </text>
      <text className={classes.axis} x={LEFT - 8} y={RATE.bottom + 5} textAnchor="end">
        0
      </text>
      <text className={classes.unit} x={0} y={RATE.top - 12}>
        Rate, mL/hr
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

/** Room for the word. */
const OFF_WIDTH = 30

function Off({ scales: { shape, x }, fill }: { scales: Scales; fill: string }) {
  return shape.stretches
    .filter(({ rateMlPerHour }) => rateMlPerHour === null)
    .map(({ from, to }) => {
      const width = x(to) - x(from)
      const isWide = width >= OFF_WIDTH
      return (
        <g key={from}>
          <rect
            x={x(from)}
            y={APTT.top}
            width={width}
            height={RATE.bottom - APTT.top}
            fill={fill}
          />
          <text
            className={classes.off}
            x={isWide ? x(from) + width / 2 : x(from) - 4}
            y={RATE.bottom - 6}
            textAnchor={isWide ? 'middle' : 'end'}
          >
            off
          </text>
        </g>
      )
    })
}
