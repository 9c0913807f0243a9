import { useId } from 'react'
import { useFieldFault } from './FaultContext.ts'
import classes from './Fields.module.css'

interface Choice<T extends string> {
  readonly value: T
  readonly label: string
  readonly hint?: string
}

interface ChoiceFieldProps<T extends string> {
  readonly label: string
  readonly choices: readonly Choice<T>[]
  /** Null: not answered yet; nothing is chosen beforehand. */
  readonly value: T | null
  readonly onChange: (value: T) => void
  readonly hint?: string
  readonly error?: string | null | undefined
}

/** One of a few answers, each a target of its own. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const name = useId()
  const fault = useFieldFault(props.label, props.value)
  const error = props.error ?? fault
  const said = error ? { 'aria-invalid': true, 'aria-describedby': `${name}-error` } : {}
  return (
    <fieldset
      className={classes.group}
      {...(props.hint ? { 'aria-describedby': `${name}-hint` } : {})}
    >
      <legend className={classes.label}>{props.label}</legend>
      {props.hint && (
        <p id={`${name}-hint`} className={classes.hint}>
          {props.hint}
        </p>
      )}
      {props.choices.map(({ value, label, hint }) => (
        <label key={value} className={classes.option}>
          <input
            type="radio"
            name={name}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
            {...said}
          />
          <span>
            {label}
            {hint && <span className={classes.optionHint}>{hint}</span>}
          </span>
        </label>
      ))}
      {error && (
        <p
          id={`${name}-error`}
          className={classes.error}
          // What refused the form says it as well, and is read out itself.
          {...(props.error ? { role: 'alert' } : {})}
        >
          {error}
        </p>
      )}
    </fieldset>
  )
}
