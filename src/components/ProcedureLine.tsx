import { Link } from 'wouter'
import type { Chart } from '../chart/chart.ts'
import { useNow, useZone } from '../store/useChart.ts'
import classes from './NowPanel.module.css'
import { procedureLines } from './procedureWords.ts'

/** A planned procedure beside what the pump does: when it is booked or ended, and the next time (PROC-1). */
export function ProcedureLine({ chart }: { chart: Chart }) {
  const now = useNow()
  const zone = useZone()
  return procedureLines(chart, now, zone).map((text) => (
    <p key={text} className={classes.detail}>
      {text} <Link href={`/charts/${chart.chartId}/procedure`}>Plan</Link>
    </p>
  ))
}
