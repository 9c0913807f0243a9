import classes from './RuleWords.module.css'
import { type RuleSource, ruleBook } from './ruleBook.ts'

const SOURCES: Readonly<Record<RuleSource, string>> = {
  procedure: 'From the procedure.',
  both: 'From the procedure, with local decisions.',
  local: 'Local decision.',
}

/** What the cited rules say, and which of them are decisions made here where the procedure is silent. */
export function RuleWords({ rules }: { rules: readonly string[] }) {
  return (
    <dl className={classes.rules}>
      {[...new Set(rules)].map((rule) => {
        const known = Object.hasOwn(ruleBook, rule) ? ruleBook[rule] : undefined
        return (
          <div key={rule}>
            <dt>{rule}</dt>
            <dd>{known && `${known.says} ${SOURCES[known.source]}`}</dd>
          </div>
        )
      })}
    </dl>
  )
}
