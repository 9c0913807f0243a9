import { Link } from 'wouter'
import type { Alarm } from '../../chart/alarmOf.ts'
import { useZone } from '../../store/useChart.ts'
import type { Instant } from '../../time.ts'
import tones from '../ui/Banner.module.css'
import { BigButton } from '../ui/BigButton.tsx'
import { Icon } from '../ui/Icon.tsx'
import classes from './AlarmStrip.module.css'
import type { SoundState } from './alarmSound.ts'
import { alarmLook, alarmTitle, alarmWhen } from './alarmWords.ts'

interface AlarmStripProps {
  readonly showing: { readonly alarm: Alarm; readonly behind: number } | null
  readonly sound: SoundState
  readonly now: Instant
  readonly onSee: (key: string) => void
}

const NO_SOUND: Readonly<Record<Exclude<SoundState, 'ready'>, string>> = {
  untouched: 'No sound yet: touch the screen once',
  none: 'Sound is on, but this browser has none',
}

/**
 * The one alarm that is shown. It lies over the ward's name in the top line: it pushes nothing about under a finger, takes
 * no focus, and is never over STOP, a field or a key.
 */
export function AlarmStrip({ showing, sound, now, onSee }: AlarmStripProps) {
  const zone = useZone()
  if (!showing) return sound === 'ready' ? null : <p className={classes.note}>{NO_SOUND[sound]}</p>
  const { alarm, behind } = showing
  const { tone, icon, word } = alarmLook(alarm)
  const title = alarmTitle(alarm)
  return (
    <section className={`${classes.strip} ${tones[tone]}`} aria-label="Alarm">
      <Link
        href={`/charts/${alarm.item.chartId}`}
        className={classes.what ?? ''}
        onClick={() => onSee(alarm.key)}
      >
        <Icon name={icon} />
        <span className={classes.words}>
          <span className="visuallyHidden">{word}: </span>
          <span className={classes.title}>{title}</span>
          <span>
            {alarmWhen(alarm, now, zone)}
            {behind > 0 && `; ${behind} more`}
          </span>
        </span>
      </Link>
      <BigButton small label={`Seen: ${title}`} onClick={() => onSee(alarm.key)}>
        Seen
      </BigButton>
    </section>
  )
}
