import { numberText } from '../wording.ts'
import classes from './Trend.module.css'
import { labelSides, widthOf } from './trendLabels.ts'
import { APTT, LEFT, type Scales, WIDTH } from './trendScales.ts'
import { isCounted, type Point } from './trendShape.ts'

/** What happened: the rate as steps, the boluses, the APTTs. */
export function TrendCourse({ scales }: { scales: Scales }) {
  return (
    <>
      <Rate scales={scales} />
      <Boluses scales={scales} />
      <Points scales={scales} />
    </>
  )
}

function Rate({ scales: { shape, x, rate } }: { scales: Scales }) {
  const steps = shape.stretches.flatMap(({ from, to, rateMlPerHour, deviates }, index) => {
    if (rateMlPerHour === null) return []
    const joined = shape.stretches[index - 1]?.rateMlPerHour ?? null
    const text = `${numberText(rateMlPerHour)}${deviates ? ' deviation' : ''}`
    const isNew = joined !== rateMlPerHour
    return [{ from, to, y: rate(rateMlPerHour), joined, isNew, text, left: x(from) + 4 }]
  })
  const named = steps.filter(({ isNew }) => isNew)
  const sides = labelSides(named)
  return (
    <>
      {steps.map(({ from, to, y, joined }) => (
        <path
          key={from}
          className={classes.rate}
          d={`M${x(from)} ${joined === null ? y : rate(joined)}V${y}H${x(to)}`}
        />
      ))}
      {named.map(({ from, y, text, left }, index) => (
        <text
          key={from}
          className={classes.value}
          x={left}
          y={sides[index] === 'below' ? y + 18 : y - 6}
        >
          {text}
        </text>
      ))}
    </>
  )
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
  const sides = labelSides(
    shape.points.map(({ at, text }) => ({ text, left: x(at) - widthOf(text) / 2 })),
  )
  return (
    <>
      {shape.runs.map((run) => (
        <polyline
          key={run[0]?.seq}
          className={classes.run}
          points={run.map(({ at, seconds }) => `${x(at)},${aptt(seconds)}`).join(' ')}
        />
      ))}
      {shape.points.map((point, index) => (
        <Mark
          key={point.seq}
          point={point}
          scales={scales}
          isBelow={sides[index] === 'below' && point.limit === null}
        />
      ))}
    </>
  )
}

/** How far a figure in the middle of its point is moved to keep off the scale at the left, and within the drawing. */
function inward(text: string, x: number): number {
  const half = widthOf(text) / 2
  return Math.max(0, LEFT + half - x) - Math.max(0, x + half - WIDTH)
}

interface MarkProps {
  point: Point
  scales: Scales
  /** Its figure stands below it: above there is no room. */
  isBelow: boolean
}

function Mark({ point, scales: { x, aptt }, isBelow }: MarkProps) {
  const { limit, text } = point
  return (
    <g transform={`translate(${x(point.at)} ${aptt(point.seconds)})`}>
      <circle r="6" className={isCounted(point) ? classes.point : classes.pointAside} />
      {limit === 'above' && <path className={classes.arrow} d="M0-8V-22M-5-17 0-22 5-17" />}
      {limit === 'below' && <path className={classes.arrow} d="M0 8V22M-5 17 0 22 5 17" />}
      <text
        className={classes.value}
        x={limit === 'above' ? 12 : inward(text, x(point.at))}
        y={limit === 'above' ? 5 : isBelow ? 22 : -13}
        textAnchor={limit === 'above' ? 'start' : 'middle'}
      >
        {text}
      </text>
    </g>
  )
}
