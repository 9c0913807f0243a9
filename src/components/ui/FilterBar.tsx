import { buttonClass } from './buttonClass.ts'
import classes from './FilterBar.module.css'

interface FilterBarProps<T extends string> {
  readonly label: string
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** Which part of a list is shown: one of a few, by tap or by keyboard. */
export function FilterBar<T extends string>(props: FilterBarProps<T>) {
  return (
    <fieldset className={classes.filter}>
      <legend className="visuallyHidden">{props.label}</legend>
      {props.choices.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === props.value}
          className={buttonClass({
            look: value === props.value ? 'primary' : 'plain',
            small: true,
          })}
          onClick={() => props.onChange(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}
