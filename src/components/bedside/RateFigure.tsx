import { BAG } from '../../protocols/ward.ts'
import { fromTenths, tenthsOf } from '../../units.ts'
import { numberText, unitsPerHourText } from '../../wording.ts'
import { Spoken } from '../ui/Spoken.tsx'
import styles from './RateFigure.module.css'

/** A pump rate as the one big figure, its units/hr small beside it. */
export function RateFigure({ label, mlPerHour }: { label: string; mlPerHour: number }) {
  const unitsPerHour = fromTenths(tenthsOf<'mL/hr'>(mlPerHour) * BAG.unitsPerMl)
  return (
    <div>
      <p>{label}</p>
      <p className={styles.figure}>
        {numberText(mlPerHour)}
        <span className={styles.unit}>
          <Spoken text=" mL/hr" />
        </span>
        <span className={styles.units}>
          <Spoken text={` (${unitsPerHourText(unitsPerHour)})`} />
        </span>
      </p>
    </div>
  )
}
