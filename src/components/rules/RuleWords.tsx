import classes from './RuleWords.module.css'
import { ruleBook } from './ruleBook.ts'
import { ruleSources } from './ruleSources.ts'

/** What the cited rules say, and which of them are decisions made here where the procedure is silent. */
export function RuleWords({ rules }: { rules: readonly string[] }) {
  return (
    <dl className={classes.rules}>
      {[...new Set(rules)].map((rule) => {
        const known = Object.hasOwn(ruleBook, rule) ? ruleBook[rule] : undefined
        return (
          <div key={rule}>
            <dt>{rule}</dt>
            <dd>{known && `${known.says} ${ruleSources[known.source]}`}</dd>
          </div>
        )
      })}
    </dl>
  )
}
