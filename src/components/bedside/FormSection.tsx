import { type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { BigButton } from '../ui/BigButton.tsx'
import { Icon } from '../ui/Icon.tsx'
import { FoldContext } from './FoldContext.ts'
import styles from './FormSection.module.css'

interface FormSectionProps {
  title: string
  /** The working, beside what it is the working of. */
  margin?: ReactNode
  /** All that is signed of this part, in words, once it is answered: what it folds to. Null while something is open. */
  answered?: string | null
  children: ReactNode
}

/** One part of a long form, its working in the margin beside it, as on the paper form. */
export function FormSection({ title, margin, answered = null, children }: FormSectionProps) {
  const isFolding = useContext(FoldContext)
  /** The fold that this part was opened in: the next one takes it along again. */
  const [isReopened, setReopened] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isReopened) heading.current?.focus({ preventScroll: true })
  }, [isReopened])
  if (!isFolding && isReopened) setReopened(false)
  if (isFolding && answered !== null && !isReopened) {
    return (
      <section className={styles.folded} aria-label={title}>
        <Icon name="check" />
        <div className={styles.words}>
          <h2 className={styles.title}>{title}</h2>
          <p>{answered}</p>
        </div>
        <BigButton small look="quiet" label={`Change: ${title}`} onClick={() => setReopened(true)}>
          Change
        </BigButton>
      </section>
    )
  }
  return (
    <section className={margin ? styles.withMargin : styles.section} aria-label={title}>
      <div className={styles.fields}>
        <h2 className={styles.title} tabIndex={-1} ref={heading}>
          {title}
        </h2>
        {children}
      </div>
      {margin && <aside className={styles.margin}>{margin}</aside>}
    </section>
  )
}
