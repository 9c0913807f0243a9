import { useMemo } from 'react'
import { useZone } from '../store/useChart.ts'
import classes from './ApttTable.module.css'
import { ApttTableRow } from './ApttTableRow.tsx'
import { apttRows } from './apttRows.ts'
import { byDay } from './byDay.ts'
import type { ChartShown } from './ChartShown.ts'
import { ScrollBox } from './ui/ScrollBox.tsx'
import { Spoken } from './ui/Spoken.tsx'

interface Column {
  readonly head: string
  /** Heard with each of its figures; seen once, above the table. */
  readonly unit?: string
  readonly width: string | undefined
}

const COLUMNS: readonly Column[] = [
  { head: 'Due', width: classes.due },
  { head: 'Collected', width: classes.collected },
  { head: 'APTT', unit: 'in seconds', width: classes.aptt },
  { head: 'Band', width: classes.band },
  { head: 'Bolus', width: classes.bolus },
  { head: 'Stop', width: classes.stop },
  { head: 'Old rate', unit: 'in millilitres per hour', width: classes.old },
  { head: 'New rate', unit: 'in millilitres per hour', width: classes.new },
  { head: 'Changed', width: classes.changed },
  { head: 'Signed', width: classes.signatures },
  { head: 'Next APTT', width: classes.next },
]

/** APTTs and rates in the order of the paper chart; also the trend's figures for who cannot see it. */
export function ApttTable({ chart, entries, onPaper = false }: ChartShown & { onPaper?: boolean }) {
  const rows = useMemo(() => apttRows({ chart, entries }), [chart, entries])
  const zone = useZone()
  return (
    <section aria-labelledby="aptt-table">
      <h2 id="aptt-table">APTT and rate table</h2>
      {rows.length === 0 ? (
        <p className={classes.empty}>
          Nothing yet: no APTT and no rate is on this chart. The next step above begins it.
        </p>
      ) : (
        <ScrollBox label="APTT and rate, all columns">
          <table className={classes.table}>
            <caption className={classes.caption}>
              APTT in seconds, rates in <Spoken text="mL/hr" />
              <span className="visuallyHidden">; the earliest first, as on the paper chart</span>
            </caption>
            <colgroup>
              {COLUMNS.map(({ head, width }) => (
                <col key={head} className={width} />
              ))}
            </colgroup>
            <thead>
              <tr>
                {COLUMNS.map(({ head, unit }) => (
                  <th key={head} scope="col">
                    {head}
                    {unit && <span className="visuallyHidden"> {unit}</span>}
                  </th>
                ))}
              </tr>
            </thead>
            {byDay(rows, zone, ({ at }) => at).map(({ day, items }) => (
              <tbody key={day}>
                <tr className={classes.day}>
                  <th scope="rowgroup" colSpan={COLUMNS.length}>
                    {day}
                  </th>
                </tr>
                {items.map((row) => (
                  <ApttTableRow key={row.key} row={row} chart={chart} onPaper={onPaper} />
                ))}
              </tbody>
            ))}
          </table>
        </ScrollBox>
      )}
    </section>
  )
}
