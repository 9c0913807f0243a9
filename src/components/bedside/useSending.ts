import { useState } from 'react'
import type { Entry } from '../../chart/entries.ts'
import type { HalfDone } from '../../store/halfDone.ts'
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
  /**
   * Sends an act, or, after a lost reply, the same one again; answers the entry once it is on the record. Nothing is
   * answered to a page that was left meanwhile: it would take the screen away from the next patient (H15).
   */
  readonly send: (act: BareAct, signature?: object) => Promise<Entry | null>
  readonly reset: () => void
}

/**
 * Sends one command and keeps it together with its id until its reply is known; a PIN is never kept. What was typed on
 * the page for it knows the id, and ends once the outbox has it; `isOneOfMany`: other things were typed there too.
 */
export function useSending({ isOneOfMany = false } = {}): Sending {
  const { chart, store, steps } = useBedside()
  const [state, setState] = useState<SendingState>({ kind: 'idle' })

  const send = async (act: BareAct, signature?: object): Promise<Entry | null> => {
    const { bare, ...named } = namedAs(state, act, store.newId)
    const typed = isOneOfMany ? [] : Object.values(steps.getState())
    const from = window.location.pathname
    setState({ kind: 'saving' })
    for (const step of typed) step.sent(named.commandId)
    const whole = (signature === undefined ? bare : { ...bare, signature }) as Act
    const result = await store.send(chart.chartId, whole, named)
    for (const step of typed) tellResult(step, result)
    setState(stateAfter(result, bare))
    return window.location.pathname === from ? entryIn(result) : NEVER
  }
  return { state, send, reset: () => setState({ kind: 'idle' }) }
}

const NEVER = new Promise<never>(() => {})

function entryIn(result: SendResult): Entry | null {
  return result.kind === 'accepted' ? result.entry : null
}

function stateAfter(result: SendResult, act: BareAct): SendingState {
  if (result.kind === 'accepted') return { kind: 'idle' }
  if (result.kind === 'problem') return { kind: 'refused', problem: result.problem }
  if (result.kind === 'kept') return result
  return { kind: 'lost', commandId: result.commandId, act }
}

/** The act with its id: after a lost reply the same one under the same id. */
function namedAs(state: SendingState, act: BareAct, newId: () => string) {
  return state.kind === 'lost'
    ? { bare: state.act, commandId: state.commandId, isFirst: false }
    : { bare: act, commandId: newId(), isFirst: true }
}

function tellResult(step: HalfDone, { kind }: SendResult): void {
  if (kind === 'kept') step.startAgain()
  if (kind === 'problem') step.sent(null)
}
