import { useSearch } from 'wouter'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { given } from './given.ts'
import { NOW } from './statedTime.ts'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  why: 'Why?',
  words: 'The reason in words',
} as const

type Reason = 'procedure' | 'treatment-complete' | 'other'
interface Draft {
  readonly reason: Reason | null
  readonly text: string
  readonly time: typeof NOW
}
const EMPTY: Draft = { reason: null, text: '', time: NOW }

/** A planned cease: for a procedure, at the end of treatment, or for another reason. */
export function CeasePage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Cease />
    </AtBedside>
  )
}

function Cease() {
  const [draft, set, clear] = usePageDraft('cease', EMPTY)
  const isForProcedure = new URLSearchParams(useSearch()).get('for') === 'procedure'
  const reason = draft.reason ?? (isForProcedure ? 'procedure' : null)
  const text = draft.text.trim()
  return (
    <TimedAct
      kind="ceaseInfusion"
      title="Cease the infusion as planned"
      meaning="Infusion ceased. It counts at once; a countersign follows. Only an MO’s new prescription leads back to heparin. (SIGN-5, RECOM-1)"
      submitLabel="Cease"
      time={{ label: 'When is it off?', stated: draft.time, onStated: (time) => set({ time }) }}
      fault={() => {
        const rules = ['SIGN-5']
        if (reason === null) return { reason: 'Say why it is ceased.', rules, field: FIELDS.why }
        return reason === 'other'
          ? emptyFault(text, {
              reason: 'Say in words why it is ceased.',
              rules,
              field: FIELDS.words,
            })
          : null
      }}
      make={(common) => ({
        ...common,
        kind: 'ceaseInfusion',
        reason: given(reason),
        ...(text === '' ? {} : { text }),
      })}
      onDone={() => clear()}
    >
      <ChoiceField<Reason>
        label={FIELDS.why}
        choices={[
          { value: 'procedure', label: 'A procedure' },
          { value: 'treatment-complete', label: 'Treatment complete' },
          {
            value: 'other',
            label: 'Another reason',
            hint: 'Bleeding, a fall, HIT, allergy or any concern is a STOP, top right',
          },
        ]}
        value={reason}
        onChange={(next) => set({ reason: next })}
      />
      <TextField
        label={reason === 'other' ? FIELDS.words : 'More about it, if you wish'}
        value={draft.text}
        onChange={(next) => set({ text: next })}
      />
    </TimedAct>
  )
}
