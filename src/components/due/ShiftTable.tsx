import { Link } from 'wouter'
import { Spoken } from '../ui/Spoken.tsx'
import { useHeldOrder } from '../ui/useHeldOrder.ts'
import type { DueOnChart } from './DueRow.tsx'
import classes from './ShiftPage.module.css'

/** What is due in a shift, in words: the timeline for who cannot see it, and for paper. */
export function ShiftTable({ lines }: { lines: readonly DueOnChart[] }) {
  const rows = useHeldOrder(lines, { keyOf: ({ chartId, line }) => `${chartId} ${line.key}` })
  if (rows.length === 0) return <p>Nothing is due in this shift.</p>
  return (
    <table className={classes.table}>
      <caption className="visuallyHidden">What is due in this shift</caption>
      <thead>
        <tr>
          <th scope="col">Bed</th>
          <th scope="col">Patient</th>
          <th scope="col">What</th>
          <th scope="col">When</th>
          <th scope="col">Whose</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, place, row: { chartId, patient, line } }) => (
          <tr key={key} {...place}>
            <td>{patient?.bed}</td>
            <th scope="row">
              <Link href={`/charts/${chartId}`} className={classes.chart ?? ''}>
                {patient?.name}
              </Link>
            </th>
            <td>{line.title}</td>
            <td>
              <Spoken text={line.when} />
            </td>
            <td>{line.owner}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
