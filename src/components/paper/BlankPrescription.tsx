import type { Protocol } from '../../protocols/protocol.ts'
import { AMPOULE, BAG, BOLUS_LIMITS } from '../../protocols/ward.ts'
import { numberText, unitsText, withUnit } from '../../wording.ts'
import { CONTRAINDICATION_ORDER, CONTRAINDICATIONS } from '../bedside/prescribeDraft.ts'
import { RESTRICTION_ORDER, RESTRICTION_WORDS } from '../bedside/restrictionWords.ts'
import classes from './BlankChart.module.css'
import { GivenIn } from './GivenIn.tsx'
import { TickIn, WriteIn } from './WriteIn.tsx'

/** Checks, bolus restrictions, prescription and first administration, to be written in. */
export function BlankPrescription({ protocol }: { protocol: Protocol }) {
  return (
    <div className={classes.stack}>
      <section className={classes.stack} aria-label="Checks">
        <h2>Contraindications (CHART-4): any yes: do not start</h2>
        <div className={classes.pairs}>
          {CONTRAINDICATION_ORDER.map((each) => (
            <TickIn key={each} question={CONTRAINDICATIONS[each]} />
          ))}
        </div>
        <h2>Bolus restrictions (BOL-9): a yes, or a question left open, means NO BOLUS</h2>
        {RESTRICTION_ORDER.map((each) => (
          <TickIn key={each} question={restrictionText(each)} />
        ))}
        <WriteIn label="Asked by, name, time; advice of (name, time)" />
      </section>
      <section className={classes.stack} aria-label="Prescription, to be written in">
        <h2>Prescription by the MO</h2>
        <div className={classes.row}>
          <WriteIn label="Indication" share={4} />
          {protocol.prerequisite !== null && (
            <WriteIn label={PREREQUISITES[protocol.prerequisite]} share={3} />
          )}
        </div>
        <div className={classes.row}>
          <WriteIn label="Bolus, units, or none" />
          <WriteIn label="Calculated, units/hr" />
          <WriteIn label="Pump rate, mL/hr" />
        </div>
        <div className={classes.row}>
          <WriteIn label="Deviation: reason, instructions, AMO" share={4} />
        </div>
        <div className={classes.row}>
          <WriteIn label="Prescriber: name, designation, signature" share={3} />
          <WriteIn label="Date, time" />
        </div>
      </section>
      <section className={classes.stack} aria-label="Administration, to be written in">
        <h2>Given: two people, each with their own working</h2>
        <p>
          Ampoules of {unitsText(AMPOULE.units)} in {withUnit(AMPOULE.volumeMl, 'mL')}; flush{' '}
          {numberText(BOLUS_LIMITS.flushFromMl)} to {withUnit(BOLUS_LIMITS.flushToMl, 'mL')} saline
          before and after (BOL-7). Bag: {unitsText(BAG.units)} in {withUnit(BAG.volumeMl, 'mL')},
          its own access, a volumetric pump (CHART-9).
        </p>
        <GivenIn what="Bolus, units and mL" />
        <GivenIn what="Start, mL/hr on the pump" />
      </section>
    </div>
  )
}

const PREREQUISITES = {
  thrombolysis: 'Thrombolysis: agent, time (INIT-9)',
  'neurologist-consultation': 'Neurologist consulted: name, time (INIT-9)',
} as const

function restrictionText(each: keyof typeof RESTRICTION_WORDS): string {
  const { question, liftedBy, rule } = RESTRICTION_WORDS[each]
  const lifted = liftedBy.length === 0 ? 'no name lifts it' : `asks for: ${liftedBy.join(' and ')}`
  return `${question} (${rule}; ${lifted})`
}
