import { useId, useState } from 'react'
import type { Chart } from '../chart/chart.ts'
import { protocolOf } from '../chart/results.ts'
import { useNow, useZone } from '../store/useChart.ts'
import { type Instant, MS_PER_MINUTE, type TimeZone } from '../time.ts'
import { clockText, dayText } from '../wording.ts'
import classes from './Trend.module.css'
import { TrendControls } from './TrendControls.tsx'
import { TrendCourse } from './TrendCourse.tsx'
import { TrendGround } from './TrendGround.tsx'
import { TrendNow } from './TrendNow.tsx'
import { TrendProcedures } from './TrendProcedures.tsx'
import { HEIGHT, scalesOf, WIDTH } from './trendScales.ts'
import { type TrendShape, trendShape } from './trendShape.ts'
import { LAST_DAY, movedBy, type TrendView, windowOf, zoomedBy } from './trendView.ts'
import { ScrollBox } from './ui/ScrollBox.tsx'
import { useTouchInTime } from './useTouchInTime.ts'

const MS_PER_HOUR = 60 * MS_PER_MINUTE

interface TrendProps {
  readonly chart: Chart
  /** What it shows first: paper, which nobody can move, all of the course. */
  readonly begin?: TrendView
}

/** The APTT over the rate, to scale, with the therapeutic band, stops as gaps and the present as a line. */
export function Trend({ chart, begin = LAST_DAY }: TrendProps) {
  const now = useNow()
  const zone = useZone()
  const hatch = useId()
  const [view, setView] = useState(begin)
  const shape = trendShape(chart, now, view)
  const first = shape?.first ?? now
  const touch = useTouchInTime({
    move: (part) =>
      setView((before) => {
        const { from, to } = windowOf(before, first, now)
        return movedBy(before, (part * (to - from)) / MS_PER_HOUR, first, now)
      }),
    zoom: (factor, part) => setView((before) => zoomedBy(before, { factor, part }, first, now)),
  })
  if (shape === null) return null
  const scales = scalesOf(shape)
  return (
    <figure className={classes.trend} aria-labelledby="trend">
      <figcaption id="trend" className={classes.title}>
        Trend <span className={classes.span}>{spanText(shape, now, zone)}</span>
      </figcaption>
      <TrendControls view={view} first={shape.first} now={now} onChange={setView} />
      <ScrollBox label="Trend, to scale">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          className={`${classes.svg} ${view.span === 'all' ? classes.whole : classes.part}`}
          role="img"
          {...touch}
        >
          <title>{titleText(shape, chart)}</title>
          <defs>
            <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse">
              <path d="M-2 2 2-2M0 8 8 0M6 10l4-4" className={classes.hatch} />
            </pattern>
          </defs>
          <TrendGround chart={chart} scales={scales} zone={zone} fill={`url(#${hatch})`} />
          <TrendProcedures chart={chart} scales={scales} />
          <TrendNow chart={chart} scales={scales} now={now} />
          <TrendCourse scales={scales} />
        </svg>
      </ScrollBox>
    </figure>
  )
}

function spanText({ from, to }: TrendShape, now: Instant, zone: TimeZone): string {
  const text = (at: Instant) =>
    `${clockText(at, zone)}${dayText(at, zone) === dayText(now, zone) ? '' : `, ${dayText(at, zone)}`}`
  return to < now ? `from ${text(from)} to ${text(to)}` : `since ${text(from)}`
}

function titleText({ points }: TrendShape, chart: Chart): string {
  const range = protocolOf(chart)?.therapeuticRange
  const target = range ? `, target ${range.fromSeconds} to ${range.toSeconds} seconds` : ''
  const last = points.at(-1)
  const latest = last ? ` Latest APTT ${last.text}.` : ' No APTT yet.'
  return `APTT over the infusion rate${target}.${latest} Every figure is in the table below.`
}
