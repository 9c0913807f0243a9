import { useState } from 'react'
import { Link } from 'wouter'
import { chooseOwnPassword, chooseOwnPin } from '../../store/accounts.ts'
import { useChartStore, useNow, useSession, useZone } from '../../store/useChart.ts'
import frame from '../bedside/ActFrame.module.css'
import { BigButton } from '../ui/BigButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import classes from './Accounts.module.css'
import { ChangeForm } from './ChangeForm.tsx'
import { packageText } from './packageState.ts'
import { useChange } from './useChange.ts'

const PASSWORD_FIELDS = { password: 'Present password', newPassword: 'New password' } as const
const PIN_FIELDS = { password: 'Password', pin: 'New PIN' } as const

/** A person's own password and PIN, chosen by themselves (SIGN-3). */
export function OwnSecretsPage() {
  const { user } = useSession()
  const now = useNow()
  const zone = useZone()
  return (
    <main className={frame.frame}>
      <p>
        <Link href="/" className={frame.back ?? ''}>
          ‹ Back
        </Link>
      </p>
      <h1 className={frame.title}>Your password and PIN</h1>
      <div className={classes.form}>
        {user.competencies.learningPackageUntil !== null && (
          <p className={classes.quiet}>
            {packageText(user.competencies.learningPackageUntil, now, zone)}.
          </p>
        )}
        <OwnPassword />
        {user.role !== 'administrator' && <OwnPin />}
      </div>
    </main>
  )
}

function OwnPassword() {
  const store = useChartStore()
  const [password, setPassword] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const { outcome, isSaving, send, lacks } = useChange()

  async function choose(): Promise<void> {
    if (password === '' || newPassword === '') {
      const { password: present, newPassword: next } = PASSWORD_FIELDS
      const field = password === '' ? present : next
      return lacks({ reason: 'Key both passwords.', rules: [], field })
    }
    const sent = send(
      chooseOwnPassword(store, { password, newPassword }),
      'Your password is changed. You are signed out on other tablets.',
    )
    // Gone before the answer: what it says of a field then stands at one that is to be keyed again.
    setPassword('')
    setNewPassword('')
    await sent
    await store.start()
  }
  return (
    <section className={classes.section} aria-labelledby="own-password">
      <h2 id="own-password" className={classes.heading}>
        Password
      </h2>
      <ChangeForm outcome={outcome} fields={PASSWORD_FIELDS}>
        <TextField
          kind="secret"
          label={PASSWORD_FIELDS.password}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <TextField
          kind="secret"
          label={PASSWORD_FIELDS.newPassword}
          hint="12 characters or more, known to nobody else"
          autoComplete="new-password"
          value={newPassword}
          onChange={setNewPassword}
        />
      </ChangeForm>
      <div className={classes.acts}>
        <BigButton look="primary" busy={isSaving} onClick={() => void choose()}>
          Change password
        </BigButton>
      </div>
    </section>
  )
}

function OwnPin() {
  const store = useChartStore()
  const [password, setPassword] = useState('')
  const [pin, setPin] = useState('')
  const { outcome, isSaving, send, lacks } = useChange()

  async function choose(): Promise<void> {
    if (password === '' || pin === '') {
      const field = password === '' ? PIN_FIELDS.password : PIN_FIELDS.pin
      return lacks({ reason: 'Key your password and the new PIN.', rules: [], field })
    }
    const sent = send(chooseOwnPin(store, { password, pin }), 'Your PIN is set.')
    setPassword('')
    setPin('')
    await sent
    await store.start()
  }
  return (
    <section className={classes.section} aria-labelledby="own-pin">
      <h2 id="own-pin" className={classes.heading}>
        Signing PIN
      </h2>
      <ChangeForm outcome={outcome} fields={PIN_FIELDS}>
        <TextField
          kind="secret"
          label={PIN_FIELDS.password}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <TextField
          kind="secret"
          inputMode="numeric"
          label={PIN_FIELDS.pin}
          hint="Six figures: no date, no run such as 123456, no figure over and over"
          value={pin}
          onChange={setPin}
        />
      </ChangeForm>
      <div className={classes.acts}>
        <BigButton look="primary" busy={isSaving} onClick={() => void choose()}>
          Set PIN
        </BigButton>
      </div>
    </section>
  )
}
