import type { ReactNode } from 'react'
import styles from './FormSection.module.css'

interface FormSectionProps {
  title: string
  /** The working, beside what it is the working of. */
  margin?: ReactNode
  children: ReactNode
}

/** One part of a long form, its working in the margin beside it, as on the paper form. */
export function FormSection({ title, margin, children }: FormSectionProps) {
  return (
    <section className={margin ? styles.withMargin : styles.section} aria-label={title}>
      <div className={styles.fields}>
        <h2 className={styles.title}>{title}</h2>
        {children}
      </div>
      {margin && <aside className={styles.margin}>{margin}</aside>}
    </section>
  )
}
