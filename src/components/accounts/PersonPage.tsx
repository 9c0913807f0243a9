import { useState } from 'react'
import { useSearch } from 'wouter'
import {
  type Account,
  changeAccount,
  readAccounts,
  readWards,
  type Ward,
} from '../../store/accounts.ts'
import { useChartStore, useNow, useSession, useZone } from '../../store/useChart.ts'
import frame from '../bedside/ActFrame.module.css'
import { like } from '../bedside/draftShape.ts'
import { ResumedLine } from '../bedside/ResumedLine.tsx'
import { useDraft } from '../bedside/useDraft.ts'
import { Banner } from '../ui/Banner.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import classes from './Accounts.module.css'
import { Asked } from './Asked.tsx'
import { BackToPeople } from './BackToPeople.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import { EndedPerson } from './EndedPerson.tsx'
import { PersonFields } from './PersonFields.tsx'
import { PersonSecrets } from './PersonSecrets.tsx'
import { packageText } from './packageState.ts'
import { draftOf, EMPTY_PERSON, PERSON_FIELDS, type PersonDraft, saidOf } from './personDraft.ts'
import { useAsked } from './useAsked.ts'
import { useChange } from './useChange.ts'

const UNCHANGED = { changed: null as PersonDraft | null }

/** One person's account: wards, role, learning package, secrets, and its end (SIGN-1). */
export function PersonPage() {
  const userId = new URLSearchParams(useSearch()).get('id')
  const [accounts, again] = useAsked(readAccounts)
  const [wards] = useAsked(readWards)
  return (
    <main className={frame.frame}>
      <BackToPeople />
      <Asked reply={accounts} again={again}>
        {(value) => {
          const account = value.accounts.find((each) => each.userId === userId)
          if (!account) {
            return (
              <>
                <h1 className={frame.title}>No such person</h1>
                <Banner tone="quiet" title="Nobody has this user id">
                  It may have been mistyped. Choose the person from the list of people.
                </Banner>
              </>
            )
          }
          const known = wards?.kind === 'ok' ? wards.value.wards : []
          return <Person key={account.userId} begun={account} wards={known} />
        }}
      </Asked>
    </main>
  )
}

function Person({ begun, wards }: { begun: Account; wards: readonly Ward[] }) {
  const [account, setAccount] = useState(begun)
  return (
    <>
      <h1 className={frame.title}>{account.name}</h1>
      {account.endedAt === null ? (
        <div className={classes.form}>
          <Said account={account} wards={wards} onChange={setAccount} />
          <PersonSecrets account={account} onChange={setAccount} />
        </div>
      ) : (
        <EndedPerson account={account} onChange={setAccount} />
      )}
    </>
  )
}

interface SaidProps {
  readonly account: Account
  readonly wards: readonly Ward[]
  readonly onChange: (account: Account) => void
}

function Said({ account, wards, onChange }: SaidProps) {
  const store = useChartStore()
  const zone = useZone()
  const now = useNow()
  const { user } = useSession()
  const known = draftOf(account, zone)
  const name = { userId: user.userId, chartId: 'accounts', page: `person-${account.userId}` }
  // What was typed on an account that has changed since would put back what another person changed.
  const rests = { changed: JSON.stringify(known) }
  const [draft, set, clear, step] = useDraft(name, UNCHANGED, {
    basis: { seq: 0, version: 0, restsOn: rests },
    shapes: { changed: like(EMPTY_PERSON) },
  })
  const typed = draft.changed ?? known
  const { outcome, isSaving, send, lacks } = useChange()

  async function save(): Promise<void> {
    const read = saidOf(typed, account, zone)
    if (read.kind === 'missing') return lacks(read)
    const changed = await send(changeAccount(store, account.userId, read.said), 'Saved.')
    if (!changed) return
    clear()
    onChange(changed)
  }
  return (
    <>
      <p className={classes.quiet}>
        {account.userId}. {packageText(account.competencies.learningPackageUntil, now, zone)}.
      </p>
      <ResumedLine step={step} />
      <ChangeForm outcome={outcome} fields={PERSON_FIELDS}>
        <PersonFields
          draft={typed}
          set={(change) => set({ changed: { ...typed, ...change } })}
          wards={wards}
        />
      </ChangeForm>
      <div className={classes.acts}>
        <BigButton look="primary" busy={isSaving} onClick={() => void save()}>
          Save
        </BigButton>
      </div>
    </>
  )
}
