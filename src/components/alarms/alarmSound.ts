/** The tones of an alarm, made by the browser: no file is fetched, so they sound without the server too. */
import type { AlarmPriority } from '../../chart/alarmOf.ts'
import type { AlarmVolume } from '../../store/alarmSettings.ts'

/** `untouched`: the browser plays nothing before somebody touches the page. `none`: it has no sound at all. */
export type SoundState = 'ready' | 'untouched' | 'none'

export interface AlarmSound {
  state(): SoundState
  /** Whether it sounded. */
  play(priority: AlarmPriority, volume: AlarmVolume): boolean
  /** Somebody has touched the page: from now on it can sound. */
  touch(): void
  subscribe(listener: () => void): () => void
}

interface Tones {
  readonly hertz: number
  readonly pulseSeconds: number
  /** When each pulse begins, seconds from the first. */
  readonly begins: readonly number[]
}

/**
 * One tone, three, or a burst of five twice, as clinicians know them from IEC 60601-1-8: the more urgent, the higher, the
 * shorter and the more. The product is no alarm system and claims no conformity.
 */
const alarmTones: Readonly<Record<AlarmPriority, Tones>> = {
  low: { hertz: 392, pulseSeconds: 0.25, begins: [0] },
  medium: { hertz: 440, pulseSeconds: 0.2, begins: [0, 0.4, 0.8] },
  high: {
    hertz: 523,
    pulseSeconds: 0.15,
    begins: [0, 0.25, 0.5, 0.9, 1.15, 2, 2.25, 2.5, 2.9, 3.15],
  },
}

const VOLUMES: Readonly<Record<AlarmVolume, number>> = { soft: 0.15, middle: 0.4, loud: 0.9 }
/** A pulse that begins and ends at once clicks. */
const RAMP_SECONDS = 0.02

/** The sound of a page. `make` gives the browser's audio, or null where it has none. */
export function createAlarmSound(make: () => AudioContext | null): AlarmSound {
  let audio: AudioContext | null | undefined
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  function context(): AudioContext | null {
    if (audio === undefined) {
      audio = make()
      audio?.addEventListener('statechange', tell)
    }
    return audio
  }
  function state(): SoundState {
    const here = context()
    if (here === null) return 'none'
    return here.state === 'running' ? 'ready' : 'untouched'
  }
  return {
    state,
    touch() {
      const here = context()
      if (here && here.state !== 'running') here.resume().then(tell, tell)
    },
    play(priority, volume) {
      const here = context()
      if (here === null || state() !== 'ready') return false
      const { hertz, pulseSeconds, begins } = alarmTones[priority]
      for (const begin of begins) {
        const at = here.currentTime + begin
        pulse(here, { hertz, loudness: VOLUMES[volume], from: at, to: at + pulseSeconds })
      }
      return true
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

interface Pulse {
  readonly hertz: number
  readonly loudness: number
  readonly from: number
  readonly to: number
}

function pulse(audio: AudioContext, { hertz, loudness, from, to }: Pulse): void {
  const tone = audio.createOscillator()
  const gain = audio.createGain()
  // Its overtones carry where a pure tone would be lost in the noise of a ward.
  tone.type = 'triangle'
  tone.frequency.value = hertz
  gain.gain.setValueAtTime(0, from)
  gain.gain.linearRampToValueAtTime(loudness, from + RAMP_SECONDS)
  gain.gain.setValueAtTime(loudness, to - RAMP_SECONDS)
  gain.gain.linearRampToValueAtTime(0, to)
  tone.connect(gain)
  gain.connect(audio.destination)
  tone.start(from)
  tone.stop(to)
}
