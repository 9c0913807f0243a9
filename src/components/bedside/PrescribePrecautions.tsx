import { type Precaution, precautions } from '../../chart/careFields.ts'
import { PRECAUTION_WORDS } from '../precautionWords.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TickField } from '../ui/TickField.tsx'
import { FormSection } from './FormSection.tsx'
import styles from './PrescribePrecautions.module.css'
import { precautionAnswer } from './prescribeAnswers.ts'
import { type Answer, PRESCRIBE_FIELDS, type PrescribePart } from './prescribeDraft.ts'

/** What asks for care and blocks nothing, ticked one by one; shown on the chart from then on (CHART-4). */
export function PrescribePrecautions({ draft, set }: PrescribePart) {
  const { hasPrecautions, precautions: ticked } = draft
  const tick = (each: Precaution, isOn: boolean) =>
    set({ precautions: precautions.filter((one) => (one === each ? isOn : ticked.includes(one))) })
  return (
    <FormSection title="Precautions" answered={precautionAnswer(draft)}>
      {hasPrecautions !== 'yes' && (
        <ul className={styles.list}>
          {precautions.map((each) => (
            <li key={each}>{PRECAUTION_WORDS[each]}</li>
          ))}
        </ul>
      )}
      <ChoiceField<Answer>
        label={PRESCRIBE_FIELDS.precautions}
        choices={[
          { value: 'no', label: 'None of these' },
          { value: 'yes', label: 'Some: tick them' },
        ]}
        value={hasPrecautions}
        onChange={(answer) => set({ hasPrecautions: answer })}
      />
      {hasPrecautions === 'yes' && (
        <>
          {precautions.map((each) => (
            <TickField
              key={each}
              label={PRECAUTION_WORDS[each]}
              ticked={ticked.includes(each)}
              onChange={(isOn) => tick(each, isOn)}
            />
          ))}
          <p>
            They block nothing. Heparin is given with great care; haematology advises. (CHART-4)
          </p>
        </>
      )}
    </FormSection>
  )
}
