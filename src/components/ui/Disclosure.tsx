import type { ReactNode } from 'react'
import classes from './Disclosure.module.css'
import { Icon, type IconName } from './Icon.tsx'

interface DisclosureProps {
  readonly summary: string
  readonly icon?: IconName
  readonly children: ReactNode
}

/** What is one tap away: never shown unasked, and not on paper. */
export function Disclosure({ summary, icon = 'down', children }: DisclosureProps) {
  return (
    <details className={classes.details}>
      <summary className={classes.summary}>
        <Icon name={icon} size={20} />
        {summary}
      </summary>
      {children}
    </details>
  )
}
