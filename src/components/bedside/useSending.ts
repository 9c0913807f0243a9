import { useState } from 'react'
import type { Entry } from '../../chart/entries.ts'
import type { Act, SendResult } from '../../store/sending.ts'
import type { Problem } from '../../store/wire.ts'
import { useBedside } from './BedsideContext.ts'

type Bare<T> = T extends unknown ? Omit<T, 'signature'> : never
/** An act before it is signed. */
export type BareAct = Bare<Act>

/** How far a command has come. `lost`: no reply came; the same command is sent again under its own id. `kept`: the outbox has it. */
export type SendingState =
  | { readonly kind: 'idle' | 'saving' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'kept'; readonly commandId: string }
  | { readonly kind: 'lost'; readonly commandId: string; readonly act: BareAct }

export interface Sending {
  readonly state: SendingState
  /** Sends an act, or, after a lost reply, the same one again; answers the entry once it is on the record. */
  readonly send: (act: BareAct, signature?: object) => Promise<Entry | null>
  readonly reset: () => void
}

/** Sends one command and keeps it together with its id until its reply is known; a PIN is never kept. */
export function useSending(): Sending {
  const { chart, store } = useBedside()
  const [state, setState] = useState<SendingState>({ kind: 'idle' })

  const send = async (act: BareAct, signature?: object): Promise<Entry | null> => {
    const lost = state.kind === 'lost' ? state : null
    const bare = lost?.act ?? act
    setState({ kind: 'saving' })
    const whole = (signature === undefined ? bare : { ...bare, signature }) as Act
    const result = await store.send(
      chart.chartId,
      whole,
      ...(lost === null ? [] : [{ commandId: lost.commandId }]),
    )
    setState(stateAfter(result, bare))
    return result.kind === 'accepted' ? result.entry : null
  }
  return { state, send, reset: () => setState({ kind: 'idle' }) }
}

function stateAfter(result: SendResult, act: BareAct): SendingState {
  if (result.kind === 'accepted') return { kind: 'idle' }
  if (result.kind === 'problem') return { kind: 'refused', problem: result.problem }
  if (result.kind === 'kept') return result
  return { kind: 'lost', commandId: result.commandId, act }
}
