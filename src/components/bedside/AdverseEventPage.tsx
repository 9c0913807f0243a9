import { useState } from 'react'
import type { EntryOf } from '../../chart/entries.ts'
import { BigChoices } from '../ui/BigChoices.tsx'
import { ActFrame } from './ActFrame.tsx'
import { AfterEvent } from './AfterEvent.tsx'
import { AtBedside } from './AtBedside.tsx'
import { EventForm } from './EventForm.tsx'
import { given } from './given.ts'
import { NOW } from './statedTime.ts'
import { usePageDraft } from './usePageDraft.ts'

type Adverse = EntryOf<'adverseEventRecorded'>
interface Draft {
  readonly event: Adverse['event'] | null
  readonly text: string
  readonly time: typeof NOW
}
const EMPTY: Draft = { event: null, text: '', time: NOW }

const TITLES = {
  'allergic-reaction': 'Allergic reaction',
  'suspected-hit': 'Suspected HIT',
  other: 'Adverse event',
}

/** Anything unexpected on heparin, recorded by anybody clinical; an MO reviews it at once (AE-1). */
export function AdverseEventPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <AdverseEvent />
    </AtBedside>
  )
}

function AdverseEvent() {
  const [draft, set, clear] = usePageDraft('adverse-event', EMPTY)
  const [done, setDone] = useState<Adverse | null>(null)
  if (done !== null) return <AfterEvent entry={done} />
  if (draft.event === null) {
    return (
      <ActFrame title="What happened?">
        <p>Anything unexpected on heparin counts until a doctor says otherwise. (AE-1)</p>
        <BigChoices<Adverse['event']>
          label="What happened?"
          choices={[
            { value: 'allergic-reaction', label: 'Allergic reaction', hint: 'Suspends the chart' },
            {
              value: 'suspected-hit',
              label: 'Suspected HIT',
              hint: 'Heparin-induced thrombocytopenia. Suspends the chart',
            },
            {
              value: 'other',
              label: 'Something else unexpected',
              hint: 'Bleeding and falls have pages of their own',
            },
          ]}
          onChoose={(event) => set({ event })}
        />
      </ActFrame>
    )
  }
  return (
    <EventForm
      title={TITLES[draft.event]}
      submitLabel="Record the event"
      text={draft.text}
      onText={(text) => set({ text })}
      textLabel="What was seen?"
      textMissing="Say in words what was seen."
      time={draft.time}
      onTime={(time) => set({ time })}
      timeLabel="When did it happen?"
      onBack={() => set({ event: null })}
      make={({ text, ...common }) => ({
        ...common,
        kind: 'recordAdverseEvent',
        event: given(draft.event),
        text: given(text ?? null),
      })}
      onDone={(entry) => {
        clear()
        if (entry.kind === 'adverseEventRecorded') setDone(entry)
      }}
    />
  )
}
