import { useState } from 'react'
import type { PersonOnEntry } from '../../chart/people.ts'
import { useChartStore } from '../../store/useChart.ts'
import type { Problem as Refusal } from '../../store/wire.ts'
import { PIN_LENGTH, PinPad } from '../bedside/PinPad.tsx'
import { Problem, type ProblemShown } from '../rules/Problem.tsx'
import classes from './LockScreen.module.css'

const NO_REPLY: ProblemShown = {
  title: 'The server did not answer',
  detail: 'Only the server knows whether a PIN is right, so the tablet stays as it is.',
  next: 'Try again. Until then the pump and the paper chart count; STOP is above.',
}

interface PinEntryProps {
  readonly chosen: PersonOnEntry
  /** Whether it is the person whose session is locked. */
  readonly isHolder: boolean
  /** Another person has switched in. */
  readonly onOther: () => void
}

/** The PIN goes to the server with its last figure, and is forgotten with it. */
export function PinEntry({ chosen, isHolder, onOther }: PinEntryProps) {
  const store = useChartStore()
  const [pin, setPin] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refusal | ProblemShown | null>(null)

  async function open(withPin: string): Promise<void> {
    setPin('')
    setBusy(true)
    const refused = await (isHolder
      ? store.unlock(withPin)
      : store.switchTo(chosen.userId, withPin))
    if (refused === null) {
      if (!isHolder) onOther()
      return
    }
    setBusy(false)
    setProblem(refused === 'unknown' ? NO_REPLY : refused)
  }

  return (
    <section className={classes.entry} aria-label="PIN">
      <h2>{isHolder ? `Unlock for ${chosen.name}` : `Go on as ${chosen.name}`}</h2>
      {problem && <Problem problem={problem} />}
      <PinPad
        pin={pin}
        onPin={(next) => {
          if (isBusy) return
          if (next !== '') setProblem(null)
          if (next.length === PIN_LENGTH) void open(next)
          else setPin(next)
        }}
      />
    </section>
  )
}
