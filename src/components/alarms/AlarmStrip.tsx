import { type ReactNode, useRef } from 'react'
import { Link } from 'wouter'
import type { Alarm } from '../../chart/alarmOf.ts'
import type { Instant, TimeZone } from '../../time.ts'
import tones from '../ui/Banner.module.css'
import { BigButton } from '../ui/BigButton.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useFollowing } from '../useFollowing.ts'
import classes from './AlarmStrip.module.css'
import type { SoundState } from './alarmSound.ts'
import { alarmLook, alarmTitle, alarmWhen } from './alarmWords.ts'

interface AlarmStripProps {
  readonly showing: { readonly alarm: Alarm; readonly behind: number } | null
  readonly sound: SoundState
  readonly now: Instant
  readonly zone: TimeZone
  /** Whether it leads to the chart; a locked tablet opens none. */
  readonly leads: boolean
  readonly onSee: (key: string) => void
}

const NO_SOUND: Readonly<Record<Exclude<SoundState, 'ready'>, string>> = {
  untouched: 'No sound yet: touch the screen once',
  none: 'Sound is on, but this browser has none',
}

/**
 * The one alarm that is shown. It lies over the ward's name in the top line, and where that has scrolled away below the
 * patient's banner: it pushes nothing about under a finger, takes no focus, and is never over STOP, a banner or what is typed.
 */
export function AlarmStrip({ showing, sound, now, zone, leads, onSee }: AlarmStripProps) {
  const place = useRef<HTMLSpanElement>(null)
  // Where nobody is signed in it stands beside STOP and goes with it: followed to the top it would come over its edge.
  const top = useFollowing(place, showing !== null && leads)
  if (!showing) return sound === 'ready' ? null : <AlarmNote>{NO_SOUND[sound]}</AlarmNote>
  const { alarm, behind } = showing
  const { tone, icon, word } = alarmLook(alarm)
  const title = alarmTitle(alarm)
  const what = (
    <>
      <Icon name={icon} />
      <span className={classes.words}>
        <span className="visuallyHidden">{word}: </span>
        <span className={classes.title}>{title}</span>
        <span>
          {alarmWhen(alarm, now, zone)}
          {behind > 0 && `; ${behind} more`}
        </span>
      </span>
    </>
  )
  const follows = top === null ? {} : { 'data-stays': 'top', style: { insetBlockStart: top } }
  return (
    <>
      <span ref={place} className={classes.place} />
      <section
        // Another one is let alone by a finger that was on its way to what it covers.
        key={alarm.key}
        className={`${classes.strip} ${tones[tone]} ${top === null ? '' : classes.follows}`}
        aria-label="Alarm"
        {...follows}
      >
        {leads ? (
          <Link
            href={`/charts/${alarm.item.chartId}`}
            className={classes.what ?? ''}
            onClick={() => onSee(alarm.key)}
          >
            {what}
          </Link>
        ) : (
          <div className={classes.what}>{what}</div>
        )}
        <BigButton small label={`Seen: ${title}`} onClick={() => onSee(alarm.key)}>
          Seen
        </BigButton>
      </section>
    </>
  )
}

/** In the alarm's place: why nothing alarms here, or makes no sound. */
export function AlarmNote({ children }: { readonly children: ReactNode }) {
  return <p className={classes.note}>{children}</p>
}
