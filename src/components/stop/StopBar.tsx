import type { Ref } from 'react'
import { LinkButton } from '../LinkButton.tsx'
import { OutboxLine } from '../outbox/OutboxLine.tsx'
import { useHelp } from '../useHelp.tsx'
import classes from './StopBar.module.css'

interface StopBarProps {
  /** Takes the place beside STOP where an alarm stands. */
  readonly alarmPlace?: Ref<HTMLDivElement>
}

/** STOP where nobody is signed in, and how much of this tablet is not on the record yet. */
export function StopBar({ alarmPlace }: StopBarProps) {
  const help = useHelp('sign-in')
  return (
    <>
      <nav className={classes.bar} aria-label="STOP">
        <div ref={alarmPlace} className={classes.alarm} />
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
