import type { Protocol, StartingFigures } from '../../protocols/protocol.ts'
import { kgText, numberText, rateText, unitsText } from '../../wording.ts'
import { Spoken } from '../ui/Spoken.tsx'
import styles from './StartingTable.module.css'

interface StartingTableProps {
  protocol: Protocol
  /** Published weights to light: the patient's own row, or the two neighbours; none for a blind check. */
  marked?: readonly number[]
  /** The row above the last one is lit. */
  marksAbove?: boolean
  /** A figure worked out between two rows, shown in its place and lit. */
  calculated?: StartingFigures & { readonly weightKg: number }
  /** Only these weights, for the margin of the prescription; all of them without it. */
  only?: readonly number[]
}

/** A protocol's initiation table as published. */
export function StartingTable(props: StartingTableProps) {
  const { protocol, marked = [], marksAbove, only, calculated } = props
  const published = protocol.startingRows.filter(
    ({ weightKg }) => only === undefined || only.includes(weightKg),
  )
  const rows = calculated
    ? [...published, calculated].toSorted((a, b) => a.weightKg - b.weightKg)
    : published
  const last = protocol.startingRows.at(-1)
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        {protocol.label}: starting dose by weight (appendix {protocol.appendix}, version{' '}
        {protocol.version})
      </caption>
      <thead>
        <tr>
          <th scope="col">Weight</th>
          <th scope="col">Bolus</th>
          <th scope="col">
            <Spoken text="units/hr" />
          </th>
          <th scope="col">Pump rate</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.weightKg}
            name={row === calculated ? `${kgText(row.weightKg)}, calculated` : kgText(row.weightKg)}
            row={row}
            isMarked={row === calculated || marked.includes(row.weightKg)}
          />
        ))}
        {protocol.aboveLastRow !== null && last && (only === undefined || marksAbove) && (
          <Row
            name={`more than ${kgText(last.weightKg)}`}
            row={protocol.aboveLastRow}
            isMarked={marksAbove === true}
          />
        )}
      </tbody>
    </table>
  )
}

function Row({ name, row, isMarked }: { name: string; row: StartingFigures; isMarked: boolean }) {
  return (
    <tr className={isMarked ? styles.marked : undefined}>
      <th scope="row">
        <Spoken text={name} />
      </th>
      <td>{row.bolusUnits === null ? 'No bolus' : unitsText(row.bolusUnits)}</td>
      <td>{numberText(row.unitsPerHour)}</td>
      <td>
        <Spoken text={rateText(row.pumpRateMlPerHour)} />
      </td>
    </tr>
  )
}
