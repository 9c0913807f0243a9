import { useEffect, useState } from 'react'
import type { PersonOnEntry } from '../../chart/people.ts'
import { useChartStore } from '../../store/useChart.ts'
import type { Problem as Refusal } from '../../store/wire.ts'
import { PIN_LENGTH, PinPad } from '../bedside/PinPad.tsx'
import { LinkButton } from '../LinkButton.tsx'
import { Problem, type ProblemShown } from '../rules/Problem.tsx'
import { SignIn } from '../SignIn.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import classes from './LockScreen.module.css'

const NO_REPLY: ProblemShown = {
  title: 'The server did not answer',
  detail: 'Only the server knows whether a PIN is right, so the tablet stays locked.',
  next: 'Try again. Until then the pump and the paper chart count; STOP is above.',
}

interface LockScreenProps {
  /** Whose session it is. */
  readonly person: PersonOnEntry
  /** Another person has switched in. */
  readonly onOther: () => void
}

/**
 * A locked tablet: whose session it is, and two ways on: that person's PIN, or another person. Nothing of a patient is
 * on it. STOP is.
 */
export function LockScreen({ person, onOther }: LockScreenProps) {
  const others = useOthers(person.userId)
  const [chosen, setChosen] = useState(person)
  const [isSigningIn, setSigningIn] = useState(false)
  return (
    <main className={classes.page}>
      <div className={classes.head}>
        <h1 className={classes.title}>Locked</h1>
        <LinkButton href="/stop" look="stop" icon="stop">
          STOP
        </LinkButton>
      </div>
      <p className={classes.whose}>
        {person.name} {person.role} is signed in here. What was typed is kept for {person.name}.
      </p>
      {isSigningIn ? (
        <>
          <SignIn />
          <BigButton small onClick={() => setSigningIn(false)}>
            Back to the PIN
          </BigButton>
        </>
      ) : (
        <div className={classes.ways}>
          <PinEntry
            key={chosen.userId}
            chosen={chosen}
            isHolder={chosen.userId === person.userId}
            onOther={onOther}
          />
          <section className={classes.people} aria-label="Who goes on">
            <h2>Who goes on?</h2>
            {[person, ...others].map((each) => (
              <BigButton
                key={each.userId}
                wide
                look={each.userId === chosen.userId ? 'primary' : 'plain'}
                label={`${each.name} ${each.role}`}
                onClick={() => setChosen(each)}
              >
                {each.name} {each.role}
              </BigButton>
            ))}
            <BigButton wide onClick={() => setSigningIn(true)}>
              Somebody else: password
            </BigButton>
          </section>
        </div>
      )}
    </main>
  )
}

function useOthers(holder: string): readonly PersonOnEntry[] {
  const store = useChartStore()
  const [others, setOthers] = useState<readonly PersonOnEntry[]>([])
  useEffect(() => {
    let isWanted = true
    void store.readPeople().then((people) => {
      if (isWanted) setOthers(people?.filter(({ userId }) => userId !== holder) ?? [])
    })
    return () => {
      isWanted = false
    }
  }, [store, holder])
  return others
}

interface PinEntryProps {
  readonly chosen: PersonOnEntry
  /** Whether it is the person whose session is locked. */
  readonly isHolder: boolean
  readonly onOther: () => void
}

/** The PIN goes to the server with its last figure, and is forgotten with it. */
function PinEntry({ chosen, isHolder, onOther }: PinEntryProps) {
  const store = useChartStore()
  const [pin, setPin] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refusal | ProblemShown | null>(null)

  async function open(withPin: string): Promise<void> {
    setPin('')
    setBusy(true)
    const refused = await (isHolder
      ? store.unlock(withPin)
      : store.switchTo(chosen.userId, withPin))
    if (refused === null) {
      if (!isHolder) onOther()
      return
    }
    setBusy(false)
    setProblem(refused === 'unknown' ? NO_REPLY : refused)
  }

  return (
    <section className={classes.entry} aria-label="PIN">
      <h2>{isHolder ? `Unlock for ${chosen.name}` : `Switch to ${chosen.name}`}</h2>
      {problem && <Problem problem={problem} />}
      <PinPad
        pin={pin}
        onPin={(next) => {
          if (isBusy) return
          setProblem(null)
          if (next.length === PIN_LENGTH) void open(next)
          else setPin(next)
        }}
      />
    </section>
  )
}
