import { numberText, unitsText, withUnit } from '../../wording.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { bolusText, mlOfUnits } from './bolusWords.ts'
import { DoseMargin } from './DoseMargin.tsx'
import { FigureField } from './FigureField.tsx'
import { FormSection } from './FormSection.tsx'
import { readUnits } from './keyedFigures.ts'
import { NoBolus } from './NoBolus.tsx'
import { PRESCRIBE_FIELDS, type PrescribePart } from './prescribeDraft.ts'
import type { Prescribing } from './prescription.ts'
import styles from './RateFigure.module.css'

/** The bolus: as calculated, lower or left out; struck through where it is barred; by hand where none is proposed (INIT-7, BOL). */
export function PrescribeBolus({ draft, set, read }: PrescribePart & { read: Prescribing }) {
  const { dose, bars, isBarred, isBolusByHand } = read
  const proposed = dose?.kind === 'dose' ? dose.bolusUnits : null
  const margin = dose?.kind === 'dose' && <DoseMargin dose={dose} part="bolus" />
  if (isBarred) {
    return (
      <FormSection title="Bolus" margin={margin}>
        <NoBolus units={proposed} restrictions={bars} />
      </FormSection>
    )
  }
  return (
    <FormSection title="Bolus" margin={margin}>
      {proposed !== null && !isBolusByHand && (
        <div>
          <p className={styles.figure}>
            {numberText(proposed)}
            <span className={styles.unit}> units</span>
            <span className={styles.units}> = {withUnit(mlOfUnits(proposed), 'mL')}</span>
          </p>
          <p>{bolusText(proposed)}</p>
        </div>
      )}
      <ChoiceField<'accept' | 'change' | 'omit'>
        label={isBolusByHand ? 'No bolus is proposed' : 'Prescribe'}
        choices={choicesOf(isBolusByHand, proposed)}
        value={isBolusByHand && draft.bolus === 'accept' ? 'omit' : draft.bolus}
        onChange={(bolus) => set({ bolus })}
      />
      {draft.bolus === 'change' && (
        <FigureField
          label={PRESCRIBE_FIELDS.bolus}
          text={draft.bolusText}
          onText={(text) => set({ bolusText: text })}
          again=""
          onAgain={() => undefined}
          read={readUnits}
          why={() => null}
        />
      )}
      {read.bolusUnits !== null && draft.bolus === 'change' && <p>{bolusText(read.bolusUnits)}</p>}
    </FormSection>
  )
}

function choicesOf(isByHand: boolean, proposed: number | null) {
  if (isByHand) {
    return [
      { value: 'omit', label: 'No bolus' },
      {
        value: 'change',
        label: 'A bolus by hand',
        hint: 'The neurologist’s figure (BOL-1), or a deviation (INIT-5)',
      },
    ] as const
  }
  return [
    {
      value: 'accept',
      label: proposed === null ? 'No bolus' : `${unitsText(proposed)}, as calculated`,
    },
    { value: 'change', label: 'A lower bolus', hint: 'With a reason (INIT-7)' },
    { value: 'omit', label: 'No bolus', hint: 'With a reason (INIT-7)' },
  ] as const
}
