import { useState } from 'react'
import { useLocation } from 'wouter'
import { addAccount, readWards } from '../../store/accounts.ts'
import { useChartStore, useSession, useZone } from '../../store/useChart.ts'
import frame from '../bedside/ActFrame.module.css'
import { ResumedLine } from '../bedside/ResumedLine.tsx'
import { useDraft } from '../bedside/useDraft.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import classes from './Accounts.module.css'
import { BackToPeople } from './BackToPeople.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import { PersonFields } from './PersonFields.tsx'
import { EMPTY_PERSON, PERSON_FIELDS, saidOf } from './personDraft.ts'
import { useAsked } from './useAsked.ts'
import { useChange } from './useChange.ts'

const FIELDS = { userId: 'User id', password: 'Temporary password', ...PERSON_FIELDS } as const
const NOBODY = { ...EMPTY_PERSON, userId: '' }

/** Adds a person with a temporary password; password and PIN of their own they choose themselves (SIGN-1, SIGN-3). */
export function NewPersonPage() {
  const store = useChartStore()
  const zone = useZone()
  const [, go] = useLocation()
  const [wards] = useAsked(readWards)
  const { user } = useSession()
  const name = { userId: user.userId, chartId: 'accounts', page: 'new-person' }
  const [draft, set, clear, step] = useDraft(name, NOBODY)
  const { userId } = draft
  const [password, setPassword] = useState('')
  const { outcome, isSaving, send, lacks } = useChange()

  async function add(): Promise<void> {
    if (userId.trim() === '') {
      const reason = 'Write a user id, such as rn.adams.'
      return lacks({ reason, rules: [], field: FIELDS.userId })
    }
    const read = saidOf(draft, null, zone)
    if (read.kind === 'missing') return lacks(read)
    const added = { ...read.said, userId: userId.trim(), password }
    const account = await send(addAccount(store, added), 'Added.')
    if (account === null) return
    clear()
    go(`/person?id=${encodeURIComponent(account.userId)}`)
  }
  return (
    <main className={frame.frame}>
      <BackToPeople />
      <h1 className={frame.title}>New person</h1>
      <ResumedLine step={step} />
      <ChangeForm outcome={outcome} fields={FIELDS}>
        <TextField
          label={FIELDS.userId}
          hint="The staff number or a short name; it stands for this person for good"
          value={userId}
          onChange={(text) => set({ userId: text })}
        />
        <PersonFields
          draft={draft}
          set={set}
          wards={wards?.kind === 'ok' ? wards.value.wards : []}
        />
        <TextField
          kind="secret"
          label={FIELDS.password}
          hint="12 characters or more. They choose their own password and PIN after signing in."
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
      </ChangeForm>
      <div className={classes.acts}>
        <BigButton look="primary" busy={isSaving} onClick={() => void add()}>
          Add person
        </BigButton>
      </div>
    </main>
  )
}
