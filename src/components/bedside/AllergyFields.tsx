import { BigButton } from '../ui/BigButton.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { ALLERGY_FIELDS, type AllergyDraft } from './allergyDraft.ts'
import styles from './DeviationFields.module.css'
import { FormSection } from './FormSection.tsx'

interface AllergyFieldsProps {
  draft: AllergyDraft
  set: (change: Partial<AllergyDraft>) => void
}

/** Allergies: none known, or each with its reaction (CHART-2). */
export function AllergyFields({ draft, set }: AllergyFieldsProps) {
  const change = (list: readonly string[], at: number, text: string) =>
    list.map((each, i) => (i === at ? text : each))
  return (
    <FormSection title="Allergies">
      <ChoiceField<'none' | 'some'>
        label={ALLERGY_FIELDS.known}
        choices={[
          { value: 'none', label: 'None known' },
          { value: 'some', label: 'Known allergies', hint: 'Each with its reaction' },
        ]}
        value={draft.allergies}
        onChange={(allergies) => set({ allergies })}
      />
      {draft.allergies === 'some' && (
        <>
          {draft.allergyTo.map((to, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added at the end
            <div key={at} className={styles.fields}>
              <TextField
                label={ALLERGY_FIELDS.to(at)}
                value={to}
                onChange={(text) => set({ allergyTo: change(draft.allergyTo, at, text) })}
              />
              <TextField
                label={ALLERGY_FIELDS.reaction(at)}
                value={draft.reactions[at] ?? ''}
                onChange={(text) => set({ reactions: change(draft.reactions, at, text) })}
              />
            </div>
          ))}
          <div>
            <BigButton
              small
              onClick={() =>
                set({
                  allergyTo: [...draft.allergyTo, ''],
                  reactions: [...draft.reactions, ''],
                })
              }
            >
              Another allergy
            </BigButton>
          </div>
        </>
      )}
    </FormSection>
  )
}
