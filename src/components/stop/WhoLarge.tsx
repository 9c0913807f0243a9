import type { TabletChart } from '../../store/stopList.ts'
import { dateText, patientName } from '../../wording.ts'
import classes from './StopAnywherePage.module.css'

/** Three identifiers and the bed, to be read at arm's length beside the wristband (CHART-2, H15). */
export function WhoLarge({
  chart: { patient, bed },
}: {
  chart: Pick<TabletChart, 'patient' | 'bed'>
}) {
  return (
    <section className={classes.who} aria-label="Patient">
      <p className={classes.large}>{patientName(patient)}</p>
      <p className={classes.name}>Born {dateText(patient.dateOfBirth)}</p>
      <p className={classes.name}>
        MRN {patient.mrn}, bed {bed}
      </p>
    </section>
  )
}
