import { useState } from 'react'
import type { Instant, TimeZone } from '../../time.ts'
import { whenText } from '../../wording.ts'
import { Problem } from '../rules/Problem.tsx'
import { Banner } from '../ui/Banner.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { ActFrame } from './ActFrame.tsx'
import { useBedside } from './BedsideContext.ts'
import { PIN_LENGTH, PinPad } from './PinPad.tsx'
import { StatedTimeField } from './StatedTimeField.tsx'
import { StillSaving } from './StillSaving.tsx'
import styles from './StopNow.module.css'
import { readTime, type StatedTime } from './statedTime.ts'
import type { Sending } from './useSending.ts'

interface StopNowProps {
  /** The reason chosen, in words. */
  label: string
  sending: Sending
  /** When the pump was stopped, where that was earlier; null: this tablet does not know the time, and states none. */
  time: StatedTime | null
  onTime: (time: StatedTime) => void
  /** Stops, with a PIN or (null) to be signed later. */
  onStop: (pin: string | null) => void
  onBack: () => void
}

/** The last step of a stop: the sixth figure of the PIN sends it, or it goes without one and is signed later. */
export function StopNow({ label, sending, time, onTime, onStop, onBack }: StopNowProps) {
  const { chart, user, now, zone } = useBedside()
  const [pin, setPin] = useState('')
  const { state } = sending
  const saving = state.kind === 'saving'
  const stop = (withPin: string | null) => {
    if (saving) return
    setPin('')
    onStop(withPin)
  }
  const type = (next: string) => {
    if (next.length === PIN_LENGTH) stop(next)
    else setPin(next)
  }
  return (
    <ActFrame title={`STOP: ${label}`} onBack={saving ? undefined : onBack}>
      {state.kind === 'lost' && (
        <Banner tone="stop" title="The stop may not be recorded: no answer from the server">
          The pump stays off. Write the stop on paper, and try again: it is sent under the same
          number and cannot be recorded twice.
        </Banner>
      )}
      {saving && <StillSaving chartId={chart.chartId} />}
      {state.kind === 'refused' && <Problem problem={state.problem} />}
      <div className={styles.ways}>
        <div className={styles.way}>
          <BigButton look="stop" wide busy={saving} onClick={() => stop(null)}>
            {buttonWords(state.kind, stoppedWords(time, now, zone))}
          </BigButton>
          <p>
            It counts at once. Your signature and a countersign are then due within the hour
            (SIGN-5).
          </p>
          {time === null ? (
            <p>
              This tablet does not know the time: the stop is given one when the server has it. Note
              on paper when the pump was stopped.
            </p>
          ) : (
            <details className={styles.earlier}>
              <summary>The pump was stopped earlier</summary>
              <StatedTimeField
                label="When was the pump stopped?"
                stated={time}
                onStated={onTime}
                now={now}
                zone={zone}
              />
            </details>
          )}
        </div>
        <div className={styles.way}>
          <p>
            Or sign now, <strong>{user.name}</strong> ({user.role}): the sixth figure stops.
          </p>
          <PinPad pin={pin} onPin={type} />
        </div>
      </div>
    </ActFrame>
  )
}

/** What the button records; a time that cannot be read holds nothing up, and the button says that it is now. */
function stoppedWords(time: StatedTime | null, now: Instant, zone: TimeZone): string {
  const read = time?.mode === 'stated' ? readTime(time, now, zone) : null
  if (read?.kind !== 'at') return 'Stop now, sign after'
  return `Stopped at ${whenText(read.at, now, zone)}: record, sign after`
}

function buttonWords(state: Sending['state']['kind'], words: string): string {
  if (state === 'saving') return 'Stopping…'
  return state === 'lost' ? 'Try again' : words
}
