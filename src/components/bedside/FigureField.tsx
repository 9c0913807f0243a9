import { TextField } from '../ui/TextField.tsx'
import type { KeyAgainReason } from './keyAgain.ts'
import type { Reader } from './keyedFigures.ts'

/** The label of the field in which a figure is keyed a second time. */
export function againLabel(label: string): string {
  return `${label}, again`
}

interface FigureFieldProps {
  label: string
  text: string
  onText: (text: string) => void
  again: string
  onAgain: (text: string) => void
  read: Reader
  /** Why this figure is keyed a second time, or null. */
  why: (value: number) => KeyAgainReason | null
}

/** A figure in a form of several: typed as text, refused in words, keyed again where a rule asks for it. */
export function FigureField({ label, text, onText, again, onAgain, read, why }: FigureFieldProps) {
  const keyed = read(text)
  const reason = keyed.kind === 'taken' ? why(keyed.value) : null
  return (
    <>
      <TextField
        label={label}
        inputMode="decimal"
        value={text}
        onChange={onText}
        error={
          text !== '' && keyed.kind === 'refused'
            ? `${keyed.reason} (${keyed.rules.join(', ')})`
            : null
        }
      />
      {reason !== null && (
        <TextField
          label={againLabel(label)}
          hint={`${reason.reason} (${reason.rules.join(', ')})`}
          inputMode="decimal"
          value={again}
          onChange={onAgain}
          error={again !== '' && again.trim() !== text.trim() ? 'The two differ.' : null}
        />
      )}
    </>
  )
}
