import styles from './RuleTags.module.css'

/** The ids of the rules behind what is said, small and quiet. */
export function RuleTags({ rules }: { rules: readonly string[] }) {
  if (rules.length === 0) return null
  return <span className={styles.rules}>{rules.join(', ')}</span>
}
