import type { ReactNode } from 'react'
import type { Reply } from '../../store/api.ts'
import { Problem } from '../rules/Problem.tsx'

interface AnsweredProps<T> {
  /** null while it is awaited. */
  readonly reply: Reply<T> | null
  readonly children: (value: T) => ReactNode
}

/** What the server answered, or why there is nothing to show. */
export function Answered<T>({ reply, children }: AnsweredProps<T>) {
  if (reply === null) return <p>Reading...</p>
  if (reply.kind === 'problem') return <Problem problem={reply.problem} />
  if (reply.kind === 'unknown') return <p>The server did not answer. Open this page again.</p>
  return children(reply.value)
}
