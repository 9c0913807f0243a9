import styles from './KeyGrid.module.css'

interface KeyGridProps {
  /** Keys beside 0 to 9, each one character. */
  extras: readonly string[]
  onKey: (key: string) => void
  onDelete: () => void
  onClear: () => void
  /** What the keys belong to, for a screen reader. */
  label: string
}

const FIGURES = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '0'] as const
const NAMES: Record<string, string> = { '.': 'point', '>': 'greater than', '<': 'less than' }

/** Large keys for a gloved finger: 0 to 9, what else the figure wants, delete one, clear all. */
export function KeyGrid({ extras, onKey, onDelete, onClear, label }: KeyGridProps) {
  return (
    <fieldset className={styles.grid} aria-label={`${label}: keys`}>
      {[...FIGURES, ...extras].map((key) => (
        <button
          key={key}
          type="button"
          className={styles.key}
          aria-label={NAMES[key] ?? key}
          onClick={() => onKey(key)}
        >
          {key}
        </button>
      ))}
      <button type="button" className={styles.word} onClick={onDelete} aria-label="Delete the last">
        Delete
      </button>
      <button type="button" className={styles.word} onClick={onClear}>
        Clear
      </button>
    </fieldset>
  )
}
