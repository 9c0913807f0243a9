import { useState } from 'react'
import { type Account, changeAccount, endAccount } from '../../store/accounts.ts'
import { useChartStore } from '../../store/useChart.ts'
import { BigButton } from '../ui/BigButton.tsx'
import type { Fault } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import classes from './Accounts.module.css'
import { ChangeForm } from './ChangeForm.tsx'
import { useChange } from './useChange.ts'

const FIELDS = { password: 'New temporary password' } as const
const NO_PASSWORD: Fault = {
  reason: 'Write the temporary password first.',
  rules: [],
  field: FIELDS.password,
}

interface PersonSecretsProps {
  readonly account: Account
  readonly onChange: (account: Account) => void
}

/** A temporary password, the PIN withdrawn, the end of the account. Nobody but its owner sets a PIN (SIGN-3). */
export function PersonSecrets({ account, onChange }: PersonSecretsProps) {
  const store = useChartStore()
  const [password, setPassword] = useState('')
  const [asksEnd, setAsksEnd] = useState(false)
  const { outcome, isSaving, send, lacks } = useChange()
  const { userId, name, role, wardIds, competencies } = account
  const said = { name, role, wardIds, competencies }

  async function change(secrets: { password?: string; withdrawPin?: boolean }, done: string) {
    const changed = await send(changeAccount(store, userId, { ...said, ...secrets }), done)
    if (!changed) return
    setPassword('')
    onChange(changed)
  }

  async function end(): Promise<void> {
    setAsksEnd(false)
    const ended = await send(endAccount(store, userId), 'Ended.')
    if (ended) onChange(ended)
  }
  return (
    <ChangeForm outcome={outcome} fields={FIELDS}>
      <section className={classes.section} aria-labelledby="secrets">
        <h2 id="secrets" className={classes.heading}>
          Password and PIN
        </h2>
        <TextField
          kind="secret"
          label={FIELDS.password}
          hint="12 characters or more. They are signed out everywhere and choose their own."
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
        <div className={classes.acts}>
          <BigButton
            small
            busy={isSaving}
            onClick={() =>
              password === ''
                ? lacks(NO_PASSWORD)
                : void change({ password }, 'The temporary password is set.')
            }
          >
            Set temporary password
          </BigButton>
          {account.hasPin && (
            <BigButton
              small
              busy={isSaving}
              onClick={() => void change({ withdrawPin: true }, 'The PIN signs no more.')}
            >
              Withdraw PIN
            </BigButton>
          )}
        </div>
        <p className={classes.quiet}>
          {account.hasPin
            ? 'They have a PIN of their own.'
            : 'They have no PIN yet and choose one themselves.'}
        </p>
      </section>
      <section className={classes.section} aria-labelledby="end">
        <h2 id="end" className={classes.heading}>
          End of the account
        </h2>
        <p className={classes.quiet}>
          They are signed out at once and sign nothing more. Their name stays on what they signed.
        </p>
        <div className={classes.acts}>
          {asksEnd ? (
            <>
              <BigButton look="primary" busy={isSaving} onClick={() => void end()}>
                End the account of {name}
              </BigButton>
              <BigButton onClick={() => setAsksEnd(false)}>Keep it</BigButton>
            </>
          ) : (
            <BigButton small onClick={() => setAsksEnd(true)}>
              End this account
            </BigButton>
          )}
        </div>
      </section>
    </ChangeForm>
  )
}
