import type { Protocol } from '../../protocols/protocol.ts'
import { numberText } from '../../wording.ts'
import classes from './BlankChart.module.css'
import { WriteIn } from './WriteIn.tsx'

/** The banner of a paper chart with everything still to be written in, on each of its pages (CHART-2). */
export function BlankHead({ protocol }: { protocol: Protocol }) {
  const { fromSeconds, toSeconds } = protocol.therapeuticRange
  return (
    <section aria-label="Patient, to be written in">
      <p className={classes.about}>
        <b>IV heparin chart for a downtime: {protocol.label}</b>
        <span>
          SESLHDPR/402 appendix {protocol.appendix}, version {protocol.version}. High-risk medicine
        </span>
        <b>
          Target APTT {numberText(fromSeconds)} to {numberText(toSeconds)}&nbsp;seconds
        </b>
      </p>
      <div className={classes.row}>
        <WriteIn label="SURNAME" share={3} />
        <WriteIn label="Given names" share={3} />
        <WriteIn label="Date of birth" share={2} />
        <WriteIn label="Sex" />
        <WriteIn label="MRN" share={2} />
      </div>
      <div className={classes.row}>
        <WriteIn label="Ward, bed" share={2} />
        <WriteIn label="AMO" share={2} />
        <WriteIn label="Allergies and reactions" share={4} />
        <WriteIn label="Weight, kg" />
      </div>
      <div className={classes.row}>
        <WriteIn label="Weight: measured or estimated, when" share={3} />
        <WriteIn label="Baseline APTT" share={2} />
        <WriteIn label="Baseline platelets" share={2} />
        <WriteIn label="NO BOLUS, because" share={3} />
      </div>
    </section>
  )
}
