import classes from './Fields.module.css'

interface TickFieldProps {
  readonly label: string
  readonly hint?: string
  readonly ticked: boolean
  readonly onChange: (ticked: boolean) => void
}

/** One statement to tick. */
export function TickField({ label, hint, ticked, onChange }: TickFieldProps) {
  return (
    <label className={classes.option}>
      <input
        type="checkbox"
        checked={ticked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint && <span className={classes.optionHint}>{hint}</span>}
      </span>
    </label>
  )
}
