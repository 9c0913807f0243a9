import type { Problem as ServerProblem } from '../../store/wire.ts'
import { Icon } from '../ui/Icon.tsx'
import classes from './Problem.module.css'
import { Why } from './Why.tsx'

/** A refusal that the screen finds itself: it never leaves out what to do now. */
export interface ScreenProblem {
  readonly title: string
  readonly detail?: string | undefined
  readonly next: string
  readonly rules?: readonly string[] | undefined
  readonly errors?: readonly { readonly field: string; readonly detail: string }[] | undefined
}

/** What is refused: by the screen, or by the server (RFC 9457). */
export type ProblemShown = ScreenProblem | ServerProblem

interface ProblemProps {
  readonly problem: ProblemShown
  /** It is all that the page says: its title is the page's heading. */
  readonly isHeading?: boolean
}

/** Says what is refused, why, what to do now, and by which rule. Spoken at once by a screen reader. */
export function Problem({ problem, isHeading = false }: ProblemProps) {
  const Title = isHeading ? 'h1' : 'p'
  return (
    <div className={classes.problem} role="alert">
      <Title className={classes.title}>
        <Icon name="overdue" />
        {problem.title}
      </Title>
      {problem.detail && <p>{problem.detail}</p>}
      {problem.errors?.map((error) => (
        <p key={error.field}>
          {error.field}: {error.detail}
        </p>
      ))}
      {problem.next && <p className={classes.next}>{problem.next}</p>}
      {problem.rules && problem.rules.length > 0 && (
        <Why question={`Rule ${problem.rules.join(', ')}`} rules={problem.rules} />
      )}
    </div>
  )
}
