import { type ReactNode, useState } from 'react'
import { BigButton } from '../ui/BigButton.tsx'
import styles from './FigureQuestion.module.css'
import type { KeyAgainReason } from './keyAgain.ts'
import type { Keyed, Reader } from './keyedFigures.ts'
import { NumberPad } from './NumberPad.tsx'
import { RuleTags } from './RuleTags.tsx'

interface FigureQuestionProps<T> {
  question: string
  unit: string
  /** What is typed; kept by the caller, so that it survives a reload. */
  text: string
  onText: (text: string) => void
  read: Reader<T>
  /** Why this figure is keyed a second time, or null. */
  again?: (value: T) => KeyAgainReason | null
  extras?: readonly ('.' | '>' | '<')[]
  nextLabel: string
  /** The answer is on its way: the button takes no second tap. */
  busy?: boolean
  onDone: (value: T, text: string) => void
  /** Stands beside the pad: what the figure is about. */
  children?: ReactNode
}

interface Said {
  readonly reason: string
  readonly rules: readonly string[]
}

/** One question answered by one keyed figure, keyed again where a rule asks for it. */
export function FigureQuestion<T>(props: FigureQuestionProps<T>) {
  const { question, unit, text, onText, read, again, extras, nextLabel, onDone, children } = props
  const { busy = false } = props
  const [first, setFirst] = useState<{ text: string; why: KeyAgainReason } | null>(null)
  const [second, setSecond] = useState('')
  const [said, setSaid] = useState<Said | null>(null)

  const typeFirst = (next: string) => {
    setSaid(null)
    onText(next)
  }
  const typeSecond = (next: string) => {
    setSaid(null)
    setSecond(next)
  }
  const finishFirst = (keyed: Extract<Keyed<T>, { kind: 'taken' }>) => {
    const why = again?.(keyed.value) ?? null
    if (why === null) return onDone(keyed.value, text.trim())
    setSecond('')
    setFirst({ text: text.trim(), why })
  }
  const finishSecond = (once: NonNullable<typeof first>) => {
    // Whatever comes of it, the question begins anew: an answer that differed is keyed again from the start.
    setFirst(null)
    if (isSame(read(once.text), read(second))) return onDone(...takenOf(read, once.text))
    setSaid({
      reason: `The two differ: first ${once.text}, then ${second.trim()}. Look again and key it from the start.`,
      rules: once.why.rules,
    })
  }
  const finish = () => {
    if (busy) return
    const keyed = read(first === null ? text : second)
    if (keyed.kind === 'refused') setSaid(keyed)
    else if (first === null) finishFirst(keyed)
    else finishSecond(first)
  }
  return (
    <div className={styles.room}>
      <div className={styles.question}>
        <div className={styles.words}>
          <h1 className={styles.heading}>
            {first === null ? question : `${question} Key it again.`}
          </h1>
          {first !== null && (
            <p className={styles.why}>
              {first.why.reason} It is keyed twice, to catch a slip.{' '}
              <RuleTags rules={first.why.rules} />
            </p>
          )}
          {children}
        </div>
        <div className={styles.keys}>
          <NumberPad
            key={first === null ? 'first' : 'second'}
            label={first === null ? question : `${question} Again`}
            unit={unit}
            text={first === null ? text : second}
            onText={first === null ? typeFirst : typeSecond}
            {...(extras ? { extras } : {})}
            refusal={said && `${said.reason} (${said.rules.join(', ')})`}
            onEnter={finish}
          />
          <BigButton look="primary" wide busy={busy} onClick={finish}>
            {nextLabel}
          </BigButton>
        </div>
      </div>
    </div>
  )
}

function isSame<T>(a: Keyed<T>, b: Keyed<T>): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function takenOf<T>(read: Reader<T>, text: string): [value: T, text: string] {
  const keyed = read(text)
  if (keyed.kind === 'refused') throw new Error('a figure keyed twice was refused the second time')
  return [keyed.value, text]
}
