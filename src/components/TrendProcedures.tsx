import type { Procedure } from '../chart/care.ts'
import type { Chart } from '../chart/chart.ts'
import { procedureName } from '../chart/procedureName.ts'
import { ceaseWindow } from '../chart/procedureTimes.ts'
import { earlierOf, type Instant, laterOf } from '../time.ts'
import classes from './Trend.module.css'
import { APTT, RATE, type Scales } from './trendScales.ts'

/** The cease window of each procedure, its booked time and its actual end, as far as they are in view (PROC-1). */
export function TrendProcedures({ chart, scales }: { chart: Chart; scales: Scales }) {
  return chart.procedures
    .filter(({ isCancelled }) => !isCancelled)
    .map((plan) => (
      <g key={plan.seq}>
        <Window plan={plan} scales={scales} />
        {plan.end === null ? (
          <Line at={plan.bookedAt} text={procedureName(plan.procedure)} scales={scales} />
        ) : (
          <Line at={plan.end.at} text={`${procedureName(plan.procedure)} ended`} scales={scales} />
        )}
      </g>
    ))
}

/** Room for the window's word. */
const WORD_WIDTH = 24

function Window({ plan, scales: { shape, x } }: { plan: Procedure; scales: Scales }) {
  const { opens, closes } = ceaseWindow(plan)
  const from = laterOf(opens, shape.from)
  const to = earlierOf(closes, shape.to)
  if (from >= to) return null
  const width = x(to) - x(from)
  return (
    <>
      <rect
        className={classes.ceaseWindow}
        x={x(from)}
        y={RATE.top}
        width={width}
        height={RATE.bottom - RATE.top}
      />
      {width >= WORD_WIDTH && (
        <text className={classes.procedureText} x={x(from) + 4} y={RATE.top + 14}>
          cease
        </text>
      )}
    </>
  )
}

interface LineProps {
  at: Instant
  text: string
  scales: Scales
}

/** Its word stands to the left: to the right of a time close by there is no room. */
function Line({ at, text, scales: { shape, x } }: LineProps) {
  if (at < shape.from || at > shape.to) return null
  return (
    <>
      <path className={classes.procedure} d={`M${x(at)} ${APTT.top}V${RATE.bottom}`} />
      <text className={classes.procedureText} x={x(at) - 4} y={APTT.bottom + 22} textAnchor="end">
        {text}
      </text>
    </>
  )
}
