import { type ReactNode, useState } from 'react'
import { ApttStep } from './ApttStep.tsx'

interface CheckApttProps {
  /** What this checker keyed before going back. */
  before: string
  onDone: (text: string) => void
  /** What became of the last try: beside the pad, which stays in view. */
  children?: ReactNode
}

/** The APTT as the checker reads it from the laboratory's report, not from the first entry (SIGN-4 b). */
export function CheckAptt({ before, onDone, children }: CheckApttProps) {
  const [text, setText] = useState(before)
  return (
    <ApttStep
      question="What APTT does the laboratory’s report say?"
      text={text}
      onText={setText}
      nextLabel="Next"
      asksAgain={false}
      onDone={onDone}
    >
      {children}
      <p>Read it from the report itself, not from what was entered. (SIGN-4)</p>
    </ApttStep>
  )
}
