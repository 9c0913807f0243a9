import type { ReactNode } from 'react'
import classes from './Banner.module.css'
import { Icon, type IconName } from './Icon.tsx'

/**
 * `stop`: stop advised, overdue, mismatch. `soon`: due soon, awaiting a second check. `good`: done.
 * `ink`: the screen itself cannot be relied on.
 */
export type Tone = 'stop' | 'soon' | 'good' | 'quiet' | 'ink'

const icons: Record<Tone, IconName> = {
  stop: 'overdue',
  soon: 'soon',
  good: 'check',
  quiet: 'due',
  ink: 'offline',
}

interface BannerProps {
  readonly tone: Tone
  readonly title: string
  /** The end of the title that the passing of time changes: seen anew each minute, read out with the band alone. */
  readonly ticking?: string
  readonly icon?: IconName
  readonly children?: ReactNode
  /** What can be done about it, at the right. */
  readonly act?: ReactNode
  /** Read out at once, or when the reader comes to it: what has stood there before need not break in. */
  readonly role?: 'alert' | 'status'
  /** Something else on the page reads it out: this is met where it stands. */
  readonly isSilent?: boolean
  /** It is what the page says: its title is the page's heading. */
  readonly isHeading?: boolean
}

/** A band above the page: an interruption. It never covers STOP or a field being typed in. */
export function Banner({
  tone,
  title,
  ticking,
  icon = icons[tone],
  children,
  act,
  role = tone === 'stop' || tone === 'ink' ? 'alert' : 'status',
  isSilent = false,
  isHeading = false,
}: BannerProps) {
  const Title = isHeading ? 'h1' : 'p'
  return (
    <div
      className={`${classes.banner} ${classes[tone]}`}
      role={role}
      {...(isSilent ? { 'aria-live': 'off' } : {})}
    >
      <Icon name={icon} />
      <div className={classes.body}>
        <Title className={classes.title}>
          {title}
          {ticking && <span aria-live="off">{ticking}</span>}
        </Title>
        {children && <div className={classes.detail}>{children}</div>}
      </div>
      {act}
    </div>
  )
}
