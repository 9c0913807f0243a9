import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useChartStore, useStoreState } from '../store/useChart.ts'
import type { SignInPage } from '../store/wire.ts'
import { DemonstrationAccounts } from './DemonstrationAccounts.tsx'
import { pageAfterSwitch } from './lock/pageAfterSwitch.ts'
import { TabletPeople } from './lock/TabletPeople.tsx'
import { Problem, type ProblemShown } from './rules/Problem.tsx'
import classes from './SignIn.module.css'
import { TourOffer } from './TourOffer.tsx'
import { BigButton } from './ui/BigButton.tsx'
import { TextField } from './ui/TextField.tsx'

const NO_REPLY: ProblemShown = {
  title: 'The server did not answer',
  detail: 'Nobody is signed in.',
  next: 'Try again. If it stays so, use the paper chart.',
}

interface SignInProps {
  /** On a locked tablet: whose session is locked, and what follows where another person signs in. */
  readonly locked?: { readonly holderId: string; readonly onOther: () => void }
}

/** Signing in; a demonstration lists its accounts beside it. */
export function SignIn({ locked }: SignInProps) {
  const store = useChartStore()
  const [pageAt, goTo] = useLocation()
  const lastHere = useStoreState(({ session }) =>
    session.status === 'signed-out' ? session.lastHere : undefined,
  )
  const before = locked?.holderId ?? lastHere
  const [page, setPage] = useState<SignInPage | null>(null)
  const [userId, setUserId] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<ProblemShown | null>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    let wanted = true
    void store.readSignInPage().then((read) => wanted && setPage(read))
    return () => {
      wanted = false
    }
  }, [store])

  async function submit() {
    const missing = missingField(userId, password)
    if (missing) return setProblem(missing)
    await enter(userId.trim(), password)
  }

  async function enter(as: string, by: string) {
    setBusy(true)
    const refused = await store.signIn(as, by)
    if (refused === null) return onward()
    setBusy(false)
    setProblem(refused === 'unknown' ? NO_REPLY : refused)
  }

  /** Nobody but who was there before is put in the middle of an act (H15). */
  function onward(): void {
    const { session } = store.state.getState()
    const isSame = session.status === 'signed-in' && session.session.user.userId === before
    if (isSame) return
    if (locked) locked.onOther()
    else goTo(pageAfterSwitch(pageAt), { replace: true })
  }

  // The tour goes through a nurse's hour.
  const guide = page?.accounts.find(({ role }) => role === 'RN')

  return (
    <main className={classes.page}>
      <div className={classes.entry}>
        <p className={classes.facility}>{page?.facility.name ?? '\u00a0'}</p>
        <h1 className={classes.title}>IV heparin chart</h1>
        <form
          className={classes.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!busy) void submit()
          }}
        >
          <TextField
            label="User id"
            name="userId"
            autoComplete="username"
            value={userId}
            onChange={setUserId}
          />
          <TextField
            label="Password"
            kind="secret"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
          />
          {problem && <Problem problem={problem} />}
          <BigButton type="submit" look="primary" wide busy={busy}>
            {busy ? 'Signing in...' : 'Sign in'}
          </BigButton>
        </form>
        <TabletPeople onOther={locked?.onOther} />
      </div>
      {page?.demonstration && (
        <DemonstrationAccounts
          accounts={page.accounts}
          onChoose={(account) => {
            setUserId(account.userId)
            setPassword(account.password)
            setProblem(null)
          }}
        >
          {guide && <TourOffer onBegin={() => void enter(guide.userId, guide.password)} />}
        </DemonstrationAccounts>
      )}
    </main>
  )
}

function missingField(userId: string, password: string): ProblemShown | null {
  if (userId.trim() !== '' && password !== '') return null
  const field = userId.trim() === '' ? 'user id' : 'password'
  return { title: `The ${field} is missing`, next: `Write your ${field}, then sign in.` }
}
