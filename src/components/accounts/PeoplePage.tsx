import { useState } from 'react'
import { Link } from 'wouter'
import { type Account, readAccounts, readWards, type Ward } from '../../store/accounts.ts'
import { useNow, useZone } from '../../store/useChart.ts'
import { instantOf } from '../../time.ts'
import { dayText } from '../../wording.ts'
import frame from '../bedside/ActFrame.module.css'
import { LinkButton } from '../LinkButton.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { TextField } from '../ui/TextField.tsx'
import classes from './Accounts.module.css'
import { Asked } from './Asked.tsx'
import { ROLE_WORDS } from './accountWords.ts'
import { packageState, packageText } from './packageState.ts'
import { peopleInOrder } from './peopleOrder.ts'
import { useAsked } from './useAsked.ts'

const ALL = ''

/** Everybody who has an account, learning packages that have run out or soon will first (SIGN-1). */
export function PeoplePage() {
  const [accounts, again] = useAsked(readAccounts)
  const [wards] = useAsked(readWards)
  return (
    <main className={frame.frame}>
      <div className={classes.head}>
        <h1 className={frame.title}>People</h1>
        <LinkButton href="/new-person" icon="plus" small>
          New person
        </LinkButton>
      </div>
      <Asked reply={accounts} again={again}>
        {(value) => (
          <People accounts={value.accounts} wards={wards?.kind === 'ok' ? wards.value.wards : []} />
        )}
      </Asked>
    </main>
  )
}

function People({ accounts, wards }: { accounts: readonly Account[]; wards: readonly Ward[] }) {
  const now = useNow()
  const [search, setSearch] = useState('')
  const [wardId, setWardId] = useState(ALL)
  const choices = [
    { value: ALL, label: 'Every ward' },
    ...wards.map((ward) => ({ value: ward.wardId, label: ward.name })),
  ]
  const shown = peopleInOrder(accounts, { search, wardId: wardId === ALL ? null : wardId }, now)
  return (
    <>
      <div className={classes.form}>
        <TextField label="Find by name or user id" value={search} onChange={setSearch} />
        <FilterBar label="Ward" choices={choices} value={wardId} onChange={setWardId} />
      </div>
      {shown.length === 0 && <p className={classes.quiet}>Nobody fits. Clear the search above.</p>}
      <ul className={classes.rows}>
        {shown.map((account) => (
          <li key={account.userId}>
            <Row account={account} wards={wards} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Row({ account, wards }: { account: Account; wards: readonly Ward[] }) {
  const { userId, name, role, wardIds } = account
  const names = wardIds.map((id) => wards.find((ward) => ward.wardId === id)?.name ?? id)
  return (
    <Link href={`/person?id=${encodeURIComponent(userId)}`} className={classes.row ?? ''}>
      <span>
        <span className={classes.name}>{name}</span>
        <br />
        <span className={classes.quiet}>{userId}</span>
      </span>
      <span>
        {ROLE_WORDS[role]}, {names.length === 0 ? 'on no ward' : names.join(', ')}
        <State account={account} />
      </span>
    </Link>
  )
}

const NEEDS_PACKAGE: ReadonlySet<Account['role']> = new Set(['RN', 'RM', 'EN', 'pharmacist'])

/** What of the account wants an eye, in a word with its sign. */
function State({ account }: { account: Account }) {
  const now = useNow()
  const zone = useZone()
  const until = account.competencies.learningPackageUntil
  if (account.endedAt !== null) {
    return <Said>Ended on {dayText(instantOf(account.endedAt), zone)}</Said>
  }
  const state = packageState(until, now)
  const wantsEye = state === 'out' || state === 'soon'
  return (
    <>
      {(until !== null || NEEDS_PACKAGE.has(account.role)) && (
        <Said isSoon={wantsEye}>{packageText(until, now, zone)}</Said>
      )}
      {account.role !== 'administrator' && !account.hasPin && <Said>No PIN chosen yet</Said>}
    </>
  )
}

function Said({ isSoon = false, children }: { isSoon?: boolean; children: React.ReactNode }) {
  return (
    <span className={`${classes.state} ${isSoon ? classes.soon : classes.quiet}`}>
      {isSoon && <Icon name="soon" size={20} />}
      <span>{children}</span>
    </span>
  )
}
