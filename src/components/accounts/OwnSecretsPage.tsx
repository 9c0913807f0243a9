import { useState } from 'react'
import { Link } from 'wouter'
import { chooseOwnPassword, chooseOwnPin } from '../../store/accounts.ts'
import { useChartStore, useNow, useSession, useZone } from '../../store/useChart.ts'
import frame from '../bedside/ActFrame.module.css'
import { BigButton } from '../ui/BigButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import classes from './Accounts.module.css'
import { OutcomeOf } from './Outcome.tsx'
import { packageText } from './packageState.ts'
import { useChange } from './useChange.ts'

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
    if (password === '' || newPassword === '') return lacks('Key both passwords.')
    await send(
      chooseOwnPassword(store, { password, newPassword }),
      'Your password is changed. You are signed out on other tablets.',
    )
    setPassword('')
    setNewPassword('')
    await store.start()
  }
  return (
    <section className={classes.section} aria-labelledby="own-password">
      <h2 id="own-password" className={classes.heading}>
        Password
      </h2>
      <TextField
        kind="secret"
        label="Present password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <TextField
        kind="secret"
        label="New password"
        hint="12 characters or more, known to nobody else"
        autoComplete="new-password"
        value={newPassword}
        onChange={setNewPassword}
      />
      <OutcomeOf outcome={outcome} />
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
    if (password === '' || pin === '') return lacks('Key your password and the new PIN.')
    await send(chooseOwnPin(store, { password, pin }), 'Your PIN is set.')
    setPassword('')
    setPin('')
    await store.start()
  }
  return (
    <section className={classes.section} aria-labelledby="own-pin">
      <h2 id="own-pin" className={classes.heading}>
        Signing PIN
      </h2>
      <TextField
        kind="secret"
        label="Password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <TextField
        kind="secret"
        inputMode="numeric"
        label="New PIN"
        hint="Six figures: no date, no run such as 123456, no figure over and over"
        value={pin}
        onChange={setPin}
      />
      <OutcomeOf outcome={outcome} />
      <div className={classes.acts}>
        <BigButton look="primary" busy={isSaving} onClick={() => void choose()}>
          Set PIN
        </BigButton>
      </div>
    </section>
  )
}
