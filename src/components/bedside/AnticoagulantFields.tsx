import { instantOf } from '../../time.ts'
import { whenText } from '../../wording.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './DeviationFields.module.css'
import { type AnticoagulantDraft, anticoagulantFields } from './medicinesDraft.ts'
import { StatedTimeField } from './StatedTimeField.tsx'

interface AnticoagulantFieldsProps {
  /** Its place in the list. */
  at: number
  draft: AnticoagulantDraft
  onDraft: (draft: AnticoagulantDraft) => void
}

/** One anticoagulant: agent, dose, last dose, and whether it still acts (BOL-3). */
export function AnticoagulantFields({ at, draft, onDraft }: AnticoagulantFieldsProps) {
  const { now, zone } = useBedside()
  const set = (change: Partial<AnticoagulantDraft>) => onDraft({ ...draft, ...change })
  const { agent, dose, lastDose, kept, time, therapeutic } = draft
  const fields = anticoagulantFields(at)
  return (
    <div className={styles.fields}>
      <TextField label={fields.agent} value={agent} onChange={(text) => set({ agent: text })} />
      <TextField
        label={fields.dose}
        hint="Such as 5 mg twice a day"
        value={dose}
        onChange={(text) => set({ dose: text })}
      />
      <ChoiceField<'kept' | 'stated' | 'not-known'>
        label={fields.lastDose}
        choices={[
          ...(kept === null
            ? []
            : [
                {
                  value: 'kept' as const,
                  label: `${whenText(instantOf(kept), now, zone)}, as on the chart`,
                },
              ]),
          { value: 'stated', label: kept === null ? 'At this time' : 'At another time' },
          { value: 'not-known', label: 'Not known' },
        ]}
        value={lastDose}
        onChange={(next) => set({ lastDose: next })}
      />
      {lastDose === 'stated' && (
        <StatedTimeField
          of="sample"
          label={fields.time}
          stated={time}
          onStated={(next) => set({ time: next })}
          now={now}
          zone={zone}
        />
      )}
      <ChoiceField<'yes' | 'no' | 'unknown'>
        label={fields.therapeutic}
        choices={[
          {
            value: 'yes',
            label: 'Yes',
            hint: 'Bars the bolus; haematology guides the change (BOL-3)',
          },
          { value: 'no', label: 'No' },
          { value: 'unknown', label: 'Unknown', hint: 'Counts as yes (BOL-3, local decision)' },
        ]}
        value={therapeutic}
        onChange={(next) => set({ therapeutic: next })}
      />
    </div>
  )
}
