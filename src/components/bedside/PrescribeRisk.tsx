import { type RiskConsidered, risksConsidered } from '../../chart/careFields.ts'
import { ageYears } from '../../time.ts'
import { Problem } from '../rules/Problem.tsx'
import { TextField } from '../ui/TextField.tsx'
import { TickField } from '../ui/TickField.tsx'
import { useBedside } from './BedsideContext.ts'
import { FormSection } from './FormSection.tsx'
import styles from './PrescribeRisk.module.css'
import { riskAnswer } from './prescribeAnswers.ts'
import type { PrescribePart } from './prescribeDraft.ts'
import { RISK_WORDS } from './riskWords.ts'
import { YesNoField } from './YesNoField.tsx'

/** The prescriber's risk assessment: six things considered, then one answer (CHART-4). */
export function PrescribeRisk({ draft, set }: PrescribePart) {
  const { chart, now, zone } = useBedside()
  const { risks, benefit } = draft
  const tick = (each: RiskConsidered, isOn: boolean) =>
    set({ risks: risksConsidered.filter((one) => (one === each ? isOn : risks.includes(one))) })
  const years = ageYears(chart.patient.dateOfBirth, now, zone)
  return (
    <FormSection title="Risk assessment" answered={riskAnswer(draft)}>
      <p>Considered for this patient:</p>
      <div className={styles.ticks}>
        {risksConsidered.map((each) => (
          <TickField
            key={each}
            label={each === 'age' ? `${RISK_WORDS.age}: ${years} years` : RISK_WORDS[each]}
            ticked={risks.includes(each)}
            onChange={(isOn) => tick(each, isOn)}
          />
        ))}
      </div>
      <YesNoField
        question="Does the benefit clearly outweigh the risk?"
        rule="CHART-4"
        answer={benefit}
        onAnswer={(answer) => set({ benefit: answer })}
        unanswered="Not answered yet"
      />
      {benefit === 'no' && <Problem problem={OUTWEIGHED} />}
      <TextField
        label="Comment on the risk (may be left empty)"
        value={draft.riskComment}
        onChange={(riskComment) => set({ riskComment })}
      />
    </FormSection>
  )
}

const OUTWEIGHED = {
  title: 'Nothing is prescribed',
  detail: 'Heparin is begun only where the benefit clearly outweighs the risk.',
  next: 'Talk to the AMO about another way.',
  rules: ['CHART-4'],
}
