import { roles } from '../../chart/people.ts'
import type { Ward } from '../../store/accounts.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { TickField } from '../ui/TickField.tsx'
import classes from './Accounts.module.css'
import { ROLE_WORDS } from './accountWords.ts'
import { PERSON_FIELDS, type PersonDraft } from './personDraft.ts'

interface PersonFieldsProps {
  readonly draft: PersonDraft
  readonly set: (change: Partial<PersonDraft>) => void
  readonly wards: readonly Ward[]
}

/** Who a person is, where they work and what they have completed (SIGN-1). */
export function PersonFields({ draft, set, wards }: PersonFieldsProps) {
  const { wardIds } = draft
  const tick = (wardId: string, isTicked: boolean) =>
    set({ wardIds: isTicked ? [...wardIds, wardId] : wardIds.filter((each) => each !== wardId) })
  return (
    <>
      <TextField
        label={PERSON_FIELDS.name}
        hint="As it stands beside a signature, such as Adams, Jo"
        value={draft.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={PERSON_FIELDS['competencies.learningPackageUntil']}
        hint="As 09 Mar 2028; empty where it was not completed. It is looked at whenever they sign."
        value={draft.lastDay}
        onChange={(lastDay) => set({ lastDay })}
      />
      <fieldset className={classes.group}>
        <legend className={classes.legend}>Wards</legend>
        {wards.map(({ wardId, name }) => (
          <TickField
            key={wardId}
            label={name}
            ticked={wardIds.includes(wardId)}
            onChange={(isTicked) => tick(wardId, isTicked)}
          />
        ))}
      </fieldset>
      <ChoiceField
        label={PERSON_FIELDS.role}
        choices={roles.map((role) => ({ value: role, label: ROLE_WORDS[role] }))}
        value={draft.role}
        onChange={(role) => set({ role })}
      />
      {draft.role === 'EN' && (
        <div className={classes.group}>
          <TickField
            label="IV medication units completed"
            ticked={draft.ivUnits}
            onChange={(ivUnits) => set({ ivUnits })}
          />
          <TickField
            label="Registered with a notation"
            hint="May not be the second check"
            ticked={draft.notation}
            onChange={(notation) => set({ notation })}
          />
        </div>
      )}
    </>
  )
}
