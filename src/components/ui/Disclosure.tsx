import { type ReactNode, useState } from 'react'
import classes from './Disclosure.module.css'
import { Icon, type IconName } from './Icon.tsx'

interface DisclosureProps {
  readonly summary: string
  readonly icon?: IconName
  readonly children?: ReactNode
  /** What is made only once somebody has opened it. */
  readonly onceOpen?: () => ReactNode
}

/** What is one tap away: never shown unasked, and not on paper. */
export function Disclosure({ summary, icon = 'down', children, onceOpen }: DisclosureProps) {
  const [wasOpened, setWasOpened] = useState(false)
  return (
    <details
      className={classes.details}
      onToggle={({ currentTarget }) => setWasOpened((was) => was || currentTarget.open)}
    >
      <summary className={classes.summary}>
        <Icon name={icon} size={20} />
        {summary}
      </summary>
      {children}
      {wasOpened && onceOpen?.()}
    </details>
  )
}
