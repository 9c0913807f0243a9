import { useState } from 'react'
import { isoOf } from '../../time.ts'
import { Banner } from '../ui/Banner.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './GuidelineSteps.module.css'
import { StatedTimeField } from './StatedTimeField.tsx'
import { NOW, readTime } from './statedTime.ts'
import { usePageDraft } from './usePageDraft.ts'

/** Who was spoken to, and when, as a tick carries it. */
export interface Spoken {
  readonly name: string
  readonly spokenAt: string
}

interface NamedStepProps {
  /** Whose name is asked. */
  label: string
  draftName: string
  saving: boolean
  /** Answers whether it is on the record. */
  onSpoken: (spoken: Spoken) => Promise<boolean>
}

const EMPTY = { name: '', time: NOW }

/** A step that is a conversation: with whom, and when. */
export function NamedStep({ label, draftName, saving, onSpoken }: NamedStepProps) {
  const { now, zone, serverNow } = useBedside()
  const [draft, set, clear] = usePageDraft(draftName, EMPTY)
  const [missing, setMissing] = useState<string | null>(null)
  const submit = () => {
    const name = draft.name.trim()
    const read = readTime(draft.time, serverNow(), zone)
    if (name === '') setMissing('Give the name.')
    else if (read.kind === 'refused') setMissing(read.reason)
    else if (read.kind === 'ambiguous') setMissing('Say which of the two times it was.')
    else {
      setMissing(null)
      void onSpoken({ name, spokenAt: isoOf(read.at) }).then((isDone) => isDone && clear())
    }
  }
  return (
    <div className={styles.named}>
      <TextField label={label} value={draft.name} onChange={(name) => set({ name })} />
      <StatedTimeField
        label="When?"
        of="advice"
        stated={draft.time}
        onStated={(time) => set({ time })}
        now={now}
        zone={zone}
      />
      {missing !== null && (
        <Banner tone="quiet" title="Not complete yet">
          {missing}
        </Banner>
      )}
      <div>
        <BigButton busy={saving} onClick={submit}>
          {saving ? 'Saving…' : 'Tick it'}
        </BigButton>
      </div>
    </div>
  )
}
