import classes from './BigChoices.module.css'

interface BigChoice<T extends string> {
  readonly value: T
  readonly label: string
  readonly hint?: string
  /** It leads to STOP. */
  readonly grave?: boolean
}

interface BigChoicesProps<T extends string> {
  /** The question, for a screen reader; the page's heading says it to everybody else. */
  readonly label: string
  readonly choices: readonly BigChoice<T>[]
  readonly onChoose: (value: T) => void
}

/** The few answers to a page's one question, each a target for a gloved hand; a tap goes on. */
export function BigChoices<T extends string>({ label, choices, onChoose }: BigChoicesProps<T>) {
  return (
    <fieldset className={classes.choices}>
      <legend className="visuallyHidden">{label}</legend>
      {choices.map(({ value, label: words, hint, grave = false }) => (
        <button
          key={value}
          type="button"
          className={`${classes.choice} ${grave ? classes.grave : ''}`}
          onClick={() => onChoose(value)}
        >
          {words}
          {hint && <span className={classes.hint}>{hint}</span>}
        </button>
      ))}
    </fieldset>
  )
}
