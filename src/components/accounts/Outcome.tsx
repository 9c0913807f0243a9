import type { Problem as ProblemReply } from '../../store/wire.ts'
import { NotComplete } from '../bedside/NotComplete.tsx'
import { Problem } from '../rules/Problem.tsx'
import { Banner } from '../ui/Banner.tsx'
import type { Fault } from '../ui/FaultContext.ts'

/** What became of a change that was sent, or why it was not sent. */
export type Outcome =
  | { readonly kind: 'idle' | 'saving' | 'lost' }
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'missing'; readonly fault: Fault }
  | { readonly kind: 'refused'; readonly problem: ProblemReply }

export const IDLE: Outcome = { kind: 'idle' }

/** Says it under the form. What was typed stays. */
export function OutcomeOf({ outcome }: { outcome: Outcome }) {
  switch (outcome.kind) {
    case 'missing':
      return <NotComplete {...outcome.fault} />
    case 'refused':
      return <Problem problem={outcome.problem} />
    case 'lost':
      return (
        <Banner tone="soon" title="The server did not answer">
          It is not known whether this was done. Look at the account before doing it again.
        </Banner>
      )
    case 'done':
      return <Banner tone="good" title={outcome.text} role="status" />
    default:
      return null
  }
}
