import { useId } from 'react'
import type { Chart } from '../chart/chart.ts'
import { protocolOf } from '../chart/results.ts'
import { useNow, useZone } from '../store/useChart.ts'
import type { Instant, TimeZone } from '../time.ts'
import { clockText, dayText } from '../wording.ts'
import classes from './Trend.module.css'
import { TrendCourse } from './TrendCourse.tsx'
import { TrendGround } from './TrendGround.tsx'
import { TrendNow } from './TrendNow.tsx'
import { TrendProcedures } from './TrendProcedures.tsx'
import { HEIGHT, scalesOf, WIDTH } from './trendScales.ts'
import { type TrendShape, trendShape } from './trendShape.ts'
import { ScrollBox } from './ui/ScrollBox.tsx'

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
          <TrendGround chart={chart} scales={scales} zone={zone} fill={`url(#${hatch})`} />
          <TrendProcedures chart={chart} scales={scales} />
          <TrendCourse scales={scales} />
          <TrendNow chart={chart} scales={scales} now={now} />
        </svg>
      </ScrollBox>
    </figure>
  )
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
