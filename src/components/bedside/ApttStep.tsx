import type { ReactNode } from 'react'
import type { Chart } from '../../chart/chart.ts'
import { protocolOf } from '../../chart/results.ts'
import { rowsFor } from '../../nomogram/rowsFor.ts'
import { BigButton } from '../ui/BigButton.tsx'
import styles from './ApttStep.module.css'
import { readAptt, type TakenAptt } from './apttReader.ts'
import { useBedside } from './BedsideContext.ts'
import { FigureQuestion } from './FigureQuestion.tsx'
import { apttKeyedAgain, type KeyAgainReason } from './keyAgain.ts'
import { lastUsableSeconds } from './sampleChoice.ts'

interface ApttStepProps {
  question: string
  text: string
  onText: (text: string) => void
  nextLabel: string
  busy?: boolean
  /** The text as the laboratory gave it (NOMO-15). */
  onDone: (text: string) => void
  /** The laboratory's word, by one tap; without it, as `onDone`. */
  onWord?: (text: string) => void
  /** Ask again after a jump (NOMO-18); the blind check does not. */
  asksAgain: boolean
  children?: ReactNode
}

const WORDS = [
  { text: 'unclottable', label: 'Unclottable' },
  { text: 'clotted', label: 'Specimen clotted' },
  { text: 'haemolysed', label: 'Specimen haemolysed' },
  { text: 'insufficient', label: 'Specimen insufficient' },
] as const

/** An APTT as the laboratory reported it: figures, a limit, or its words (NOMO-2, NOMO-15). */
export function ApttStep(props: ApttStepProps) {
  const { question, text, onText, nextLabel, onDone, asksAgain, children } = props
  const { busy = false, onWord = onDone } = props
  const { chart } = useBedside()
  return (
    <FigureQuestion
      question={question}
      unit="seconds"
      text={text}
      onText={onText}
      read={readAptt}
      again={(parsed) => (asksAgain ? jumpOf(chart, parsed) : null)}
      extras={['.', '>', '<']}
      nextLabel={nextLabel}
      busy={busy}
      onDone={(_, keyed) => onDone(keyed)}
    >
      {children}
      <fieldset className={styles.words}>
        <legend>No figure? The laboratory’s words:</legend>
        {WORDS.map((word) => (
          <BigButton key={word.text} small onClick={() => onWord(word.text)}>
            {word.label}
          </BigButton>
        ))}
      </fieldset>
    </FigureQuestion>
  )
}

/** NOMO-18, unless the value could mean a stop: nothing delays that. */
function jumpOf(chart: Chart, parsed: TakenAptt): KeyAgainReason | null {
  if (parsed.kind !== 'value') return null
  const protocol = protocolOf(chart)
  if (protocol && rowsFor(protocol, parsed).some(({ kind }) => kind === 'stop')) return null
  return apttKeyedAgain(parsed.seconds, lastUsableSeconds(chart))
}
