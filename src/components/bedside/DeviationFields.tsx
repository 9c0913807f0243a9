import type { Deviation } from '../../chart/fields.ts'
import type { Role } from '../../chart/people.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { TickField } from '../ui/TickField.tsx'
import styles from './DeviationFields.module.css'
import type { Fault } from './TimedAct.tsx'

/** A deviation as it is being written (DEV-1). */
export interface DeviationDraft {
  readonly isOn: boolean
  readonly reason: string
  readonly instructions: string
  readonly amo: string
  readonly until: 'this-act' | 'next-result' | 'ended'
}

export const NO_DEVIATION: DeviationDraft = {
  isOn: false,
  reason: '',
  instructions: '',
  amo: '',
  until: 'this-act',
}

interface DeviationFieldsProps {
  role: Role
  draft: DeviationDraft
  onDraft: (draft: DeviationDraft) => void
}

/** A deviation from the protocol: only an AMO, or a registrar for a named AMO (DEV-1). */
export function DeviationFields({ role, draft, onDraft }: DeviationFieldsProps) {
  const set = (change: Partial<DeviationDraft>) => onDraft({ ...draft, ...change })
  if (role !== 'AMO' && role !== 'registrar') {
    return (
      <p className={styles.who}>
        A figure off the protocol is a deviation: an AMO orders it, or a registrar for a named AMO.
        Call the registrar. (DEV-1)
      </p>
    )
  }
  return (
    <div className={styles.fields}>
      <TickField
        label="This deviates from the protocol"
        hint="DEV-1"
        ticked={draft.isOn}
        onChange={(isOn) => set({ isOn })}
      />
      {draft.isOn && (
        <>
          <TextField
            kind="text"
            label="Reason for the deviation"
            value={draft.reason}
            onChange={(reason) => set({ reason })}
          />
          <TextField
            kind="text"
            label="Specific instructions"
            value={draft.instructions}
            onChange={(instructions) => set({ instructions })}
          />
          {role === 'registrar' && (
            <TextField
              label="Name of the AMO it is ordered for"
              value={draft.amo}
              onChange={(amo) => set({ amo })}
            />
          )}
          <ChoiceField<DeviationDraft['until']>
            label="It holds for"
            choices={[
              { value: 'this-act', label: 'This act only' },
              { value: 'next-result', label: 'Until the next result' },
              { value: 'ended', label: 'Until it is ended' },
            ]}
            value={draft.until}
            onChange={(until) => set({ until })}
          />
        </>
      )}
    </div>
  )
}

/** The deviation as an act carries it; nothing where it is not on. */
export function deviationOf(draft: DeviationDraft, role: Role): { deviation?: Deviation } {
  if (!draft.isOn) return {}
  const { until } = draft
  return {
    deviation: {
      reason: draft.reason.trim(),
      instructions: draft.instructions.trim(),
      ...(role === 'registrar' ? { amo: draft.amo.trim() } : {}),
      ...(until === 'this-act' ? {} : { until }),
    },
  }
}

/** What a deviation still lacks, or null. */
export function deviationFault(draft: DeviationDraft, role: Role): Fault | null {
  if (!draft.isOn) return null
  const rules = ['DEV-1']
  if (draft.reason.trim() === '') return { reason: 'Give the reason for the deviation.', rules }
  if (draft.instructions.trim() === '') return { reason: 'Give specific instructions.', rules }
  return role === 'registrar' && draft.amo.trim() === ''
    ? { reason: 'Name the AMO it is ordered for.', rules }
    : null
}
