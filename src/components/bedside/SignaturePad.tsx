import { type ReactNode, useState } from 'react'
import { BigButton } from '../ui/BigButton.tsx'
import { UnbrokenRules } from '../ui/UnbrokenRules.tsx'
import { PIN_LENGTH, PinPad } from './PinPad.tsx'
import styles from './SignaturePad.module.css'
import { SigningOff } from './SigningOff.tsx'
import { useSigningBar } from './useSigningBar.ts'
import { useWristband } from './WristbandContext.ts'

interface SignaturePadProps {
  /** What the signature means, in words: "Signed as titrated". */
  meaning: string
  /** Who signs, or a choice of who. */
  who: ReactNode
  signLabel: string
  saving: boolean
  onSign: (pin: string) => void
  /** Why signing has to wait, in words; the button says it instead of signing. */
  waits?: string | null
  /** A stop or cease: it is taken whatever the screen knows (SIGN-5). */
  neverBlocked?: boolean
}

const OTHER_WRISTBAND =
  'The wristband scanned is another patient’s: look at the band above first. (CHART-2)'

/** One person's signature: who, what it means, and their PIN, which is forgotten as soon as it is sent (SIGN-3). */
export function SignaturePad(props: SignaturePadProps) {
  const { meaning, who, signLabel, saving, onSign, neverBlocked = false } = props
  const isOther = useWristband().kind === 'differs' && !neverBlocked
  const waits = isOther ? OTHER_WRISTBAND : (props.waits ?? null)
  const bar = useSigningBar()
  const [pin, setPin] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const sign = () => {
    if (saving) return
    if (waits !== null) return setSaid(waits)
    if (pin.length !== PIN_LENGTH) {
      return setSaid(`The PIN has ${PIN_LENGTH} figures; ${pin.length} are keyed.`)
    }
    setSaid(null)
    setPin('')
    onSign(pin)
  }
  if (bar !== null && !neverBlocked) {
    return (
      <section className={styles.room} aria-label="Signature">
        <SigningOff reason={bar} />
      </section>
    )
  }
  return (
    <section className={styles.room} aria-label="Signature">
      <div className={styles.signature}>
        <div className={styles.words}>
          <h2>Sign</h2>
          <p className={styles.meaning}>
            <UnbrokenRules text={meaning} />
          </p>
          {who}
        </div>
        <div className={styles.keys}>
          <PinPad
            pin={pin}
            onPin={(next) => {
              setSaid(null)
              setPin(next)
            }}
            onEnter={sign}
          />
          <p className={styles.said} role="status">
            {said === OTHER_WRISTBAND && !isOther ? null : said}
          </p>
          <BigButton look="primary" wide busy={saving} onClick={sign}>
            {saving ? 'Saving…' : signLabel}
          </BigButton>
        </div>
      </div>
    </section>
  )
}
