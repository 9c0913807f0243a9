/** What the alarms of this tablet stand on; one for all that is on the page. */
import { createAlarmSettings } from '../../store/alarmSettings.ts'
import { createAlarmSound } from './alarmSound.ts'

export const tabletSettings = createAlarmSettings(
  {
    getItem: (key) => localStorage.getItem(key),
    setItem: (key, value) => localStorage.setItem(key, value),
  },
  window,
)

export const tabletSound = createAlarmSound(() =>
  'AudioContext' in globalThis ? new AudioContext() : null,
)
