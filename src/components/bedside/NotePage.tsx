import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { NOW } from './statedTime.ts'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const NOTE = 'Note'

const EMPTY = { text: '', time: NOW }

/** A note on the chart. */
export function NotePage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Note />
    </AtBedside>
  )
}

function Note() {
  const [draft, set, clear] = usePageDraft('note', EMPTY)
  return (
    <TimedAct
      kind="writeNote"
      title="Write a note"
      submitLabel="Save the note"
      time={{ label: 'Of what time?', stated: draft.time, onStated: (time) => set({ time }) }}
      fault={() =>
        emptyFault(draft.text, {
          reason: 'Nothing is written yet.',
          rules: ['CHART-1'],
          field: NOTE,
        })
      }
      make={(common) => ({ ...common, kind: 'writeNote', text: draft.text.trim() })}
      onDone={() => clear()}
    >
      <TextField kind="text" label={NOTE} value={draft.text} onChange={(text) => set({ text })} />
    </TimedAct>
  )
}
