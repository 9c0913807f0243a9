import type { Educated } from '../../chart/fields.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import type { Fault } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { given } from './given.ts'
import { NOW } from './statedTime.ts'
import { TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  to: 'To whom',
  name: 'Their name',
  interpreter: 'Interpreter',
  interpreterText: 'Interpreter’s name, or the language',
} as const

interface Draft {
  readonly to: Educated | null
  readonly name: string
  readonly interpreter: 'none' | 'with' | null
  readonly interpreterText: string
  readonly time: typeof NOW
}
const EMPTY: Draft = { to: null, name: '', interpreter: null, interpreterText: '', time: NOW }

/** Records that the leaflet was gone through: with whom, and through which interpreter (EDU-2). */
export function EducationPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Education />
    </AtBedside>
  )
}

function Education() {
  const [draft, set, clear] = usePageDraft('education', EMPTY)
  const isOther = draft.to === 'carer' || draft.to === 'family'
  return (
    <TimedAct
      kind="recordEducation"
      title="Leaflet gone through: with whom?"
      submitLabel="Record education given"
      time={{ label: 'When?', stated: draft.time, onStated: (time) => set({ time }) }}
      fault={() => faultOf(draft)}
      make={(common) => ({
        ...common,
        kind: 'recordEducation',
        to: given(draft.to),
        ...(isOther ? { name: draft.name.trim() } : {}),
        interpreter: draft.interpreter === 'with' ? draft.interpreterText.trim() : null,
        what: 'leaflet',
      })}
      onDone={() => clear()}
    >
      <ChoiceField<Educated>
        label={FIELDS.to}
        choices={[
          { value: 'patient', label: 'The patient' },
          { value: 'carer', label: 'A carer' },
          { value: 'family', label: 'A family member' },
        ]}
        value={draft.to}
        onChange={(to) => set({ to })}
      />
      {isOther && (
        <TextField label={FIELDS.name} value={draft.name} onChange={(name) => set({ name })} />
      )}
      <ChoiceField<'none' | 'with'>
        label={FIELDS.interpreter}
        choices={[
          { value: 'none', label: 'None' },
          { value: 'with', label: 'With an interpreter' },
        ]}
        value={draft.interpreter}
        onChange={(interpreter) => set({ interpreter })}
      />
      {draft.interpreter === 'with' && (
        <TextField
          label={FIELDS.interpreterText}
          value={draft.interpreterText}
          onChange={(interpreterText) => set({ interpreterText })}
        />
      )}
    </TimedAct>
  )
}

function faultOf({ to, name, interpreter, interpreterText }: Draft): Fault | null {
  const rules = ['EDU-2']
  if (to === null) return { reason: 'Say who it was gone through with.', rules, field: FIELDS.to }
  if (to !== 'patient' && name.trim() === '')
    return { reason: 'Give their name.', rules, field: FIELDS.name }
  if (interpreter === null) {
    return { reason: 'Say whether an interpreter helped.', rules, field: FIELDS.interpreter }
  }
  return interpreter === 'with' && interpreterText.trim() === ''
    ? {
        reason: 'Give the interpreter’s name, or the language.',
        rules,
        field: FIELDS.interpreterText,
      }
    : null
}
