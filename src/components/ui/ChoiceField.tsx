import { useId } from 'react'
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
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>{props.label}</legend>
      {props.hint && <p className={classes.hint}>{props.hint}</p>}
      {props.choices.map(({ value, label, hint }) => (
        <label key={value} className={classes.option}>
          <input
            type="radio"
            name={name}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
          />
          <span>
            {label}
            {hint && <span className={classes.optionHint}>{hint}</span>}
          </span>
        </label>
      ))}
      {props.error && (
        <p className={classes.error} role="alert">
          {props.error}
        </p>
      )}
    </fieldset>
  )
}
