import type { ReactNode } from 'react'
import type { PendingNow } from '../../chart/pending.ts'
import { CheckFacts } from './CheckFacts.tsx'
import { FigureQuestion } from './FigureQuestion.tsx'
import { rateKeyedAgain } from './keyAgain.ts'
import { readBolusMl, readRate } from './keyedFigures.ts'

/** What the checker's figure is asked with. */
export interface BlindFigureProps {
  pending: PendingNow
  isBolus: boolean
  text: string
  onText: (text: string) => void
  busy: boolean
  label: string
  onDone: (text: string) => void
  /** What became of the last try: beside the pad, which stays in view. */
  children?: ReactNode
}

/** The rate, or for a bolus the mL in the syringe, as the checker works it out (SIGN-4 b, BOL-8). */
export function BlindFigure(props: BlindFigureProps) {
  const { pending, isBolus, text, onText, busy, label, onDone, children } = props
  return (
    <FigureQuestion
      question={isBolus ? 'How many mL is the bolus?' : 'What rate should the pump run at?'}
      unit={isBolus ? 'mL' : 'mL/hr'}
      text={text}
      onText={onText}
      read={isBolus ? readBolusMl : readRate}
      again={(figure) => (isBolus ? null : rateKeyedAgain(figure))}
      nextLabel={label}
      busy={busy}
      onDone={(_, keyed) => onDone(keyed)}
    >
      {children}
      <CheckFacts pending={pending} />
    </FigureQuestion>
  )
}
