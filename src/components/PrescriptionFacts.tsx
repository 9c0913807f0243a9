import type { Chart } from '../chart/chart.ts'
import { useNow, useZone } from '../store/useChart.ts'
import classes from './PrescriptionFacts.module.css'
import { prescriptionLines } from './prescriptionLines.ts'

/** The prescription in force, line by line. */
export function PrescriptionFacts({ chart }: { chart: Chart }) {
  const now = useNow()
  const zone = useZone()
  return (
    <dl className={classes.lines}>
      {prescriptionLines({ chart, now, zone }).map(({ label, values }) => (
        <div key={label} className={classes.line}>
          <dt>{label}</dt>
          {values.map((value) => (
            <dd key={value}>{value}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
