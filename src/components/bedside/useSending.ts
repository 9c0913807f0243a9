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
  /** No reply came, and here is its entry all the same: it is on the record. */
  readonly arrived: Entry | null
  /** Lets a refusal go. What has no answer yet stays what is sent again. */
  readonly reset: () => void
}

/**
 * Sends one command and keeps it together with its id until its reply is known; a PIN is never kept. What was typed on
 * the page for it knows the id, and ends once the outbox has it; `isOneOfMany`: other things were typed there too.
 */
export function useSending({ isOneOfMany = false } = {}): Sending {
  const { chart, entries, store, steps } = useBedside()
  const [state, setState] = useState<SendingState>({ kind: 'idle' })

  const send = async (act: BareAct, signature?: object): Promise<Entry | null> => {
    const { bare, ...named } = namedAs(state, act, store.newId)
    const typed = isOneOfMany ? [] : Object.values(steps.getState())
    const from = window.location.pathname
    setState({ kind: 'saving' })
    for (const step of typed) step.sent(named.commandId)
    const whole = (signature === undefined ? bare : { ...bare, signature }) as Act
    const result = await store.send(chart.chartId, whole, named)
    const isHere = window.location.pathname === from
    for (const step of typed) tellResult(step, named.commandId, result, isHere)
    setState(stateAfter(result, bare))
    return isHere ? entryIn(result) : NEVER
  }
  const arrived = arrivedOf(state, entries)
  const reset = () => {
    if (state.kind !== 'lost' || arrived !== null) setState({ kind: 'idle' })
  }
  return { state, send, arrived, reset }
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

function arrivedOf(state: SendingState, entries: readonly Entry[]): Entry | null {
  if (state.kind !== 'lost') return null
  return entries.find(({ commandId }) => commandId === state.commandId) ?? null
}

/** A page that was left before it was recorded ends nothing itself. */
function tellResult(
  step: HalfDone,
  commandId: string,
  { kind }: SendResult,
  isHere: boolean,
): void {
  if (kind === 'kept' || (kind === 'accepted' && !isHere)) step.left(commandId)
  if (kind === 'problem') step.sent(null)
}
