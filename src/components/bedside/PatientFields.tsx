import { useNow, useZone } from '../../store/useChart.ts'
import { ageYears } from '../../time.ts'
import { dateText } from '../../wording.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { readBirthDate } from './birthDate.ts'
import { FormSection } from './FormSection.tsx'
import { CHART_FIELDS, type NewChartDraft } from './newChartDraft.ts'

interface PatientFieldsProps {
  draft: NewChartDraft
  set: (change: Partial<NewChartDraft>) => void
}

/** Kept as the banner writes it, beside its label. */
const SEXES = ['Female', 'Male', 'Intersex or indeterminate', 'Not stated'].map((label) => ({
  value: label.toLowerCase(),
  label,
}))

/** Who the patient is: name, date of birth with the age it gives, MRN, sex, bed, AMO (CHART-2). */
export function PatientFields({ draft, set }: PatientFieldsProps) {
  const now = useNow()
  const zone = useZone()
  const born = readBirthDate(draft.dateOfBirth)
  return (
    <FormSection title="Patient">
      <TextField
        label={CHART_FIELDS.surname}
        value={draft.surname}
        onChange={(surname) => set({ surname })}
      />
      <TextField
        label={CHART_FIELDS.given}
        value={draft.given}
        onChange={(given) => set({ given })}
      />
      <TextField
        label={CHART_FIELDS.dateOfBirth}
        hint={
          born.kind === 'taken'
            ? `${dateText(born.value)}: ${ageYears(born.value, now, zone)} years old`
            : 'Such as 04 Feb 1963'
        }
        value={draft.dateOfBirth}
        onChange={(dateOfBirth) => set({ dateOfBirth })}
      />
      <TextField
        label={CHART_FIELDS.mrn}
        inputMode="text"
        value={draft.mrn}
        onChange={(mrn) => set({ mrn })}
      />
      <ChoiceField
        label={CHART_FIELDS.sex}
        choices={SEXES}
        value={draft.sex === '' ? null : draft.sex}
        onChange={(sex) => set({ sex })}
      />
      <TextField label={CHART_FIELDS.bed} value={draft.bed} onChange={(bed) => set({ bed })} />
      <TextField label={CHART_FIELDS.amo} value={draft.amo} onChange={(amo) => set({ amo })} />
    </FormSection>
  )
}
