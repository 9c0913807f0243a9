import { type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Announcement } from '../../chart/nextAlarm.ts'
import { type AlarmVolume, useAlarmSettings } from '../../store/alarmSettings.ts'
import type { Instant, TimeZone } from '../../time.ts'
import type { SoundState } from './alarmSound.ts'
import { announcementWords } from './alarmWords.ts'
import { takeSoundTurn } from './soundTurn.ts'
import { showNotice } from './systemNotice.ts'
import { tabletSettings, tabletSound, tabletTurns } from './tabletAlarms.ts'

interface ReadOut {
  readonly how: 'polite' | 'assertive'
  readonly words: string
}

interface Voice {
  /** Says it as the people of the tablet chose: read out, with tones, with a notification. */
  readonly say: (announcement: Announcement, at: Instant) => void
  /** What is read out, for the page. */
  readonly readOut: ReactNode
  readonly sound: SoundState
}

/** How this tablet says an alarm beside showing it. */
export function useVoice(zone: TimeZone): Voice {
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
      if (announcement.sounds) void soundOnce(announcement, volume)
      if (announcement.notifies) void showNotice(title, detail)
      // The band that says so of a stale ward reads itself out.
      if (announcement.kind === 'stale' || announcement.isRepeat) return
      const how = announcement.alarm.priority === 'high' ? 'assertive' : 'polite'
      setReadOut({ how, words: `${title}. ${detail}` })
    },
    [zone, volume],
  )
  return {
    say,
    sound: state,
    readOut: (['polite', 'assertive'] as const).map((how) => (
      <div key={how} aria-live={how} className="visuallyHidden">
        {readOut?.how === how ? readOut.words : ''}
      </div>
    )),
  }
}

/** From one page of the tablet alone, however many are open on it. */
async function soundOnce(announcement: Announcement, volume: AlarmVolume): Promise<void> {
  if (tabletSound.state() !== 'ready') return
  if (await takeSoundTurn(turnOf(announcement), tabletTurns)) {
    tabletSound.play(urgencyOf(announcement), volume)
  }
}

/** The same on every page that says the same. */
function turnOf(announcement: Announcement): string {
  if (announcement.kind === 'stale') return announcement.kind
  const { key, state } = announcement.alarm
  return `${key} ${state}`
}

/** That a tablet hears nothing is no patient's matter: one tone. */
function urgencyOf(announcement: Announcement) {
  return announcement.kind === 'stale' ? 'low' : announcement.alarm.priority
}
