import { Problem } from '../rules/Problem.tsx'
import { LostNotice } from './LostNotice.tsx'
import type { SendingState } from './useSending.ts'

/** What became of the last try, where it is not on the record: the refusal in full, or no reply. */
export function SendOutcome({ state }: { state: SendingState }) {
  if (state.kind === 'lost') return <LostNotice />
  return state.kind === 'refused' ? <Problem problem={state.problem} /> : null
}
