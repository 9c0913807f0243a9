import type { Educated } from '../../chart/fields.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { given } from './given.ts'
import { NOW } from './statedTime.ts'
import { type Fault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

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
        label="To whom"
        choices={[
          { value: 'patient', label: 'The patient' },
          { value: 'carer', label: 'A carer' },
          { value: 'family', label: 'A family member' },
        ]}
        value={draft.to}
        onChange={(to) => set({ to })}
      />
      {isOther && (
        <TextField label="Their name" value={draft.name} onChange={(name) => set({ name })} />
      )}
      <ChoiceField<'none' | 'with'>
        label="Interpreter"
        choices={[
          { value: 'none', label: 'None' },
          { value: 'with', label: 'With an interpreter' },
        ]}
        value={draft.interpreter}
        onChange={(interpreter) => set({ interpreter })}
      />
      {draft.interpreter === 'with' && (
        <TextField
          label="Interpreter’s name, or the language"
          value={draft.interpreterText}
          onChange={(interpreterText) => set({ interpreterText })}
        />
      )}
    </TimedAct>
  )
}

function faultOf({ to, name, interpreter, interpreterText }: Draft): Fault | null {
  const rules = ['EDU-2']
  if (to === null) return { reason: 'Say who it was gone through with.', rules }
  if (to !== 'patient' && name.trim() === '') return { reason: 'Give their name.', rules }
  if (interpreter === null) return { reason: 'Say whether an interpreter helped.', rules }
  return interpreter === 'with' && interpreterText.trim() === ''
    ? { reason: 'Give the interpreter’s name, or the language.', rules }
    : null
}
