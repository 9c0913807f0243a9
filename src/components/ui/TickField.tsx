import { useId } from 'react'
import { useFieldFault } from './FaultContext.ts'
import classes from './Fields.module.css'

interface TickFieldProps {
  readonly label: string
  readonly hint?: string
  readonly ticked: boolean
  readonly onChange: (ticked: boolean) => void
}

/** One statement to tick. */
export function TickField({ label, hint, ticked, onChange }: TickFieldProps) {
  const id = useId()
  const fault = useFieldFault(label, ticked)
  return (
    <label className={classes.option}>
      <input
        type="checkbox"
        checked={ticked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        {...(fault ? { 'aria-invalid': true, 'aria-describedby': id } : {})}
      />
      <span>
        {label}
        {hint && <span className={classes.optionHint}>{hint}</span>}
        {fault && (
          <span id={id} className={classes.tickError}>
            {fault}
          </span>
        )}
      </span>
    </label>
  )
}
