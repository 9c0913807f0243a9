import { BigButton } from '../ui/BigButton.tsx'
import styles from './ToSign.module.css'

interface ToSignProps {
  /** What the signature means. */
  readonly meaning: string
  /** Something is missing still: the try to sign says what. */
  readonly isOpen: boolean
  /** Whether the answered parts are folded to what is signed of them. */
  readonly isFolded: boolean
  readonly onFold: (isFolded: boolean) => void
}

/** What will be signed, in sight along the whole of a long form, and the way to see all of it at once. */
export function ToSign({ meaning, isOpen, isFolded, onFold }: ToSignProps) {
  return (
    <section className={styles.bar} aria-label="To sign" data-stays="bottom">
      <div className={styles.words}>
        <p>
          <b>To sign.</b> {meaning}
        </p>
        {isOpen && <p className={styles.open}>Not complete yet.</p>}
      </div>
      <BigButton small onClick={() => onFold(!isFolded)}>
        {isFolded ? 'Show every part' : 'Fold what is answered'}
      </BigButton>
    </section>
  )
}
