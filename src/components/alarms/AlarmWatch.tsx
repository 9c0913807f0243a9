import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Announcement } from '../../chart/nextAlarm.ts'
import { useAlarmSettings } from '../../store/alarmSettings.ts'
import { useNow, useSession, useZone } from '../../store/useChart.ts'
import type { Instant } from '../../time.ts'
import { AlarmStrip } from './AlarmStrip.tsx'
import { announcementWords } from './alarmWords.ts'
import { showNotice } from './systemNotice.ts'
import { tabletSettings, tabletSound } from './tabletAlarms.ts'
import { useAlarms } from './useAlarms.ts'

/** The alarms of the tablet: on the screen, read out once, and where people chose it with tones and notifications. */
export function AlarmWatch() {
  const { user } = useSession()
  return user.role === 'administrator' ? null : <Watch />
}

interface ReadOut {
  readonly how: 'polite' | 'assertive'
  readonly words: string
}

function Watch() {
  const now = useNow()
  const zone = useZone()
  const [{ sound, volume }] = useAlarmSettings(tabletSettings)
  const [readOut, setReadOut] = useState<ReadOut | null>(null)
  const state = useSyncExternalStore(tabletSound.subscribe, () =>
    sound ? tabletSound.state() : 'ready',
  )
  useEffect(() => {
    if (!sound) return undefined
    const touch = () => tabletSound.touch()
    window.addEventListener('pointerdown', touch)
    window.addEventListener('keydown', touch)
    return () => {
      window.removeEventListener('pointerdown', touch)
      window.removeEventListener('keydown', touch)
    }
  }, [sound])

  const say = useCallback(
    (announcement: Announcement, at: Instant) => {
      const { title, detail } = announcementWords(announcement, at, zone)
      if (announcement.sounds) tabletSound.play(urgencyOf(announcement), volume)
      if (announcement.notifies) void showNotice(title, detail)
      // The band that says so of a stale ward reads itself out.
      if (announcement.kind === 'stale' || announcement.isRepeat) return
      const how = announcement.alarm.priority === 'high' ? 'assertive' : 'polite'
      setReadOut({ how, words: `${title}. ${detail}` })
    },
    [zone, volume],
  )
  const { showing, see } = useAlarms(say)

  return (
    <>
      {(['polite', 'assertive'] as const).map((how) => (
        <div key={how} aria-live={how} className="visuallyHidden">
          {readOut?.how === how ? readOut.words : ''}
        </div>
      ))}
      <AlarmStrip showing={showing} sound={state} now={now} onSee={see} />
    </>
  )
}

/** That a tablet hears nothing is no patient's matter: one tone. */
function urgencyOf(announcement: Announcement) {
  return announcement.kind === 'stale' ? 'low' : announcement.alarm.priority
}
