import type { Chart } from '../chart/chart.ts'
import { useNow, useZone } from '../store/useChart.ts'
import { LinkButton } from './LinkButton.tsx'
import classes from './ProcedureLine.module.css'
import { procedureLines } from './procedureWords.ts'

/** A planned procedure beside what the pump does: when it is booked or ended, and the next time (PROC-1). */
export function ProcedureLine({ chart }: { chart: Chart }) {
  const now = useNow()
  const zone = useZone()
  return procedureLines(chart, now, zone).map((text) => (
    <div key={text} className={classes.line}>
      <p>{text}</p>
      <LinkButton href={`/charts/${chart.chartId}/procedure`} look="quiet" small flush>
        Procedure
      </LinkButton>
    </div>
  ))
}
