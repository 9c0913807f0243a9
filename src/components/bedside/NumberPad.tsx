import { type ChangeEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { hearScans } from '../ui/hearScans.ts'
import { soundRefusal } from '../ui/refusalTone.ts'
import { FIGURES_ONLY } from '../ui/scanListener.ts'
import { spokenText } from '../ui/spokenText.ts'
import { KeyGrid } from './KeyGrid.tsx'
import styles from './NumberPad.module.css'

interface NumberPadProps {
  /** The question that the figure answers; names the field. */
  label: string
  unit: string
  text: string
  onText: (text: string) => void
  /** Keys beside the figures: a point, or the laboratory's limits. */
  extras?: readonly ('.' | '>' | '<')[]
  /** Why what is typed was refused; the text stays as it was typed. */
  refusal?: string | null
  onEnter?: () => void
}

const LONGEST = 8
const SCANNED = 'A barcode was scanned: nothing of it was taken.'

/** A figure keyed on large keys or a keyboard: text all the way, never a number field (H14, NOMO-4). */
export function NumberPad(props: NumberPadProps) {
  const { label, unit, text, onText, extras = ['.'], refusal = null, onEnter } = props
  const id = useId()
  const [notTaken, setNotTaken] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  // A keyboard types at once; the tablet's own stays away (`inputMode`).
  useEffect(() => field.current?.focus({ preventScroll: true }), [])

  useEffect(
    () =>
      hearScans('pad', (_, from) => {
        if (from === 'words') return false
        soundRefusal()
        setNotTaken(SCANNED)
        return true
      }),
    [],
  )

  // A wrong key stands until it is deleted: were it dropped, the next key would make another figure of the rest.
  const take = (next: string) => {
    const isMore = next.length > text.length
    const reason = isMore ? whyNotTaken(next) : null
    setNotTaken(reason)
    if (reason === null) onText(next)
    if (isMore && (reason ?? faultOf(next, extras)) !== null) soundRefusal()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && onEnter) {
      event.preventDefault()
      onEnter()
    }
  }
  const said = notTaken ?? faultOf(text, extras) ?? refusal
  return (
    <div className={styles.pad}>
      <div className={styles.figure}>
        <input
          id={id}
          ref={field}
          className={styles.text}
          type="text"
          inputMode="none"
          autoComplete="off"
          spellCheck={false}
          {...FIGURES_ONLY}
          aria-label={spokenText(`${label}, ${unit}`)}
          aria-invalid={said !== null}
          aria-describedby={`${id}-said`}
          value={text}
          onChange={(event: ChangeEvent<HTMLInputElement>) => take(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <span className={styles.unit} aria-hidden="true">
          {unit}
        </span>
      </div>
      <p
        id={`${id}-said`}
        className={`${styles.said} ${said === null ? '' : styles.refused}`}
        role="status"
        aria-live="polite"
      >
        {said}
      </p>
      <KeyGrid
        label={label}
        extras={extras}
        onKey={(key) => take(text + key)}
        onDelete={() => take(text.slice(0, -1))}
        onClear={() => take('')}
      />
    </div>
  )
}

/** Why a key leaves the text as it is: it adds nothing to a figure. */
function whyNotTaken(text: string): string | null {
  if (text.endsWith('..')) return 'A second point was not taken: there is one already.'
  if (text.length > LONGEST) return `No more than ${LONGEST} characters are taken.`
  return null
}

/** What in the text can be no part of a figure; what is whole or not is asked when the figure is done. */
function faultOf(text: string, extras: readonly string[]): string | null {
  const wrong = [...text].find((key) => !/[0-9 ]/.test(key) && !extras.includes(key))
  if (wrong === ',' && extras.includes('.')) return 'Delete the “,” and use a point.'
  if (wrong !== undefined) return `Delete the “${wrong}”: ${keysIn(extras)} only.`
  if (text.split('.').length > 2) return 'Delete the second point: there is one already.'
  const late = /.[<>]/.exec(text.trim())
  if (late) return `Delete the “${late[0].at(-1)}”: it stands before the figure.`
  return null
}

function keysIn(extras: readonly string[]): string {
  return extras.length === 0 ? 'figures 0 to 9' : `figures 0 to 9 and ${extras.join(' ')}`
}
