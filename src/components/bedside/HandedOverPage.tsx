import type { HandedTo } from '../../chart/fields.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import type { Fault } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { given } from './given.ts'
import { NOW } from './statedTime.ts'
import { TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  name: 'Name of who takes over',
  role: 'Their role',
} as const

interface Draft {
  readonly name: string
  readonly role: HandedTo['role'] | null
  readonly time: typeof NOW
}
const EMPTY: Draft = { name: '', role: null, time: NOW }

/** Records that the patient was handed over: from whom, to whom, when (HAND-1). No clock runs from it. */
export function HandedOverPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <HandedOver />
    </AtBedside>
  )
}

function HandedOver() {
  const { user } = useBedside()
  const [draft, set, clear] = usePageDraft('handed-over', EMPTY)
  return (
    <TimedAct
      kind="recordHandover"
      title="Handed over: to whom?"
      submitLabel="Record the handover"
      time={{ label: 'When?', stated: draft.time, onStated: (time) => set({ time }) }}
      fault={() => faultOf(draft)}
      make={(common) => ({
        ...common,
        kind: 'recordHandover',
        to: { name: draft.name.trim(), role: given(draft.role) },
      })}
      onDone={() => clear()}
    >
      <p>
        From <b>{user.name}</b> ({user.role})
      </p>
      <TextField label={FIELDS.name} value={draft.name} onChange={(name) => set({ name })} />
      <ChoiceField<HandedTo['role']>
        label={FIELDS.role}
        choices={[
          { value: 'RN', label: 'Registered nurse (RN)' },
          { value: 'RM', label: 'Registered midwife (RM)' },
          { value: 'EN', label: 'Enrolled nurse (EN)' },
          { value: 'MO', label: 'Medical officer (MO)' },
          { value: 'registrar', label: 'Registrar' },
          { value: 'AMO', label: 'AMO' },
        ]}
        value={draft.role}
        onChange={(role) => set({ role })}
      />
    </TimedAct>
  )
}

function faultOf({ name, role }: Draft): Fault | null {
  const rules = ['HAND-1']
  if (name.trim() === '') {
    return { reason: 'Give the name of who takes over.', rules, field: FIELDS.name }
  }
  return role === null ? { reason: 'Say their role.', rules, field: FIELDS.role } : null
}
