import { type ReactNode, useMemo } from 'react'
import { type NamedFields, problemFault } from '../rules/problemFault.ts'
import { type Fault, FaultContext } from '../ui/FaultContext.ts'
import { useFaultFocus } from '../ui/useFaultFocus.ts'
import classes from './Accounts.module.css'
import { type Outcome, OutcomeOf } from './Outcome.tsx'

interface ChangeFormProps {
  readonly outcome: Outcome
  /** The fields that the server may name. */
  readonly fields: NamedFields
  readonly children: ReactNode
}

/** The fields of a change, and under them what became of it; a fault is said at its field, with the keyboard there. */
export function ChangeForm({ outcome, fields, children }: ChangeFormProps) {
  const fault = useMemo(() => faultOf(outcome, fields), [outcome, fields])
  const form = useFaultFocus<HTMLDivElement>(fault)
  return (
    <div ref={form} className={classes.form}>
      <FaultContext value={fault}>{children}</FaultContext>
      <OutcomeOf outcome={outcome} />
    </div>
  )
}

function faultOf(outcome: Outcome, fields: NamedFields): Fault | null {
  if (outcome.kind === 'missing') return outcome.fault
  return outcome.kind === 'refused' ? problemFault(outcome.problem, fields) : null
}
