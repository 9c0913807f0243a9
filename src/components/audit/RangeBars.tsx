import { AUDIT_LIMITS } from '../../protocols/ward.ts'
import { useZone } from '../../store/useChart.ts'
import type { AuditFigure, AuditPage, AuditPeriod } from '../../store/wardAudit.ts'
import { instantOf } from '../../time.ts'
import { dayAndClockText, numberText } from '../../wording.ts'
import trend from '../Trend.module.css'
import { Disclosure } from '../ui/Disclosure.tsx'
import { ScrollBox } from '../ui/ScrollBox.tsx'
import { figureText, PERIOD_WORDS } from './figureWords.ts'
import { PercentAxis } from './PercentAxis.tsx'
import classes from './Plot.module.css'
import { heightOf, PLOT } from './plotScale.ts'

const PUBLISHED = AUDIT_LIMITS.publishedTimeInRangePercent

type InRange = Extract<AuditFigure['value'], { kind: 'in-range' }>

interface RangeBarsProps {
  readonly period: AuditPeriod
  readonly charts: AuditPage['charts']
  readonly isNamed: boolean
}

/** Time in range of each infusion, the lowest first, with the ward's own and the published figure as lines. */
export function RangeBars({ period, charts, isNamed }: RangeBarsProps) {
  const id = `time-in-range-${period.name}`
  const value = period.figures.find((each) => each.id === 'time-in-range')?.value
  if (value?.kind !== 'in-range') return null
  const isOwnUpper = (value.percent ?? 0) >= PUBLISHED
  const title = `Time in therapeutic range${isNamed ? `: ${PERIOD_WORDS[period.name].toLowerCase()}` : ''}`
  return (
    <figure className={classes.plot} aria-labelledby={id}>
      <figcaption id={id} className={trend.title}>
        {title}
      </figcaption>
      {value.percent === null ? (
        <p className={classes.empty}>
          No two samples of one infusion to draw a line between yet. Choose a longer period.
        </p>
      ) : (
        <>
          <ScrollBox label={`${title}, to scale`}>
            <svg viewBox={`0 0 ${PLOT.width} ${PLOT.height}`} className={trend.svg} role="img">
              <title>{`${title}: ${figureText(value)}.`}</title>
              <PercentAxis of="time in range" />
              <text className={trend.unit} x={PLOT.left} y={PLOT.bottom + 20}>
                a bar for each infusion, the lowest first
              </text>
              <Bars value={value} />
              <Level percent={value.percent} text="this ward" isOwn isUpper={isOwnUpper} />
              <Level percent={PUBLISHED} text="published" isUpper={!isOwnUpper} />
            </svg>
          </ScrollBox>
          <Disclosure summary="The same as a table">
            <InfusionTable value={value} charts={charts} />
          </Disclosure>
        </>
      )}
    </figure>
  )
}

/** Right of the bars, where the two lines have their words. */
const WORDS_WIDTH = 150
const MOST_BAR_WIDTH = 48
const LEAST_DRAWN = 2

function Bars({ value }: { value: InRange }) {
  const shares = value.infusions.map(({ percent }) => percent).sort((a, b) => a - b)
  const room = (PLOT.width - PLOT.left - PLOT.right - WORDS_WIDTH) / shares.length
  const width = Math.min(MOST_BAR_WIDTH, room * 0.75)
  return shares.map((percent, index) => {
    // An infusion never in range still stands there.
    const top = Math.min(heightOf(percent), PLOT.bottom - LEAST_DRAWN)
    return (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no names of their own, and the list never moves
        key={index}
        className={classes.bar}
        x={PLOT.left + index * room + (room - width) / 2}
        y={top}
        width={width}
        height={PLOT.bottom - top}
      />
    )
  })
}

interface LevelProps {
  readonly percent: number
  readonly text: string
  readonly isOwn?: boolean
  readonly isUpper: boolean
}

/** A line across the bars, its words at its right end: above the upper line, below the lower, so that they never meet. */
function Level({ percent, text, isOwn = false, isUpper }: LevelProps) {
  const y = heightOf(percent)
  const end = PLOT.width - PLOT.right
  return (
    <>
      <line
        className={isOwn ? classes.own : classes.published}
        x1={PLOT.left}
        x2={end}
        y1={y}
        y2={y}
      />
      <text className={trend.value} x={end} y={isUpper ? y - 6 : y + 18} textAnchor="end">
        {`${text} ${numberText(percent)} %`}
      </text>
    </>
  )
}

function InfusionTable({ value, charts }: { value: InRange; charts: AuditPage['charts'] }) {
  const zone = useZone()
  const nameOf = (id: string) =>
    charts.find(({ chartId }) => chartId === id)?.patient ?? 'A chart that has left this ward'
  return (
    <table className={classes.table}>
      <caption>{figureText(value)}</caption>
      <thead>
        <tr>
          <th scope="col">Infusion</th>
          <th scope="col">Started</th>
          <th scope="col">In range</th>
        </tr>
      </thead>
      <tbody>
        {value.infusions.map(({ chartId, startedAt, percent }) => (
          <tr key={`${chartId} ${startedAt}`}>
            <th scope="row">{nameOf(chartId)}</th>
            <td>{dayAndClockText(instantOf(startedAt), zone)}</td>
            <td>{numberText(percent)} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
