import { useState } from 'react'
import type { PersonOnEntry } from '../../chart/people.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './WhoChecks.module.css'

interface WhoChecksProps {
  firstSigner: PersonOnEntry
  busy: boolean
  label: string
  onWho: (userId: string) => void
}

/** Who checks: another person than the first signer, by user name (SIGN-3). The PIN comes at the end. */
export function WhoChecks({ firstSigner, busy, label, onWho }: WhoChecksProps) {
  const { user } = useBedside()
  const own = user.userId === firstSigner.userId ? '' : user.userId
  const [userId, setUserId] = useState(own)
  const [said, setSaid] = useState<string | null>(null)
  const go = () => {
    const name = userId.trim()
    if (name === '') setSaid('Give your user name, as at sign-in.')
    else if (name === firstSigner.userId) {
      setSaid(`${firstSigner.name} signed first. Another person checks. (SIGN-3)`)
    } else onWho(name)
  }
  return (
    <div className={styles.who}>
      <h1>Who are you?</h1>
      <p>Your figures are compared now. If they agree, you set the pump and sign with your PIN.</p>
      <TextField
        label="Your user name"
        value={userId}
        error={said}
        onChange={(text) => {
          setSaid(null)
          setUserId(text)
        }}
      />
      <div className={styles.next}>
        <BigButton look="primary" busy={busy} onClick={go}>
          {busy ? 'Comparing…' : label}
        </BigButton>
      </div>
    </div>
  )
}
