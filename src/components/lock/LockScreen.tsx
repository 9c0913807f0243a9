import { type RefCallback, useState } from 'react'
import type { PersonOnEntry } from '../../chart/people.ts'
import { LinkButton } from '../LinkButton.tsx'
import { SignIn } from '../SignIn.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { useHelp } from '../useHelp.tsx'
import classes from './LockScreen.module.css'
import { PinEntry } from './PinEntry.tsx'
import { ReadKept } from './ReadKept.tsx'
import { useTabletPeople } from './useTabletPeople.ts'

interface LockScreenProps {
  /** Whose session it is. */
  readonly person: PersonOnEntry
  /** Takes the place where an alarm stands: beside STOP, over the title. */
  readonly alarmPlace: RefCallback<HTMLElement>
  /** Another person has switched in. */
  readonly onOther: () => void
}

/**
 * A locked tablet: whose session it is, and two ways on: that person's PIN, or another person. No patient is named on it.
 * STOP and the bed that alarms are on it.
 */
export function LockScreen({ person, alarmPlace, onOther }: LockScreenProps) {
  const others = useTabletPeople().filter(({ userId }) => userId !== person.userId)
  const [chosen, setChosen] = useState(person)
  const [isSigningIn, setSigningIn] = useState(false)
  const help = useHelp('locked')
  if (isSigningIn) {
    return (
      <>
        <nav className={classes.bar} aria-label="Locked tablet" data-stays="top">
          <BigButton small icon="back" onClick={() => setSigningIn(false)}>
            Back to the PIN
          </BigButton>
          <div className={classes.left}>
            <div ref={alarmPlace} className={classes.alarm} />
          </div>
          <span className={classes.right}>
            {help.button}
            <Stop />
          </span>
        </nav>
        {help.panel}
        <SignIn locked={{ holderId: person.userId, onOther }} />
      </>
    )
  }
  return (
    <main className={classes.page}>
      <div className={classes.head} data-stays="top">
        <div className={classes.left}>
          <h1 className={classes.title}>Locked</h1>
          <div ref={alarmPlace} className={classes.alarm} />
        </div>
        <span className={classes.right}>
          {help.button}
          <Stop />
        </span>
      </div>
      {help.panel}
      <p className={classes.whose}>
        {person.name} {person.role} is signed in here. What was typed is kept for {person.name}.
      </p>
      <ReadKept />
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
    </main>
  )
}

function Stop() {
  return (
    <LinkButton href="/stop" look="stop" icon="stop">
      STOP
    </LinkButton>
  )
}
