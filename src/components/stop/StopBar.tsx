import { LinkButton } from '../LinkButton.tsx'
import { OutboxLine } from '../outbox/OutboxLine.tsx'
import { useHelp } from '../useHelp.tsx'
import classes from './StopBar.module.css'

/** STOP where nobody is signed in, and how much of this tablet is not on the record yet. */
export function StopBar() {
  const help = useHelp('sign-in')
  return (
    <>
      <nav className={classes.bar} aria-label="STOP">
        {help.button}
        <LinkButton href="/stop" look="stop" icon="stop">
          STOP
        </LinkButton>
      </nav>
      {help.panel}
      <OutboxLine />
    </>
  )
}
