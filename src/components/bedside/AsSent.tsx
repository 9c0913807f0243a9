import type { ReactNode } from 'react'
import styles from './AsSent.module.css'

interface AsSentProps {
  /** It was sent, and nobody knows yet whether it arrived. */
  readonly isSent: boolean
  readonly children: ReactNode
}

/** Fields of an act. Once sent they stay as they were sent until the answer is known: the same act is sent again (SIGN-8). */
export function AsSent({ isSent, children }: AsSentProps) {
  return (
    <fieldset role="presentation" className={styles.fields} disabled={isSent}>
      {children}
    </fieldset>
  )
}
