import type { Deviation } from '../../chart/fields.ts'
import type { PersonOnEntry } from '../../chart/people.ts'
import type { Instant } from '../../time.ts'
import { whenText } from '../../wording.ts'
import classes from '../PrescriptionFacts.module.css'
import { untilText } from '../prescribingWords.ts'
import { useBedside } from './BedsideContext.ts'

interface DeviationToldProps {
  deviation: Deviation
  by: PersonOnEntry
  at: Instant
}

/** A deviation in words: who, for whom, why, what to do, until when (DEV-1). */
export function DeviationTold({ deviation, by, at }: DeviationToldProps) {
  const { now, zone } = useBedside()
  const { reason, instructions, amo } = deviation
  const who = amo === undefined ? '' : ` for ${amo} (AMO)`
  const lines = [
    ['Instructions', instructions],
    ['Why', reason],
    ['By', `${by.name} (${by.role})${who}, ${whenText(at, now, zone)}`],
    ['Holds', untilText(deviation, now, zone)],
  ]
  return (
    <dl className={classes.lines}>
      {lines.map(([label, value]) => (
        <div key={label} className={classes.line}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
