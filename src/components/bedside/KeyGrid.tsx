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

const FIGURES = ['7', '8', '9', '4', '5', '6', '1', '2', '3'] as const
const NAMES: Record<string, string> = { '.': 'point', '>': 'greater than', '<': 'less than' }

/** Large keys for a gloved finger: 0 to 9, what else the figure wants, delete one, clear all. */
export function KeyGrid({ extras, onKey, onDelete, onClear, label }: KeyGridProps) {
  const hasPoint = extras.includes('.')
  const key = (text: string) => (
    <button
      key={text}
      type="button"
      className={styles.key}
      aria-label={NAMES[text] ?? text}
      onClick={() => onKey(text)}
    >
      {text}
    </button>
  )
  const clear = (isWide: boolean) => (
    <button
      type="button"
      className={`${styles.word} ${isWide ? styles.wide : ''}`}
      onClick={onClear}
    >
      Clear
    </button>
  )
  const others = extras.filter((text) => text !== '.')
  return (
    <fieldset className={styles.grid} aria-label={`Keys: ${label}`}>
      {FIGURES.map(key)}
      {hasPoint ? key('.') : clear(false)}
      {key('0')}
      <button type="button" className={styles.word} onClick={onDelete} aria-label="Delete the last">
        Delete
      </button>
      {others.map(key)}
      {hasPoint && clear(others.length === 0)}
    </fieldset>
  )
}
