import { useState } from 'react'
import { type Account, reopenAccount } from '../../store/accounts.ts'
import { useChartStore, useZone } from '../../store/useChart.ts'
import { instantOf } from '../../time.ts'
import { dayAndClockText } from '../../wording.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import classes from './Accounts.module.css'
import { ChangeForm } from './ChangeForm.tsx'
import { useChange } from './useChange.ts'

const FIELDS = { password: 'Temporary password' } as const

interface EndedPersonProps {
  readonly account: Account
  readonly onChange: (account: Account) => void
}

/** An account that has ended, and how the same person gets it back (SIGN-1). */
export function EndedPerson({ account, onChange }: EndedPersonProps) {
  const store = useChartStore()
  const zone = useZone()
  const [password, setPassword] = useState('')
  const { outcome, isSaving, send } = useChange()

  async function reopen(): Promise<void> {
    const opened = await send(reopenAccount(store, account.userId, password), 'Opened again.')
    if (opened) onChange(opened)
  }
  return (
    <div className={classes.form}>
      <p>
        This account ended on {account.endedAt && dayAndClockText(instantOf(account.endedAt), zone)}
        . Its user id, {account.userId}, stays this person’s.
      </p>
      <ChangeForm outcome={outcome} fields={FIELDS}>
        <TextField
          kind="secret"
          label={FIELDS.password}
          hint="If the same person comes back. They choose a password and PIN of their own."
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
      </ChangeForm>
      <div className={classes.acts}>
        <BigButton look="primary" busy={isSaving} onClick={() => void reopen()}>
          Open again
        </BigButton>
      </div>
    </div>
  )
}
