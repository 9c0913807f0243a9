import type { ReactNode } from 'react'
import type { HalfDone } from '../../store/halfDone.ts'
import { useNow, useZone } from '../../store/useChart.ts'
import { Banner } from '../ui/Banner.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import styles from './ResumedLine.module.css'
import { asksToGoOn, begunText, resumedSentences } from './resumedWords.ts'

interface ResumedLineProps {
  readonly step: HalfDone
  /** What is new on the chart since. */
  readonly children?: ReactNode
}

/**
 * A step that its person began before: one quiet line, as the fields are filled. Where something has moved on, what it
 * is, and a word before they go on.
 */
export function ResumedLine({ step, children }: ResumedLineProps) {
  const now = useNow()
  const zone = useZone()
  const { resumed, goOn, startAgain } = step
  if (resumed === null) return null
  const begun = begunText(resumed, now, zone)
  const again = (
    <BigButton small look="quiet" onClick={startAgain}>
      Start again
    </BigButton>
  )
  if (!asksToGoOn(resumed, now)) {
    return (
      <div className={styles.line}>
        <p>{begun}. It is as you left it.</p>
        {again}
      </div>
    )
  }
  return (
    <Banner tone="soon" title={begun}>
      {children}
      {resumedSentences(resumed, now, zone).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div className={styles.ways}>
        <BigButton small onClick={goOn}>
          Go on
        </BigButton>
        {again}
      </div>
    </Banner>
  )
}
