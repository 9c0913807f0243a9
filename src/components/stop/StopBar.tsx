import { LinkButton } from '../LinkButton.tsx'
import { OutboxLine } from '../outbox/OutboxLine.tsx'
import classes from './StopBar.module.css'

/** STOP where nobody is signed in, and how much of this tablet is not on the record yet. */
export function StopBar() {
  return (
    <>
      <nav className={classes.bar} aria-label="STOP">
        <LinkButton href="/stop" look="stop" icon="stop">
          STOP
        </LinkButton>
      </nav>
      <OutboxLine />
    </>
  )
}
