import { useState } from 'react'
import { Banner } from '../ui/Banner.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { Problem } from '../ui/Problem.tsx'
import { ActFrame } from './ActFrame.tsx'
import { useBedside } from './BedsideContext.ts'
import { PIN_LENGTH, PinPad } from './PinPad.tsx'
import styles from './StopNow.module.css'
import type { Sending } from './useSending.ts'

interface StopNowProps {
  /** The reason chosen, in words. */
  label: string
  sending: Sending
  /** Stops, with a PIN or (null) to be signed later. */
  onStop: (pin: string | null) => void
  onBack: () => void
}

/** The last step of a stop: the sixth figure of the PIN sends it, or it goes without one and is signed later. */
export function StopNow({ label, sending, onStop, onBack }: StopNowProps) {
  const { user } = useBedside()
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
      {state.kind === 'refused' && <Problem problem={state.problem} />}
      <div className={styles.ways}>
        <div className={styles.way}>
          <BigButton look="stop" wide busy={saving} onClick={() => stop(null)}>
            {buttonWords(state.kind)}
          </BigButton>
          <p>
            It counts at once. Your signature and a countersign are then due within the hour
            (SIGN-5).
          </p>
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

function buttonWords(state: Sending['state']['kind']): string {
  if (state === 'saving') return 'Stopping…'
  return state === 'lost' ? 'Try again' : 'Stop now, sign after'
}
