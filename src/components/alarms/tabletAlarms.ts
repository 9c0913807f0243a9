/** What the alarms of this tablet stand on; one for all that is on the page. */
import { createAlarmSettings } from '../../store/alarmSettings.ts'
import { createSharedSeen } from '../../store/sharedSeen.ts'
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

/** What its pages tell one another of what somebody has seen. */
export const tabletSeen = createSharedSeen(() => localStorage, window)

/** Who of its pages sounds: asked of the browser at each alarm. */
export const tabletTurns = {
  get locks() {
    return navigator.locks
  },
  page: document,
  after(ms: number, call: () => void) {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
}
