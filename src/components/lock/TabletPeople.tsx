import { useState } from 'react'
import { useLocation } from 'wouter'
import { BigButton } from '../ui/BigButton.tsx'
import classes from './LockScreen.module.css'
import { PinEntry } from './PinEntry.tsx'
import { pageAfterSwitch } from './pageAfterSwitch.ts'
import { useTabletPeople } from './useTabletPeople.ts'

/** On its side the tablet is short: the keys come into view with the name that was tapped. */
function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

interface TabletPeopleProps {
  /** Another person has switched in; else the page of the address changes to one that is theirs too. */
  readonly onOther?: (() => void) | undefined
}

/** Beside the sign-in: the people of this tablet, who go on by their PIN. Nothing where there are none. */
export function TabletPeople({ onOther }: TabletPeopleProps) {
  const people = useTabletPeople()
  const [location, goTo] = useLocation()
  const [chosenId, setChosen] = useState<string | null>(null)
  const chosen = people.find(({ userId }) => userId === chosenId)
  if (people.length === 0) return null
  return (
    <section className={classes.besideSignIn} aria-label="Signed in on this tablet in this shift">
      <h2>Signed in on this tablet in this shift</h2>
      {people.map((each) => (
        <BigButton
          key={each.userId}
          wide
          look={each.userId === chosenId ? 'primary' : 'plain'}
          onClick={() => setChosen(each.userId)}
        >
          {each.name} {each.role}
        </BigButton>
      ))}
      {chosen && (
        <div key={chosen.userId} ref={intoView}>
          <PinEntry
            chosen={chosen}
            isHolder={false}
            onOther={onOther ?? (() => goTo(pageAfterSwitch(location), { replace: true }))}
          />
        </div>
      )}
    </section>
  )
}
