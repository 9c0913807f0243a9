import type { Restriction } from '../../chart/fields.ts'
import { unitsText } from '../../wording.ts'
import { restrictionsText } from '../infusionWords.ts'
import styles from './NoBolus.module.css'
import { RESTRICTION_WORDS } from './restrictionWords.ts'

interface NoBolusProps {
  /** The dose that would be given without the restriction, struck through; null: none is proposed. */
  units: number | null
  restrictions: readonly Restriction[]
}

/** NO BOLUS, struck through with its reason (BOL-6, BOL-9). */
export function NoBolus({ units, restrictions }: NoBolusProps) {
  return (
    <p>
      <strong className={styles.word}>NO BOLUS</strong>
      {units !== null && (
        <>
          {' '}
          <s>{unitsText(units)}</s>
        </>
      )}
      :{' '}
      {restrictions
        .map((each) => `${restrictionsText([each])} (${RESTRICTION_WORDS[each].rule})`)
        .join('; ')}
      .
    </p>
  )
}
