import { useId } from 'react'
import { useFieldFault } from '../ui/FaultContext.ts'
import styles from './YesNoField.module.css'

interface YesNoFieldProps {
  question: string
  rule: string
  /** Null: not answered; nothing is chosen beforehand. */
  answer: 'yes' | 'no' | null
  onAnswer: (answer: 'yes' | 'no') => void
  /** What an unanswered question counts as, in words. */
  unanswered: string
}

/** One question on one line, yes or no, as the paper form asks it. */
export function YesNoField({ question, rule, answer, onAnswer, unanswered }: YesNoFieldProps) {
  const name = useId()
  const fault = useFieldFault(question, answer)
  return (
    <fieldset className={styles.row}>
      <legend className="visuallyHidden">{question}</legend>
      <span className={styles.question} aria-hidden="true">
        {question} <span className={styles.rule}>{rule}</span>
        {answer === null && <span className={styles.open}>{unanswered}</span>}
      </span>
      {fault && (
        <span id={`${name}-fault`} className={styles.fault}>
          {fault}
        </span>
      )}
      {(['yes', 'no'] as const).map((each) => (
        <label key={each} className={styles.answer}>
          <input
            type="radio"
            name={name}
            checked={answer === each}
            onChange={() => onAnswer(each)}
            {...(fault ? { 'aria-invalid': true, 'aria-describedby': `${name}-fault` } : {})}
          />
          {each === 'yes' ? 'Yes' : 'No'}
        </label>
      ))}
    </fieldset>
  )
}
