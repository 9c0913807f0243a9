import { type KeyboardEvent, useContext, useEffect, useId, useState } from 'react'
import { CoveredContext } from '../ui/CoveredContext.ts'
import { hearScans } from '../ui/hearScans.ts'
import { soundRefusal } from '../ui/refusalTone.ts'
import { FIGURES_ONLY } from '../ui/scanListener.ts'
import { KeyGrid } from './KeyGrid.tsx'
import styles from './PinPad.module.css'

interface PinPadProps {
  pin: string
  onPin: (pin: string) => void
  onEnter?: () => void
}

/** Figures in a signing PIN (SIGN-3). */
export const PIN_LENGTH = 6
const NO_EXTRAS: readonly string[] = []

/** A signing PIN keyed on large keys or a keyboard, shown as dots; the caller forgets it after each use (SIGN-3). */
export function PinPad({ pin, onPin, onEnter }: PinPadProps) {
  const id = useId()
  const [fault, setFault] = useState<string | null>(null)
  const isCovered = useContext(CoveredContext)
  // What is half typed waits for its author behind the lock; a PIN never does.
  useEffect(() => {
    if (isCovered) onPin('')
  }, [isCovered, onPin])
  useEffect(
    () =>
      hearScans('pad', (_, from) => {
        if (from === 'words') return false
        soundRefusal()
        setFault('A barcode is no PIN: it was not taken.')
        return true
      }),
    [],
  )
  const take = (next: string) => {
    const wrong = faultOf(next)
    setFault(wrong)
    if (wrong === null) onPin(next)
    else soundRefusal()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && onEnter) {
      event.preventDefault()
      onEnter()
    }
  }
  return (
    <div className={styles.pad}>
      <label htmlFor={id} className={styles.label}>
        Signing PIN, {PIN_LENGTH} figures
      </label>
      <input
        id={id}
        className={styles.pin}
        type="password"
        inputMode="none"
        autoComplete="off"
        data-1p-ignore="true"
        {...FIGURES_ONLY}
        value={pin}
        aria-describedby={`${id}-said`}
        onChange={(event) => take(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p
        id={`${id}-said`}
        className={`${styles.said} ${fault === null ? '' : styles.refused}`}
        role="status"
        aria-live="polite"
      >
        {fault ?? `${pin.length} of ${PIN_LENGTH} figures`}
      </p>
      <KeyGrid
        label="Signing PIN"
        extras={NO_EXTRAS}
        onKey={(key) => take(pin + key)}
        onDelete={() => take(pin.slice(0, -1))}
        onClear={() => take('')}
      />
    </div>
  )
}

function faultOf(pin: string): string | null {
  if (/\D/.test(pin)) return 'A PIN has figures only.'
  return pin.length > PIN_LENGTH ? `A PIN has ${PIN_LENGTH} figures.` : null
}
