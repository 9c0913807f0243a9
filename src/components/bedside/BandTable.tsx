import type { Protocol } from '../../protocols/protocol.ts'
import styles from './BandTable.module.css'
import { bandRows } from './bandRows.ts'

interface BandTableProps {
  protocol: Protocol
  /** Rows that the result falls in; the checker's table marks none (SIGN-4 b). */
  marked?: readonly number[]
}

/** A protocol's whole adjustment nomogram, as published, with the matched row lit. */
export function BandTable({ protocol, marked = [] }: BandTableProps) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        {protocol.label}: adjustment by APTT (appendix {protocol.appendix}, version{' '}
        {protocol.version})
      </caption>
      <thead>
        <tr>
          <th scope="col">APTT, seconds</th>
          <th scope="col">Bolus</th>
          <th scope="col">Stop</th>
          <th scope="col">Rate</th>
          <th scope="col">Next APTT</th>
        </tr>
      </thead>
      <tbody>
        {bandRows(protocol).map((row) => {
          const isMarked = marked.includes(row.index)
          return (
            <tr key={row.index} className={isMarked ? styles.marked : undefined}>
              <th scope="row">
                {isMarked && (
                  <span className={styles.arrow} aria-hidden="true">
                    ▶{' '}
                  </span>
                )}
                {row.band}
                {isMarked && <span className={styles.matched}> this result</span>}
              </th>
              <td>{row.bolus}</td>
              <td className={row.stop.startsWith('STOP') ? styles.strong : undefined}>
                {row.stop}
              </td>
              <td>{row.rate}</td>
              <td>{row.next}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
