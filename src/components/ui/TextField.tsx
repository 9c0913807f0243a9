import { Textarea, TextInput } from '@mantine/core'
import type { HTMLInputAutoCompleteAttribute } from 'react'
import { useFieldFault } from './FaultContext.ts'
import classes from './Fields.module.css'

interface TextFieldProps {
  readonly label: string
  /** Exactly what was typed: the field never rewrites it. */
  readonly value: string
  readonly onChange: (text: string) => void
  readonly hint?: string
  /** What is wrong with it and what to do. */
  readonly error?: string | null | undefined
  readonly inputMode?: 'text' | 'decimal' | 'numeric'
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly kind?: 'line' | 'text' | 'secret'
  readonly name?: string
}

const styles = {
  input: classes.input ?? '',
  label: classes.label ?? '',
  description: classes.hint ?? '',
  error: classes.error ?? '',
}

/** A field for text. It keeps what was typed, character for character; numbers too are typed as text. */
export function TextField({ kind = 'line', hint, onChange, inputMode, ...rest }: TextFieldProps) {
  const fault = useFieldFault(rest.label, rest.value)
  const shared = {
    ...rest,
    error: rest.error ?? fault,
    description: hint,
    classNames: styles,
    autoComplete: rest.autoComplete ?? 'off',
  }
  if (kind === 'text') {
    return (
      <Textarea
        {...shared}
        rows={3}
        resize="vertical"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  return (
    <TextInput
      {...shared}
      type={kind === 'secret' ? 'password' : 'text'}
      inputMode={inputMode}
      autoCapitalize="none"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
