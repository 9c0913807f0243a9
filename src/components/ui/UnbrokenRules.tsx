import classes from './UnbrokenRules.module.css'

const RULES = /(\([A-Z]+-\d+[^)]*\))/

/** A sentence whose rule ids in brackets, `(CHART-9)`, never break at their hyphens. */
export function UnbrokenRules({ text }: { text: string }) {
  const parts = text.split(RULES)
  return parts.map((part, place) =>
    place % 2 === 1 ? (
      <span key={part} className={classes.rules}>
        {part}
      </span>
    ) : (
      part
    ),
  )
}
