import type { Protocol } from '../../protocols/protocol.ts'
import { Spoken } from '../ui/Spoken.tsx'
import styles from './BandTable.module.css'
import { type BandRow, bandRows } from './bandRows.ts'

interface BandTableProps {
  protocol: Protocol
  /** Rows that the result falls in; the checker's table marks none (SIGN-4 b). */
  marked?: readonly number[]
  /** Stop and rate in one column, without the next APTT: for a narrow place beside a number pad. */
  compact?: boolean
}

/** A protocol's whole adjustment nomogram, as published, with the matched row lit. */
export function BandTable({ protocol, marked = [], compact = false }: BandTableProps) {
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
          {!compact && <th scope="col">Stop</th>}
          <th scope="col">Rate</th>
          {!compact && <th scope="col">Next APTT</th>}
        </tr>
      </thead>
      <tbody>
        {bandRows(protocol).map((row) => (
          <tr key={row.index} className={marked.includes(row.index) ? styles.marked : undefined}>
            <BandName band={row.band} isMarked={marked.includes(row.index)} />
            <td>{row.bolus}</td>
            {compact ? (
              <td>
                <Spoken text={compactText(row)} />
              </td>
            ) : (
              <Steps row={row} />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function BandName({ band, isMarked }: { band: string; isMarked: boolean }) {
  return (
    <th scope="row">
      {isMarked && (
        <span className={styles.arrow} aria-hidden="true">
          ▶{' '}
        </span>
      )}
      {band}
      {isMarked && <span className={styles.matched}> this result</span>}
    </th>
  )
}

function Steps({ row }: { row: BandRow }) {
  return (
    <>
      <td className={row.isStop ? styles.strong : undefined}>{row.stop}</td>
      <td>
        <Spoken text={row.rate} />
      </td>
      <td>{row.next}</td>
    </>
  )
}

function compactText({ isStop, stop, rate }: BandRow): string {
  return isStop ? `${stop}; ${rate.charAt(0).toLowerCase()}${rate.slice(1)}` : rate
}
