import { PROTOCOL_IDS, type ProtocolId } from '../../protocols/protocol.ts'
import { protocolFor } from '../../protocols/register.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './DeviationFields.module.css'
import { SECOND_FIELDS, type SecondIndicationDraft } from './secondIndicationDraft.ts'

interface SecondIndicationFieldsProps {
  draft: SecondIndicationDraft
  onDraft: (draft: SecondIndicationDraft) => void
}

/** A second indication: the AMO's name, choice of protocol and reason (CHART-3). */
export function SecondIndicationFields({ draft, onDraft }: SecondIndicationFieldsProps) {
  const set = (change: Partial<SecondIndicationDraft>) => onDraft({ ...draft, ...change })
  return (
    <div className={styles.fields}>
      <TextField
        label={SECOND_FIELDS.indication}
        value={draft.indication}
        onChange={(indication) => set({ indication })}
      />
      <TextField label={SECOND_FIELDS.amo} value={draft.amo} onChange={(amo) => set({ amo })} />
      <ChoiceField<ProtocolId>
        label={SECOND_FIELDS.protocol}
        choices={PROTOCOL_IDS.map((id) => ({ value: id, label: protocolFor(id).label }))}
        value={draft.protocol}
        onChange={(protocol) => set({ protocol })}
      />
      <TextField
        kind="text"
        label={SECOND_FIELDS.rationale}
        value={draft.rationale}
        onChange={(rationale) => set({ rationale })}
      />
    </div>
  )
}
