import { useZone } from '../../store/useChart.ts'
import { dayAndClockText } from '../../wording.ts'
import classes from './PaperEntries.module.css'
import type { PaperLine } from './paperLines.ts'

interface PaperEntriesProps {
  readonly id: string
  readonly title: string
  readonly lines: readonly PaperLine[]
  /** What is said where there is no entry: nothing is left blank. */
  readonly none: string
}

/** Entries in a table whose head stands again on each page; struck ones legible with a line through (CHART-1). */
export function PaperEntries({ id, title, lines, none }: PaperEntriesProps) {
  return (
    <section aria-labelledby={id}>
      {lines.length === 0 ? (
        <>
          <h2 id={id}>{title}</h2>
          <p>{none}</p>
        </>
      ) : (
        <table className={classes.table}>
          <colgroup>
            <col className={classes.no} />
            <col className={classes.at} />
            <col />
            <col className={classes.signed} />
          </colgroup>
          <thead>
            <tr>
              <th scope="colgroup" colSpan={4} className={classes.title}>
                <h2 id={id}>{title}</h2>
              </th>
            </tr>
            <tr>
              <th scope="col">Entry</th>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">Signed</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.seq} line={line} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Line({ line: { seq, at, name, text, isStruck, marks, signed } }: { line: PaperLine }) {
  const zone = useZone()
  return (
    <tr>
      <th scope="row">{seq}</th>
      <td>{dayAndClockText(at, zone)}</td>
      <td>
        <p className={isStruck ? classes.struck : undefined}>
          <b>{name}</b> {text}
        </p>
        {marks.map((mark) => (
          <p key={mark} className={classes.mark}>
            {mark}
          </p>
        ))}
      </td>
      <td>{signed}</td>
    </tr>
  )
}
