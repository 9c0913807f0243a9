import classes from './RecordingGrid.module.css'

const COLUMNS = [
  { head: 'Due', ask: 'date, time' },
  { head: 'Collected', ask: 'date, time, site' },
  { head: 'APTT', ask: 'seconds, as reported' },
  { head: 'Band', ask: 'the row it lies in' },
  { head: 'Bolus', ask: 'units; MO’s order' },
  { head: 'Stop', ask: 'from, to' },
  { head: 'Old rate', ask: 'mL/hr, read from the pump' },
  { head: 'New rate', ask: 'mL/hr' },
  { head: 'Pump set', ask: 'date, time' },
  { head: 'First signature', ask: 'name, designation' },
  { head: 'Second signature', ask: 'name, designation; worked out afresh' },
  { head: 'Next APTT', ask: 'date, time' },
] as const

/** APTTs, decisions and rates to be written in by hand, each with two signatures (SIGN-4). */
export function RecordingGrid({ rows }: { rows: number }) {
  return (
    <section aria-label="APTT and rate, by hand">
      <table className={classes.grid}>
        <caption className="visuallyHidden">To be written in by hand</caption>
        <thead>
          <tr>
            {COLUMNS.map(({ head, ask }) => (
              <th key={head} scope="col">
                {head} <span className={classes.ask}>{ask}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => row).map((row) => (
            <tr key={row}>
              {COLUMNS.map(({ head }) => (
                <td key={head} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
