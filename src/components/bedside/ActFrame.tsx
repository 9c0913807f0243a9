import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { spokenText } from '../ui/spokenText.ts'
import styles from './ActFrame.module.css'
import { useBedside } from './BedsideContext.ts'
import { StepsResumed } from './StepsResumed.tsx'

interface ActFrameProps {
  /** The page's one question or statement; null where the content carries its own heading. */
  title: string | null
  /** A step back inside the page; without it Back leads to the chart. */
  onBack?: (() => void) | undefined
  children: ReactNode
}

/** The room of one act: Back at the top left, one question, its answer. */
export function ActFrame({ title, onBack, children }: ActFrameProps) {
  const { chart } = useBedside()
  return (
    <main className={styles.frame}>
      <div className={styles.head}>
        {onBack ? (
          <button type="button" className={styles.back} onClick={onBack}>
            ‹ Back
          </button>
        ) : (
          <Link className={styles.back ?? ''} href={`/charts/${chart.chartId}`}>
            ‹ Back to the chart
          </Link>
        )}
        {title !== null && (
          <h1 className={styles.title} aria-label={spokenText(title)}>
            {title}
          </h1>
        )}
      </div>
      <StepsResumed />
      {children}
    </main>
  )
}
