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

type Fallen = EntryOf<'fallRecorded'>
interface Draft {
  readonly witnessed: 'seen' | 'unseen' | null
  readonly headInjury: Fallen['headInjury'] | null
  readonly text: string
  readonly time: typeof NOW
}
const EMPTY: Draft = { witnessed: null, headInjury: null, text: '', time: NOW }

/** A fall, seen or unseen: it suspends until its medical review; a head injury leads to STOP (FALL-1). */
export function FallPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Fall />
    </AtBedside>
  )
}

function Fall() {
  const [draft, set, clear] = usePageDraft('fall', EMPTY)
  const [done, setDone] = useState<Fallen | null>(null)
  if (done !== null) return <AfterEvent entry={done} />
  if (draft.witnessed === null) {
    return (
      <ActFrame title="A fall: did anybody see it?">
        <BigChoices<'seen' | 'unseen'>
          label="Did anybody see the fall?"
          choices={[
            { value: 'seen', label: 'Seen' },
            { value: 'unseen', label: 'Unseen', hint: 'Found on the floor, or told afterwards' },
          ]}
          onChoose={(witnessed) => set({ witnessed })}
        />
      </ActFrame>
    )
  }
  if (draft.headInjury === null) {
    return (
      <ActFrame title="Signs of a head injury?" onBack={() => set({ witnessed: null })}>
        <BigChoices<Fallen['headInjury']>
          label="Signs of a head injury?"
          choices={[
            { value: 'none-seen', label: 'Looked for: none' },
            { value: 'evidence', label: 'Yes', hint: 'Leads to STOP', grave: true },
            {
              value: 'not-known',
              label: 'Not known',
              hint: 'Counts as yes until an MO has ruled it out (local decision). Leads to STOP',
              grave: true,
            },
          ]}
          onChoose={(headInjury) => set({ headInjury })}
        />
      </ActFrame>
    )
  }
  return (
    <EventForm
      title={`${draft.witnessed === 'seen' ? 'A fall, seen' : 'A fall, unseen'}: ${HEAD[draft.headInjury]}`}
      submitLabel={
        draft.headInjury === 'none-seen' ? 'Record the fall' : 'Record it and go to STOP'
      }
      text={draft.text}
      onText={(text) => set({ text })}
      textLabel="More about it, if you wish"
      time={draft.time}
      onTime={(time) => set({ time })}
      timeLabel="When was the fall?"
      onBack={() => set({ headInjury: null })}
      make={(common) => ({
        ...common,
        kind: 'recordFall',
        witnessed: draft.witnessed === 'seen',
        headInjury: given(draft.headInjury),
      })}
      onDone={(entry) => {
        clear()
        if (entry.kind === 'fallRecorded') setDone(entry)
      }}
    />
  )
}

const HEAD = {
  evidence: 'signs of a head injury',
  'none-seen': 'no sign of a head injury',
  'not-known': 'head injury not ruled out',
}
