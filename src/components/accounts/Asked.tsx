import type { ReactNode } from 'react'
import type { Reply } from '../../store/api.ts'
import { Problem } from '../rules/Problem.tsx'
import { Banner } from '../ui/Banner.tsx'
import { BigButton } from '../ui/BigButton.tsx'

interface AskedProps<T> {
  readonly reply: Reply<T> | null
  readonly again: () => void
  readonly children: (value: T) => ReactNode
}

/** What was read, or why it is not there. */
export function Asked<T>({ reply, again, children }: AskedProps<T>) {
  if (reply === null) return <p role="status">Reading...</p>
  if (reply.kind === 'problem') return <Problem problem={reply.problem} />
  if (reply.kind === 'unknown') {
    return (
      <Banner
        tone="soon"
        title="The server did not answer"
        act={
          <BigButton small onClick={again}>
            Try again
          </BigButton>
        }
      />
    )
  }
  return children(reply.value)
}
