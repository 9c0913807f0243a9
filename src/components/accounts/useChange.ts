import { useState } from 'react'
import type { Reply } from '../../store/api.ts'
import type { Fault } from '../ui/FaultContext.ts'
import { IDLE, type Outcome } from './Outcome.tsx'

/** Sends a change and keeps what became of it; a second tap while it is on its way sends nothing. */
export function useChange() {
  const [outcome, setOutcome] = useState<Outcome>(IDLE)

  async function send<T>(asking: Promise<Reply<T>>, done: string): Promise<T | null> {
    setOutcome({ kind: 'saving' })
    const reply = await asking
    if (reply.kind === 'ok') setOutcome({ kind: 'done', text: done })
    else if (reply.kind === 'problem') setOutcome({ kind: 'refused', problem: reply.problem })
    else setOutcome({ kind: 'lost' })
    return reply.kind === 'ok' ? reply.value : null
  }

  return {
    outcome,
    isSaving: outcome.kind === 'saving',
    send,
    lacks: (fault: Fault) => setOutcome({ kind: 'missing', fault }),
  }
}
