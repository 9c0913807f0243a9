import type { Chart } from '../chart/chart.ts'
import { dueItems } from '../chart/due.ts'
import type { Instant } from '../time.ts'
import classes from './Trend.module.css'
import { APTT, NOW_Y, RATE, type Scales } from './trendScales.ts'

/** Half of the word "due", with room before it. */
const DUE_HALF_WIDTH = 18

interface TrendNowProps {
  chart: Chart
  scales: Scales
  now: Instant
}

/** The present, and the next APTT where it is close by. */
export function TrendNow({ chart, scales: { shape, x }, now }: TrendNowProps) {
  const next = dueItems(chart, now).find(({ kind }) => kind === 'aptt-collection')
  if (now > shape.to) return null
  const isInView = next && next.dueAt > now && next.dueAt < shape.to
  return (
    <>
      <line className={classes.now} x1={x(now)} x2={x(now)} y1={APTT.top - 8} y2={RATE.bottom} />
      {/* A due time close by has its own word: this one then keeps to its left. */}
      <text
        className={classes.nowText}
        x={isInView ? x(now) - DUE_HALF_WIDTH : x(now)}
        y={NOW_Y}
        textAnchor={isInView ? 'end' : 'middle'}
      >
        now
      </text>
      {isInView && (
        <text className={classes.dueText} x={x(next.dueAt)} y={NOW_Y} textAnchor="middle">
          due
        </text>
      )}
      {isInView && (
        <path className={classes.due} d={`M${x(next.dueAt)} ${APTT.top}V${RATE.bottom}`} />
      )}
    </>
  )
}
