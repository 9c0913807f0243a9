import { useState } from 'react'
import type { Check, CheckResult } from '../../store/sending.ts'
import type { Problem } from '../../store/wire.ts'
import { useBedside } from './BedsideContext.ts'

/** How far the checker's figures have come. */
export type CheckingState =
  | { readonly kind: 'idle' | 'saving' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'lost'; readonly commandId: string; readonly check: Check }

/** Sends the blind figures; a lost reply is asked for again under the same id, so that a mismatch counts once. */
export function useChecking(): {
  state: CheckingState
  /** Answers the refusal, or that the figures agreed, or (see `state`) that no reply came. */
  compare: (check: Check) => Promise<Problem | 'matched' | 'lost'>
} {
  const { chart, store } = useBedside()
  const [state, setState] = useState<CheckingState>({ kind: 'idle' })
  const compare = async (check: Check): Promise<Problem | 'matched' | 'lost'> => {
    const lost = state.kind === 'lost' ? state : null
    const sent = lost?.check ?? check
    setState({ kind: 'saving' })
    const result = await store.sendCheck(
      chart.chartId,
      sent,
      ...(lost === null ? [] : [{ commandId: lost.commandId }]),
    )
    // A mismatch leaves an entry too: the chart is read again either way.
    await store.loadChart(chart.chartId)
    setState(stateAfter(result, sent))
    if (result.kind === 'problem') return result.problem
    return result.kind === 'matched' ? 'matched' : 'lost'
  }
  return { state, compare }
}

function stateAfter(result: CheckResult, check: Check): CheckingState {
  if (result.kind === 'problem') return { kind: 'refused', problem: result.problem }
  if (result.kind === 'matched') return { kind: 'idle' }
  return { kind: 'lost', commandId: result.commandId, check }
}
