import type { ReactNode } from 'react'
import type { Entry } from '../../chart/entries.ts'
import { TextField } from '../ui/TextField.tsx'
import { ActForm, type Built } from './ActForm.tsx'
import { ActFrame } from './ActFrame.tsx'
import { useBedside } from './BedsideContext.ts'
import { happenedFields } from './happened.ts'
import { StatedTimeField } from './StatedTimeField.tsx'
import type { StatedTime } from './statedTime.ts'
import { type BareAct, type SendingState, useSending } from './useSending.ts'

/** The fields that every event carries. */
interface EventFields {
  readonly expectedVersion: number
  readonly happenedAt: string
  readonly lateReason?: string
  readonly text?: string
}

interface EventFormProps {
  title: string
  submitLabel: string
  text: string
  onText: (text: string) => void
  textLabel: string
  /** What is said where the text is asked for and empty; without it the text may be left out. */
  textMissing?: string
  time: StatedTime
  onTime: (time: StatedTime) => void
  timeLabel: string
  onBack: () => void
  make: (common: EventFields) => BareAct
  onDone: (entry: Entry) => void
  /** What is said above the fields. */
  children?: ReactNode
}

/** The last screen of an event: in words what is recorded, when it was, and a press. */
export function EventForm(props: EventFormProps) {
  const { title, submitLabel, text, onText, textLabel, textMissing } = props
  const { time, onTime, timeLabel, onBack, make, onDone, children } = props
  const { now, zone, serverNow } = useBedside()
  const sending = useSending()
  const build = (expectedVersion: number): Built => {
    const words = text.trim()
    if (words === '' && textMissing !== undefined) {
      return { kind: 'missing', reason: textMissing, rules: [], field: textLabel }
    }
    const when = happenedFields({ label: timeLabel, stated: time }, serverNow(), zone)
    if (when.kind === 'missing') return when
    const more = words === '' ? {} : { text: words }
    return { kind: 'act', act: make({ expectedVersion, ...when.fields, ...more }) }
  }
  return (
    <ActFrame title={title} onBack={isSent(sending.state) ? undefined : onBack}>
      <ActForm build={build} submitLabel={submitLabel} neverBlocked begun={sending} onDone={onDone}>
        {children}
        <StatedTimeField label={timeLabel} stated={time} onStated={onTime} now={now} zone={zone} />
        <TextField kind="text" label={textLabel} value={text} onChange={onText} />
      </ActForm>
    </ActFrame>
  )
}

/** It is on its way, waits for its answer or lies in the outbox: a step back would lead to the same under another number. */
function isSent({ kind }: SendingState): boolean {
  return kind === 'saving' || kind === 'lost' || kind === 'kept'
}
