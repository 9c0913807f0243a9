import { useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { type AlarmPriority, alarmPriorities } from '../../chart/alarmOf.ts'
import { ALARM_TIMES } from '../../protocols/ward.ts'
import {
  type AlarmSettings,
  type AlarmVolume,
  useAlarmSettings,
} from '../../store/alarmSettings.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import frame from '../ui/PageFrame.module.css'
import { TickField } from '../ui/TickField.tsx'
import classes from './AlarmSettingsPage.module.css'
import { QuietHoursFields } from './QuietHoursFields.tsx'
import { askForNotices, type NoticePermission, noticePermission } from './systemNotice.ts'
import { tabletSettings, tabletSound } from './tabletAlarms.ts'

interface Part {
  readonly settings: AlarmSettings
  readonly choose: (change: Partial<AlarmSettings>) => void
}

/** How this tablet alarms: sound, notifications, quiet hours, and what each of them does not do (TIME-8, H9, H40). */
export function AlarmSettingsPage() {
  const [settings, choose] = useAlarmSettings(tabletSettings)
  const part = { settings, choose }
  return (
    <main className={frame.page}>
      <Link href="/" className={frame.back ?? ''}>
        ‹ Back to the ward board
      </Link>
      <h1 className={frame.title}>Alarms on this tablet</h1>
      <div className={classes.parts}>
        <p>
          Kept on this tablet, for everybody who uses it. The ward board and the due list show all
          that is due, whatever is chosen here.
        </p>
        <Sound {...part} />
        <Notices {...part} />
        <section className={classes.part}>
          <h2>Quiet hours</h2>
          <QuietHoursFields quiet={settings.quiet} onChoose={(quiet) => choose({ quiet })} />
        </section>
        <Limits />
      </div>
    </main>
  )
}

const PRIORITIES: Readonly<Record<AlarmPriority, string>> = {
  high: 'Now: a burst',
  medium: 'Overdue: three tones',
  low: 'Due: one tone',
}

function Sound({ settings: { sound, volume }, choose }: Part) {
  const state = useSyncExternalStore(tabletSound.subscribe, () =>
    sound ? tabletSound.state() : null,
  )
  const [isSilent, setSilent] = useState(false)
  function hear(priority: AlarmPriority): void {
    tabletSound.touch()
    setSilent(!tabletSound.play(priority, volume) && tabletSound.state() === 'none')
  }
  return (
    <section className={classes.part}>
      <h2>Sound</h2>
      <TickField
        label="Sound on"
        hint="Off until somebody turns it on. The tablet’s own volume counts too."
        ticked={sound}
        onChange={(on) => {
          if (on) tabletSound.touch()
          choose({ sound: on })
        }}
      />
      {(state === 'none' || isSilent) && (
        <p role="alert">This browser cannot play sound: alarms stand on the screen alone.</p>
      )}
      {state === 'untouched' && (
        <p role="status">The browser plays nothing yet. Touch the screen once.</p>
      )}
      <ChoiceField<AlarmVolume>
        label="How loud"
        choices={[
          { value: 'soft', label: 'Soft' },
          { value: 'middle', label: 'Medium' },
          { value: 'loud', label: 'Loud' },
        ]}
        value={volume}
        onChange={(chosen) => choose({ volume: chosen })}
      />
      <fieldset className={classes.buttons}>
        <legend>Hear it</legend>
        {alarmPriorities.map((priority) => (
          <BigButton
            key={priority}
            small
            label={`Hear it: ${PRIORITIES[priority]}`}
            onClick={() => hear(priority)}
          >
            {PRIORITIES[priority]}
          </BigButton>
        ))}
      </fieldset>
    </section>
  )
}

const REFUSED: Readonly<Record<Exclude<NoticePermission, 'granted'>, string>> = {
  untold: 'The browser has not been allowed to notify yet.',
  denied:
    'The browser was told not to notify. Allow it in the browser’s settings for this address.',
  none: 'This browser has no notifications.',
}

function Notices({ settings: { notifications }, choose }: Part) {
  const [permission, setPermission] = useState(noticePermission)
  async function turn(on: boolean): Promise<void> {
    choose({ notifications: on })
    if (on) setPermission(await askForNotices())
  }
  return (
    <section className={classes.part}>
      <h2>System notifications</h2>
      <TickField
        label="Notify while another page or program is in front"
        hint="They show bed and task, as on a locked screen: never a name or a record number."
        ticked={notifications}
        onChange={(on) => void turn(on)}
      />
      {notifications && permission !== 'granted' && <p role="alert">{REFUSED[permission]}</p>}
    </section>
  )
}

function Limits() {
  return (
    <section className={classes.part}>
      <h2>What to count on</h2>
      <ul className={classes.list}>
        <li>
          One alarm at a time, the most urgent first. What already stands on the board when somebody
          signs in is not announced at once. What is due or overdue is said once; a stop or a
          restart every {ALARM_TIMES.repeatAfterMinutes} minutes until somebody taps Seen, and again
          after each {ALARM_TIMES.asksAgainAfterMinutes} minutes that it still waits.
        </li>
        <li>
          A stop or a restart alarms on every tablet of its ward; the rest where the person signed
          in may deal with it.
        </li>
        <li>
          A locked tablet alarms too, by bed and task; one that is signed out only of a stop or a
          restart. One that is asleep or not up to date does not. It is no alarm system: the pump,
          the ward board and people are.
        </li>
      </ul>
    </section>
  )
}
