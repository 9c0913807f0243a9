import { useState } from 'react'
import type { PendingNow } from '../../chart/pending.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { useBedside } from './BedsideContext.ts'
import { PersonField } from './PersonField.tsx'
import { useChosenPerson } from './useChosenPerson.ts'
import { useSecondSigners } from './useSecondSigners.ts'
import styles from './WhoChecks.module.css'

interface WhoChecksProps {
  pending: PendingNow
  busy: boolean
  label: string
  onWho: (userId: string) => void
}

/** Who checks: another person than the first signer (SIGN-3). The PIN comes at the end. */
export function WhoChecks({ pending, busy, label, onWho }: WhoChecksProps) {
  const { user } = useBedside()
  const firstSigner = pending.by
  const own = user.userId === firstSigner.userId ? '' : user.userId
  const people = useSecondSigners(pending.kind, firstSigner)
  const [userId, setUserId] = useChosenPerson(own, people)
  const [said, setSaid] = useState<string | null>(null)
  const go = () => {
    const name = userId.trim()
    if (name === '') setSaid('Choose your name, or type your user name as at sign-in.')
    else if (name === firstSigner.userId) {
      setSaid(`${firstSigner.name} signed first. Another person checks. (SIGN-3)`)
    } else onWho(name)
  }
  return (
    <div className={styles.who}>
      <h1>Who are you?</h1>
      <p>Your figures are compared now. If they agree, you set the pump and sign with your PIN.</p>
      <PersonField
        label="Your name"
        textLabel="Your user name"
        people={people}
        userId={userId}
        error={said}
        onUserId={(text) => {
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
