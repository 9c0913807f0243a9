import type { ReactNode } from 'react'
import { Disclosure } from '../ui/Disclosure.tsx'
import { RulesCited } from './RulesCited.tsx'
import classes from './Why.module.css'

interface WhyProps {
  /** What is asked, e.g. `Why 12 mL/hr?` */
  readonly question?: string
  readonly rules: readonly string[]
  /** Those of the rules that are decisions made here, where the procedure is silent. */
  readonly localDecisions?: readonly string[]
  /** The working: the row lit in its table, the inputs, the rounding. */
  readonly children?: ReactNode
}

/** The working behind a figure or a step, one tap away: never shown unasked, never left out. */
export function Why({ question = 'Why?', rules, localDecisions = [], children }: WhyProps) {
  return (
    <Disclosure summary={question} onceOpen={() => <RulesCited rules={rules} />}>
      <div className={classes.body}>
        {children}
        {localDecisions.length > 0 && (
          <p className={classes.rules}>Local decision here: {localDecisions.join(', ')}</p>
        )}
      </div>
    </Disclosure>
  )
}
