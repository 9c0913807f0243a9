import { useState } from 'react'
import { type OwnSession, readOwnSessions, signOutEverywhere } from '../../store/access.ts'
import { useChartStore, useSession, useZone } from '../../store/useChart.ts'
import { dayAndClockText } from '../../wording.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { AccessFrame } from './AccessFrame.tsx'
import classes from './AccessList.module.css'
import { Answered } from './Answered.tsx'
import { useAnswer } from './useAnswer.ts'

/** Where the person is signed in, and the way to end all of it at once. */
export function OwnSessionsPage() {
  const store = useChartStore()
  const { user } = useSession()
  const reply = useAnswer(() => readOwnSessions(store), 'own sessions')
  const [isLost, setLost] = useState(false)

  async function signOut(): Promise<void> {
    const answer = await signOutEverywhere(store)
    setLost(answer.kind !== 'ok')
    // The store learns from the server that this session has ended too.
    if (answer.kind !== 'ok') return
    store.drafts.forgetPerson(user.userId)
    await store.start()
  }

  return (
    <AccessFrame title="Where you are signed in">
      <Answered reply={reply}>
        {({ sessions }) => (
          <>
            <ul className={classes.list}>
              {sessions.map((session) => (
                <Line key={`${session.tablet} ${session.begunAt}`} session={session} />
              ))}
            </ul>
            {isLost && (
              <p role="alert">
                The server did not answer: it is not known whether you are signed out.
              </p>
            )}
            <p>
              Signing out everywhere ends every session of yours at once, this one too. On each
              tablet your password is then asked before your PIN opens it again.
            </p>
            <div>
              <BigButton icon="leave" onClick={() => void signOut()}>
                Sign out everywhere
              </BigButton>
            </div>
          </>
        )}
      </Answered>
    </AccessFrame>
  )
}

function Line({ session }: { session: OwnSession }) {
  const zone = useZone()
  const { isThis, tablet, begunAt, seenAt } = session
  return (
    <li className={classes.line}>
      <p className={classes.lead}>{isThis ? 'This tablet' : 'Another tablet'}</p>
      <p>
        {tablet === null ? 'A tablet that is not known' : `Tablet ${tablet}`}, signed in{' '}
        {dayAndClockText(begunAt, zone)}, last used {dayAndClockText(seenAt, zone)}
      </p>
    </li>
  )
}
