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

const NAMES: Record<string, string> = { '.': 'point', '>': 'greater than', '<': 'less than' }

/**
 * Large keys for a gloved finger: 0 to 9, what else the figure wants, delete one, clear all. With a point the keys that
 * take away stand in a column of their own, so that the pad is no higher than four rows.
 */
export function KeyGrid({ extras, onKey, onDelete, onClear, label }: KeyGridProps) {
  const key = (text: string, wide = '') => (
    <button
      key={text}
      type="button"
      className={`${styles.key} ${wide}`}
      aria-label={NAMES[text] ?? text}
      onClick={() => onKey(text)}
    >
      {text}
    </button>
  )
  const hasLimits = extras.includes('>')
  const tall = hasLimits ? '' : styles.tall
  const away = (word: 'Delete' | 'Clear', shape: string | undefined = '') => (
    <button
      type="button"
      className={`${styles.word} ${shape}`}
      onClick={word === 'Clear' ? onClear : onDelete}
      aria-label={word === 'Clear' ? undefined : 'Delete the last'}
    >
      {word}
    </button>
  )
  if (!extras.includes('.')) {
    return (
      <fieldset className={styles.grid} aria-label={`Keys: ${label}`}>
        {[...'789456123'].map((text) => key(text))}
        {away('Clear')}
        {key('0')}
        {away('Delete')}
      </fieldset>
    )
  }
  return (
    <fieldset className={`${styles.grid} ${styles.four}`} aria-label={`Keys: ${label}`}>
      {[...'789'].map((text) => key(text))}
      {away('Delete', tall)}
      {[...'456'].map((text) => key(text))}
      {hasLimits && away('Clear')}
      {[...'123'].map((text) => key(text))}
      {hasLimits ? key('>') : away('Clear', tall)}
      {key('0', styles.wide)}
      {key('.')}
      {hasLimits && key('<')}
    </fieldset>
  )
}
